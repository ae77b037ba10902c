import { bestMeasurement, isOutOfPatience } from './best-measurement.ts';
import type { KeptCompanion, TrainingCompanion } from './companion.ts';
import { copyWeights } from './copy-weights.ts';
import type { TrainingSession } from './ports.ts';

/** How an epoch is chosen among those of a training. */
export interface EpochChoice {
  readonly stepsPerEpoch: number;
  /** So many epochs without a better one end the training. */
  readonly patience: number;
  /** After an epoch, on examples that are neither learned from nor tested; higher is better. */
  readonly score: () => Promise<number>;
}

/**
 * Measures each epoch of a training, sets the weights of the best aside, and ends the training when
 * none was better for as long as patience has it. Scores and weights are found again after a kill.
 */
export class EpochCompanion implements TrainingCompanion {
  readonly #choice: EpochChoice;
  #scores: readonly number[] = [];
  #weights: ReadonlyMap<string, Float32Array> | null = null;

  constructor(choice: EpochChoice) {
    this.#choice = choice;
  }

  /** Of each epoch so far. */
  get scores(): readonly number[] {
    return this.#scores;
  }

  begin(_session: TrainingSession, kept: KeptCompanion | null): Promise<void> {
    // JSON has no infinities: what is no number is null there.
    const scores = (kept?.facts ?? []) as readonly (number | null)[];
    this.#scores = scores.map((score) => score ?? NaN);
    this.#weights = kept?.weights ?? null;
    return Promise.resolve();
  }

  async follow(session: TrainingSession, { step }: { readonly step: number }): Promise<boolean> {
    const { stepsPerEpoch, patience, score } = this.#choice;
    if (step % stepsPerEpoch !== 0) return false;
    this.#scores = [...this.#scores, await score()];
    if (bestMeasurement(this.#scores) === this.#scores.length - 1) {
      this.#weights = copyWeights(await session.readParameters());
    }
    return isOutOfPatience(this.#scores, patience);
  }

  keep(): KeptCompanion {
    return { facts: this.#scores, weights: this.#weights };
  }

  /** Puts the weights of the best epoch into the session, at the end. */
  async takeBest(session: TrainingSession): Promise<void> {
    const best = this.#weights;
    if (best === null) return;
    await session.writeParameters((parameters) => {
      for (const { name, values } of parameters) values.set(best.get(name) ?? values);
    });
  }
}

/** Ends a training after so many steps of those that its learning rate is planned for. */
export function endAfter(lastStep: number): TrainingCompanion {
  return {
    begin: () => Promise.resolve(),
    follow: (_session, { step }) => Promise.resolve(step >= lastStep),
    keep: () => ({ facts: null, weights: null }),
  };
}
