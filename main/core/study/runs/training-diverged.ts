import type { ModelState } from '#core/library/model-state.ts';
import type { Divergence } from '#core/training/watch-loss.ts';

/** Thrown inside a pre-training whose loss left, with the model as it was before; null where it left at once. */
export class TrainingDiverged extends Error {
  override readonly name = 'TrainingDiverged';
  readonly divergence: Divergence;
  readonly kept: { readonly step: number; readonly model: ModelState } | null;

  constructor(divergence: Divergence, kept: TrainingDiverged['kept']) {
    super('the loss left');
    this.divergence = divergence;
    this.kept = kept;
  }
}
