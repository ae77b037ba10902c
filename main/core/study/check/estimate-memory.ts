import type { EncoderConfiguration } from '#core/model/configuration.ts';
import { maxTokensOf } from '#core/model/configuration.ts';
import type { Plan } from '../plan/plan-schema.ts';
import { countParameters } from './look-at-model.ts';
import type { MemoryOutlook } from './plan-outlook.ts';

const floatBytes = 4;
/** Node, the runtime and the program before a model is opened. */
const programBytes = 160e6;
/** Weights, gradients and the two moments of AdamW. */
const copiesOfWeights = 4;

interface Training {
  readonly batchSize: number;
  readonly columns: number;
  /** Values of the head for all of a batch: masked tokens times the vocabulary, or classes. */
  readonly headOutputs: number;
}

/**
 * Bytes that a training holds at its peak on the processor: the weights with what the optimiser keeps,
 * and what the forward pass leaves for the backward one, as Korthikanti et al. (2022) count it, in
 * float32. Against measured peaks of 2 to 12 layers with 64 to 512 tokens it is right to a third.
 */
export function estimateTrainingBytes(
  encoder: EncoderConfiguration,
  { batchSize, columns, headOutputs }: Training,
): number {
  const { layerCount, hiddenSize, intermediateSize, headCount } = encoder;
  const weights = copiesOfWeights * countParameters(encoder);
  const perToken = 6 * hiddenSize + 2 * intermediateSize;
  const attention = 3 * headCount * batchSize * columns * columns;
  const activations = layerCount * (batchSize * columns * perToken + attention);
  return programBytes + floatBytes * (weights + activations + 3 * headOutputs);
}

/** The training of a plan that needs the most memory at once; null where no model is known. */
export function findLargestMemory(
  plan: Plan,
  {
    encoders,
    machineBytes,
  }: {
    readonly encoders: ReadonlyMap<string, EncoderConfiguration>;
    readonly machineBytes: number;
  },
): MemoryOutlook | null {
  const found = [...encoders].flatMap(([model, encoder]) => {
    const longest = maxTokensOf(encoder);
    const { pretraining } = plan.models[model];
    const bytesOf = (batchSize: number, maxTokens: number, headOutputsPerText: number) =>
      estimateTrainingBytes(encoder, {
        batchSize,
        columns: Math.min(maxTokens, longest),
        headOutputs: batchSize * headOutputsPerText,
      });
    const masked = ({ maskedFraction, maxTokens }: NonNullable<typeof pretraining>) =>
      maskedFraction * Math.min(maxTokens, longest) * encoder.vocabularySize;
    const stages = [
      ...(pretraining === undefined
        ? []
        : [{ task: null, ...pretraining, headOutputs: masked(pretraining) }]),
      ...Object.entries(plan.tasks).map(([task, { batchSize, maxTokens }]) => ({
        task,
        batchSize,
        maxTokens,
        headOutputs: 0,
      })),
    ];
    return stages.map(({ task, batchSize, maxTokens, headOutputs }): MemoryOutlook => {
      let fitting: number | null = batchSize;
      while (fitting !== null && bytesOf(fitting, maxTokens, headOutputs) > machineBytes) {
        fitting = fitting === 1 ? null : Math.floor(fitting / 2);
      }
      return {
        bytes: bytesOf(batchSize, maxTokens, headOutputs),
        model,
        task,
        batchSize,
        fittingBatchSize: fitting,
      };
    });
  });
  return found.toSorted((one, other) => other.bytes - one.bytes).at(0) ?? null;
}
