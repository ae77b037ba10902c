import type { core } from 'zod';

export type PlanIssue = core.$ZodIssue;

/** What is wrong at one place of a plan. */
export interface PlacedIssue {
  /** The keys that lead there. */
  readonly path: readonly string[];
  readonly issue: PlanIssue;
  /** Whether it is about the last key itself, and not about what stands there. */
  readonly isKey: boolean;
}

/**
 * What zod says of a plan, each by itself with its whole path: of a value that may have several forms,
 * what is wrong with the form that was meant.
 */
export function listIssues(
  issues: readonly PlanIssue[],
  before: readonly string[] = [],
): PlacedIssue[] {
  return issues.flatMap((issue): PlacedIssue[] => {
    const path = [...before, ...issue.path.map(String)];
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      // The one that fits best.
      const [meant] = issue.errors.toSorted((one, other) => one.length - other.length);
      return listIssues(meant, path);
    }
    if (issue.code === 'invalid_key') {
      return issue.issues.map((each) => ({ path, issue: each, isKey: true }));
    }
    return [{ path, issue, isKey: false }];
  });
}

/** Of a value that names its form, the names of all forms; none where it is wrong in another way. */
export function formsOf(issue: PlanIssue): readonly string[] {
  if (issue.code !== 'invalid_union' || !('options' in issue)) return [];
  return issue.options?.filter((option) => typeof option === 'string') ?? [];
}
