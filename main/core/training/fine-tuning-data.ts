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
}

/** Labelled examples as batches of similar length; a new order in every epoch. */
export function fineTuningData(
  examples: readonly Example[],
  settings: FineTuningDataSettings,
): TrainingData {
  const usable = examples.filter((example) => example.positions.length > 0);
  const lengths = usable.map((example) => example.ids.length);
  return {
    epochCount: settings.epochCount,
    // groupByLength cuts each pool, whose size is a multiple of the batch size.
    stepsPerEpoch: Math.ceil(usable.length / settings.batchSize),
    *steps(epoch) {
      const random = new RandomStream(settings.seed, `fine-tuning/epoch-${epoch}/order`);
      for (const batch of groupByLength(lengths, settings.batchSize, random)) {
        const chosen = Array.from(batch, (index) => usable[index]);
        const targetCount = chosen.reduce((sum, example) => sum + example.labels.length, 0);
        yield [collateTargets(chosen, settings.paddingId, targetCount)];
      }
    },
  };
}
