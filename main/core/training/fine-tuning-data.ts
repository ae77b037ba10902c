import { RandomStream } from '#core/base/random-stream.ts';
import { collateTargets, weighTargets } from './collate.ts';
import type { Example } from './example.ts';
import { groupByLength } from './group-by-length.ts';
import type { TrainingData } from './loop.ts';
import type { StateTargets, TargetBatch, Targets } from './ports.ts';
import type { StateStore } from './state-store.ts';

export interface FineTuningOrder {
  readonly epochCount: number;
  readonly batchSize: number;
  readonly seed: number;
  /** How much a target of each class weighs; all alike when left out, and of several labels. */
  readonly labelWeights?: readonly number[];
}

export interface FineTuningDataSettings extends FineTuningOrder {
  readonly paddingId: number;
}

/**
 * A batch of long texts is computed in parts: memory grows with the tokens of a part, while speed
 * gains nothing beyond 1,024 (runtime/README.md). So many are also in a batch of 8 × 512.
 */
const mostTokensAtOnce = 4096;

/** Of a batch whose longest example has so many tokens: how many are computed at once, at least one. */
export function rowsAtOnce(batchSize: number, longest: number): number {
  const mostRows = Math.max(1, Math.floor(mostTokensAtOnce / longest));
  return Math.ceil(batchSize / Math.ceil(batchSize / mostRows));
}

/** A batch in parts of equally many examples, and of at most so many tokens unless one has more. */
function cutBatch(batch: Int32Array, lengths: readonly number[]): Int32Array[] {
  const longest = batch.reduce((most, index) => Math.max(most, lengths[index]), 1);
  const rows = rowsAtOnce(batch.length, longest);
  return Array.from({ length: Math.ceil(batch.length / rows) }, (_, part) =>
    batch.subarray(part * rows, (part + 1) * rows),
  );
}

/** How the targets of an optimiser step are weighed. */
interface StepWeights {
  readonly totalWeight: number;
  readonly weightOf: (label: number) => number;
}

/** Batches of similar length, a new order in every epoch; each is made into its micro-batches. */
function orderBatches<Batch extends Targets>(
  examples: readonly Example[],
  settings: FineTuningOrder,
  toParts: (batch: Int32Array, weights: StepWeights) => readonly Batch[],
): TrainingData<Batch> {
  const weightOf = (label: number): number => settings.labelWeights?.[label] ?? 1;
  const weightOfExample = (example: Example): number =>
    weighTargets([example], weightOf).reduce((sum, weight) => sum + weight, 0);
  const lengths = examples.map((example) => example.ids.length);
  return {
    epochCount: settings.epochCount,
    // groupByLength cuts each pool, whose size is a multiple of the batch size.
    stepsPerEpoch: Math.ceil(examples.length / settings.batchSize),
    *steps(epoch) {
      const random = new RandomStream(settings.seed, `fine-tuning/epoch-${epoch}/order`);
      for (const batch of groupByLength(lengths, settings.batchSize, random)) {
        const totalWeight = batch.reduce((sum, index) => sum + weightOfExample(examples[index]), 0);
        yield toParts(batch, { totalWeight, weightOf });
      }
    },
  };
}

const isAsked = ({ positions }: Example): boolean => positions.length > 0;

/** Labelled examples as batches of similar length; a new order in every epoch. */
export function fineTuningData(
  examples: readonly Example[],
  settings: FineTuningDataSettings,
): TrainingData {
  const usable = examples.filter(isAsked);
  const lengths = usable.map(({ ids }) => ids.length);
  return orderBatches(usable, settings, (batch, weights): TargetBatch[] =>
    cutBatch(batch, lengths).map((part) => {
      const chosen = Array.from(part, (index) => usable[index]);
      return collateTargets(chosen, settings.paddingId, weights);
    }),
  );
}

/**
 * The same batches in the same order for a head alone, with states that were computed before. `chosen`
 * are the numbers of the examples among all that the store knows.
 */
export function stateData(
  examples: readonly Example[],
  chosen: readonly number[],
  { store, ...settings }: FineTuningOrder & { readonly store: StateStore },
): TrainingData<StateTargets> {
  const usable = chosen.filter((number) => isAsked(examples[number]));
  const asked = usable.map((number) => examples[number]);
  return orderBatches(asked, settings, (batch, { totalWeight, weightOf }) => {
    const chosen = Array.from(batch, (index) => asked[index]);
    const weights = weighTargets(chosen, weightOf).map((weight) => weight / totalWeight);
    return [
      {
        states: joinStates(Array.from(batch, (index) => store.read(usable[index]))),
        lengths: Int32Array.from(chosen, ({ ids }) => ids.length),
        labels: Int32Array.from(chosen.flatMap(({ labels }) => [...labels])),
        weights: Float32Array.from(weights),
      },
    ];
  });
}

/** One array of all states. */
export function joinStates(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let start = 0;
  for (const part of parts) {
    all.set(part, start);
    start += part.length;
  }
  return all;
}
