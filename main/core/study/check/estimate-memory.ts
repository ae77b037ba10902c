import type { EncoderConfiguration } from '#core/model/configuration.ts';
import { maxTokensOf } from '#core/model/configuration.ts';
import { rowsAtOnce } from '#core/training/fine-tuning-data.ts';
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

/**
 * Bytes that encoding with a frozen encoder holds at its peak, whatever the batch: its weights as they
 * were read and as the engine has them. Nothing is left for a backward pass; the head and the states
 * are small beside them. Against measured peaks of 4 to 12 layers it is right to a tenth.
 */
export function estimateEncodingBytes(encoder: EncoderConfiguration): number {
  return programBytes + floatBytes * 2 * countParameters(encoder);
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
  const found = [...encoders].flatMap(([model, encoder]) =>
    stagesOf(plan, model, encoder).map(({ task, batchSize, bytesOf }): MemoryOutlook => {
      let fitting: number | null = batchSize;
      while (fitting !== null && bytesOf(fitting) > machineBytes) {
        fitting = fitting === 1 ? null : Math.floor(fitting / 2);
      }
      return { bytes: bytesOf(batchSize), model, task, batchSize, fittingBatchSize: fitting };
    }),
  );
  return found.toSorted((one, other) => other.bytes - one.bytes).at(0) ?? null;
}

interface Stage {
  readonly task: string | null;
  readonly batchSize: number;
  /** By the size of the batch. */
  readonly bytesOf: (batchSize: number) => number;
}

/** The pre-training of a model and its fine-tuning on each task. */
function stagesOf(plan: Plan, model: string, encoder: EncoderConfiguration): Stage[] {
  const longest = maxTokensOf(encoder);
  const { pretraining } = plan.models[model];
  const stages = Object.entries(plan.tasks).map(([task, settings]): Stage => {
    const columns = Math.min(settings.maxTokens, longest);
    return {
      task,
      batchSize: settings.batchSize,
      bytesOf: (batchSize) =>
        settings.frozenEncoder
          ? estimateEncodingBytes(encoder)
          : estimateTrainingBytes(encoder, {
              batchSize: rowsAtOnce(batchSize, columns),
              columns,
              headOutputs: 0,
            }),
    };
  });
  if (pretraining === undefined) return stages;
  const columns = Math.min(pretraining.maxTokens, longest);
  const headOutputs = pretraining.maskedFraction * columns * encoder.vocabularySize;
  return [
    {
      task: null,
      batchSize: pretraining.batchSize,
      bytesOf: (batchSize) =>
        estimateTrainingBytes(encoder, {
          batchSize,
          columns,
          headOutputs: batchSize * headOutputs,
        }),
    },
    ...stages,
  ];
}
