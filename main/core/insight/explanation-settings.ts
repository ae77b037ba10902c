import type { TermIndex } from '#core/corpus/find-terms.ts';
import type { ExplanationMethod } from '#core/domain/note-explanation.ts';
import type { WordUnit } from '#core/explanation/words/explained-words.ts';

export interface ExplanationSettings {
  /** The class to be explained; null for the one that the model looks for, or takes to be likeliest. */
  readonly label: string | null;
  readonly methods: readonly ExplanationMethod[];
  /** Neighbours of the note for each seed of LIME. */
  readonly samples: number;
  readonly seeds: readonly number[];
  /** Words in the explanation. */
  readonly featureCount: number;
  readonly unit: WordUnit;
  /** What experts would look for; null to leave the comparison out. */
  readonly terms: TermIndex | null;
}

/** As lime has them. */
export const usualSettings: ExplanationSettings = {
  label: null,
  methods: ['lime', 'occlusion', 'integrated-gradients'],
  samples: 5000,
  seeds: [1],
  featureCount: 10,
  unit: 'word',
  terms: null,
};
