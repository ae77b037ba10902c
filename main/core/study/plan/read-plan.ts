import { AnamnesisError } from '#core/base/error.ts';
import { say } from '#core/wording/say.ts';
import { planSchema, type Plan } from './plan-schema.ts';
import { checkReferences } from './check-references.ts';
import { findJsonFault } from './find-json-fault.ts';
import { formsOf, listIssues, type PlanIssue } from './list-issues.ts';

/**
 * Reads a plan from the text of a plan file.
 * @throws plan.not-json, plan.invalid, plan.unknown-name, plan.circular, plan.locked-set
 */
export function readPlan(text: string, fileName: string): Plan {
  const result = planSchema.safeParse(parseJson(text, fileName));
  if (!result.success) {
    const issues = listIssues(result.error.issues).map(
      ({ path, issue }) => `${path.join('.') || 'plan'}: ${describeIssue(issue)}`,
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

/** Where zod says only that a choice is invalid, what would be valid. */
function describeIssue(issue: PlanIssue): string {
  const forms = formsOf(issue);
  return forms.length === 0 ? issue.message : `Invalid input: expected one of ${forms.join(', ')}`;
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
