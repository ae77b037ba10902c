import { AnamnesisError, isAnamnesisError } from '#core/base/error.ts';
import type { Told } from '#core/base/phrase.ts';
import { say } from '#core/wording/say.ts';
import { checkReferences } from './check-references.ts';
import { formsOf, listIssues, type PlacedIssue, type PlanIssue } from './list-issues.ts';
import { planSchema } from './plan-schema.ts';
import { parseJson } from './read-plan.ts';

/**
 * All that keeps a text from being a plan, each with the keys that lead to its place and in words for
 * people who fill in a form; none where `readPlan` would read it.
 */
export function listPlanProblems(text: string): AnamnesisError[] {
  try {
    const result = planSchema.safeParse(parseJson(text, 'plan'), { reportInput: true });
    if (!result.success) return listIssues(result.error.issues).flatMap(toProblems);
    checkReferences(result.data, 'plan');
    return [];
  } catch (error) {
    if (isAnamnesisError(error)) return [error];
    throw error;
  }
}

function toProblems({ path, issue, isKey }: PlacedIssue): AnamnesisError[] {
  if (isKey) return [problem(path, expectedOf(issue), path.at(-1) ?? '')];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      problem([...path, key], say('planProblems', 'keyOfPlans'), key, 'correctText'),
    );
  }
  return [problem(path, expectedOf(issue), foundOf(issue.input))];
}

function problem(
  field: readonly string[],
  expected: Told,
  found: Told,
  remedy: 'correctField' | 'correctText' = 'correctField',
): AnamnesisError {
  return new AnamnesisError('plan.invalid', {
    place: field.join('.'),
    field,
    expected,
    found,
    remedy: say('planProblems', remedy),
  });
}

/** The rules that the schemas of plans tell in one English sentence, by how it begins. */
const rules = {
  'Invalid name:': 'nameRule',
  'Invalid title:': 'titleRule',
  'Invalid name of a class:': 'classRule',
  'Invalid name of an entity type:': 'typeRule',
  'Invalid date:': 'dateRule',
} as const;

const types = {
  number: 'number',
  int: 'wholeNumber',
  string: 'textValue',
  boolean: 'truth',
  object: 'table',
  record: 'table',
  array: 'list',
  never: 'oneClassOnly',
} as const;

function expectedOf(issue: PlanIssue): Told {
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string' || issue.origin === 'array') {
        return say('planProblems', 'atLeastOne');
      }
      return issue.inclusive === false
        ? say('planProblems', 'moreThan', Number(issue.minimum))
        : say('planProblems', 'atLeast', Number(issue.minimum));
    case 'too_big':
      return issue.origin === 'string'
        ? say('planProblems', 'shorter', Number(issue.maximum))
        : say('planProblems', 'atMost', Number(issue.maximum));
    case 'invalid_value':
      return say('planProblems', 'oneOfThese', issue.values.map(String));
    case 'invalid_type':
      return Object.hasOwn(types, issue.expected)
        ? say('planProblems', types[issue.expected as keyof typeof types])
        : issue.message;
    case 'invalid_union':
      return formsOf(issue).length === 0
        ? issue.message
        : say('planProblems', 'oneOfThese', formsOf(issue));
    case 'invalid_format': {
      const rule = Object.entries(rules).find(([begin]) => issue.message.startsWith(begin));
      return rule === undefined ? say('planProblems', 'allowedName') : say('planProblems', rule[1]);
    }
    default:
      return issue.message;
  }
}

const longestShown = 60;

/** As it is written, where that is short: what stands in a plan by mistake is not repeated whole. */
function foundOf(value: unknown): Told {
  if (value === undefined || value === '') return say('planProblems', 'nothing');
  if (typeof value === 'object' && value !== null) return say('planProblems', 'anObject');
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longestShown ? say('planProblems', 'anObject') : text;
}
