import { RandomStream } from '#core/base/random-stream.ts';
import type { TermAgreement } from '#core/domain/note-explanation.ts';
import type { TermComparison } from '#core/domain/term-summary.ts';
import { bootstrapGroups } from '#core/evaluation/statistics/bootstrap-groups.ts';
import { listGroups } from '#core/evaluation/statistics/list-groups.ts';
import { signFlipP } from '#core/evaluation/statistics/sign-flip-p.ts';

/** What two models' explanations of the same note share with a term list. */
export interface PairedTerms {
  /** Whose notes depend on each other, usually the patient; null: the note stands alone. */
  readonly groupId: string | null;
  readonly a: TermAgreement;
  readonly b: TermAgreement;
}

/**
 * Paired by note, patients as groups, as predictions are compared (`compare-paired-predictions.ts`):
 * the difference is a whole number, terms among the first words, so that swapping is counted exactly.
 * Null without a note.
 */
export function compareTerms(pairs: readonly PairedTerms[], seed: number): TermComparison | null {
  if (pairs.length === 0) return null;
  const groupIds = pairs.map(({ groupId }) => groupId);
  const differences = pairs.map(({ a, b }) => a.firstInTerms - b.firstInTerms);
  const groups = listGroups(groupIds);
  const sums = groups.map((group) => group.reduce((sum, note) => sum + differences[note], 0));
  const meanOf = (notes: Int32Array) =>
    notes.reduce((sum, note) => sum + differences[note], 0) / notes.length;
  const [{ estimate, interval }] = bootstrapGroups({
    groupIds,
    figuresOf: (notes) => [meanOf(notes)],
    random: new RandomStream(seed, 'terms'),
  });
  return {
    notes: pairs.length,
    groups: groups.length,
    difference: estimate ?? 0,
    interval,
    p: signFlipP(sums),
  };
}
