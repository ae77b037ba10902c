import { RandomStream } from '#core/base/random-stream.ts';
import { collateTargets } from './collate.ts';
import type { Example } from './example.ts';
import { groupByLength } from './group-by-length.ts';
import type { TrainingData } from './loop.ts';

export interface FineTuningDataSettings {
  readonly epochCount: number;
  readonly batchSize: number;
  readonly seed: number;
  readonly paddingId: number;
  /** How much a target of each label weighs; all alike when left out. */
  readonly labelWeights?: readonly number[];
}

/**
 * A batch of long texts is computed in parts: memory grows with the tokens of a part, while speed
 * gains nothing beyond 1,024 (runtime/README.md). So many are also in a batch of 8 × 512.
 */
const mostTokensAtOnce = 4096;

/** A batch in parts of equally many examples, and of at most so many tokens unless one has more. */
function cutBatch(batch: Int32Array, lengths: readonly number[]): Int32Array[] {
  const longest = batch.reduce((most, index) => Math.max(most, lengths[index]), 1);
  const mostRows = Math.max(1, Math.floor(mostTokensAtOnce / longest));
  const rows = Math.ceil(batch.length / Math.ceil(batch.length / mostRows));
  return Array.from({ length: Math.ceil(batch.length / rows) }, (_, part) =>
    batch.subarray(part * rows, (part + 1) * rows),
  );
}

/** Labelled examples as batches of similar length; a new order in every epoch. */
export function fineTuningData(
  examples: readonly Example[],
  settings: FineTuningDataSettings,
): TrainingData {
  const usable = examples.filter((example) => example.positions.length > 0);
  const weightOf = (label: number): number => settings.labelWeights?.[label] ?? 1;
  const weightOfExample = ({ labels }: Example): number =>
    labels.reduce((sum, label) => sum + weightOf(label), 0);
  const lengths = usable.map((example) => example.ids.length);
  return {
    epochCount: settings.epochCount,
    // groupByLength cuts each pool, whose size is a multiple of the batch size.
    stepsPerEpoch: Math.ceil(usable.length / settings.batchSize),
    *steps(epoch) {
      const random = new RandomStream(settings.seed, `fine-tuning/epoch-${epoch}/order`);
      for (const batch of groupByLength(lengths, settings.batchSize, random)) {
        const totalWeight = batch.reduce((sum, index) => sum + weightOfExample(usable[index]), 0);
        yield cutBatch(batch, lengths).map((part) => {
          const chosen = Array.from(part, (index) => usable[index]);
          return collateTargets(chosen, settings.paddingId, { totalWeight, weightOf });
        });
      }
    },
  };
}
