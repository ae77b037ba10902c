import { applyEdits } from '#core/annotation/edits/apply-edits.ts';
import type { Differences } from '#core/annotation/settle/find-conflicts.ts';
import { isSettled } from '#core/annotation/settle/settle-differences.ts';
import type { AnnotationEdit, AnnotationWork } from '#core/domain/annotation-work.ts';

type Verdict = Extract<AnnotationEdit, { kind: 'verdict' }>;

/**
 * Verdicts with the edit that makes the state of a settling follow from them: who decides or undoes
 * knows only of their own verdicts, and another person may have decided the rest.
 */
export function withState(
  differences: Pick<Differences, 'conflicts'>,
  before: AnnotationWork,
  verdicts: readonly Verdict[],
): readonly AnnotationEdit[] {
  const after = applyEdits(before, verdicts);
  const state = isSettled(differences, after.verdicts) ? 'done' : 'open';
  return after.state === state
    ? verdicts
    : [...verdicts, { kind: 'state', before: after.state, after: state }];
}
