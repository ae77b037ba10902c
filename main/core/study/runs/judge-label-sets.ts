import { givenLabels } from '#core/domain/class-probabilities.ts';
import type { MultiLabelNote } from '#core/domain/text.ts';
import { evaluateLabelSets } from '#core/evaluation/metrics/evaluate-label-sets.ts';
import type { Judgement } from './judge-fold.ts';

/** Judges the notes of a fold that may have several labels. `logits` are those of each note. */
export function judgeLabelSets(
  notes: readonly MultiLabelNote[],
  logits: readonly (readonly number[])[],
  {
    labels,
    thresholds,
  }: { readonly labels: readonly string[]; readonly thresholds: readonly number[] },
): Judgement {
  const truths = notes.map((note) =>
    [...labels.keys()].filter((index) => note.labels.includes(labels[index])),
  );
  return {
    metrics: evaluateLabelSets(
      truths,
      logits.map((ofNote) => givenLabels(ofNote, thresholds)),
      labels,
    ),
    predictions: {
      ...{ kind: 'multi-label', labels, thresholds },
      notes: notes.map(({ id, groupId }, index) => ({
        ...{ id, groupId, truth: truths[index] },
        logits: [...logits[index]],
      })),
    },
  };
}
