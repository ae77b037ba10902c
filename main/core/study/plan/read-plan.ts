import { AnamnesisError } from '#core/base/error.ts';
import { planSchema, type Plan } from './plan-schema.ts';
import { checkReferences } from './check-references.ts';
import { findJsonFault } from './find-json-fault.ts';

/**
 * Reads a plan from the text of a plan file.
 * @throws plan.not-json, plan.invalid, plan.unknown-name, plan.circular
 */
export function readPlan(text: string, fileName: string): Plan {
  const result = planSchema.safeParse(parseJson(text, fileName));
  if (!result.success) {
    const issues = result.error.issues.map(
      (issue) => `${issue.path.map(String).join('.') || 'plan'}: ${issue.message}`,
    );
    throw new AnamnesisError('plan.invalid', {
      place: fileName,
      expected: 'a plan as docs/plan.md describes it',
      found: issues.join('; '),
      remedy: 'Correct these keys; an editor that reads docs/plan.schema.json marks them.',
    });
  }
  checkReferences(result.data, fileName);
  return result.data;
}

function parseJson(text: string, fileName: string): unknown {
  const json = text.replace(/^\uFEFF/, '');
  const fault = findJsonFault(json);
  if (fault === null) return JSON.parse(json);
  const { expected, line, column } = fault;
  throw new AnamnesisError('plan.not-json', {
    place: `${fileName}:${line}:${column}`,
    expected: `a file in JSON, here ${expected}`,
    found: 'something else',
    remedy: 'Correct the file at that place; JSON allows no comments and no trailing commas.',
  });
}
