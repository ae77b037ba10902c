import type { core } from 'zod';
import { AnamnesisError } from '#core/base/error.ts';
import { say } from '#core/wording/say.ts';
import { planSchema, type Plan } from './plan-schema.ts';
import { checkReferences } from './check-references.ts';
import { findJsonFault } from './find-json-fault.ts';

type ZodIssue = core.$ZodIssue;

/**
 * Reads a plan from the text of a plan file.
 * @throws plan.not-json, plan.invalid, plan.unknown-name, plan.circular, plan.locked-set
 */
export function readPlan(text: string, fileName: string): Plan {
  const result = planSchema.safeParse(parseJson(text, fileName));
  if (!result.success) {
    const issues = result.error.issues.map(
      (issue) => `${issue.path.map(String).join('.') || 'plan'}: ${describeIssue(issue)}`,
    );
    throw new AnamnesisError('plan.invalid', {
      place: fileName,
      expected: say('plan', 'asDocumented'),
      found: issues.join('; '),
      remedy: say('plan', 'correctKeys'),
    });
  }
  checkReferences(result.data, fileName);
  return result.data;
}

/** Where zod says only that a name or a choice is invalid, what would be valid. */
function describeIssue(issue: ZodIssue): string {
  if (issue.code === 'invalid_key') return issue.issues.map(describeIssue).join(', ');
  if (issue.code === 'invalid_union' && 'options' in issue) {
    const choices = issue.options?.filter((option) => typeof option === 'string') ?? [];
    return `Invalid input: expected one of ${choices.join(', ')}`;
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    // What is wrong with the form that was meant: the one that fits best.
    const [meant] = issue.errors.toSorted((one, other) => one.length - other.length);
    return meant
      .map((each) => `${each.path.map(String).join('.')}: ${describeIssue(each)}`)
      .join(', ');
  }
  return issue.message;
}

/** @throws plan.not-json */
export function parseJson(text: string, fileName: string): unknown {
  const json = text.replace(/^\uFEFF/, '');
  const fault = findJsonFault(json);
  if (fault === null) return JSON.parse(json);
  const { expected, line, column } = fault;
  throw new AnamnesisError('plan.not-json', {
    place: `${fileName}:${line}:${column}`,
    expected: say('plan', 'jsonHere', expected),
    found: say('plan', 'somethingElse'),
    remedy: say('plan', 'correctThere'),
  });
}
