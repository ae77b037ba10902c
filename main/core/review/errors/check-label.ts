import type { LabelChange, LabelDecision } from '#core/domain/label-check.ts';
import type { LabelledSetVersion } from '#core/storage/labelled-sets.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { LabelIssue } from './rank-label-errors.ts';

/**
 * Keeps what a person decided of a label that may be wrong: kept as it is, changed into what the model
 * expects or into what they say, or, with null, open again. The set stays as it is until
 * `applyChecks` makes its next version.
 */
export function checkLabel(
  { labelChecks }: Pick<Workspace, 'labelChecks'>,
  { id: versionId }: Pick<LabelledSetVersion, 'id'>,
  {
    issue: { key, number, given, expected },
    decision,
    after = expected,
    person,
  }: {
    readonly issue: LabelIssue;
    readonly decision: LabelDecision | null;
    /** What it is changed into; as the model expects unless given, null to take it away. */
    readonly after?: LabelChange['after'] | undefined;
    readonly person: string;
  },
): void {
  const place = { versionId, number, key };
  if (decision === null) labelChecks.remove(place);
  else {
    const change = decision === 'changed' ? { before: given, after } : null;
    labelChecks.put({ ...place, decision, change, person });
  }
}
