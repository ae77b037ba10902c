import { availableParallelism } from 'node:os';
import type { EncoderConfiguration, Head } from '#core/model/configuration.ts';
import { buildAttributionGraph } from '#core/model/step-graph.ts';
import type { PathGradients } from '#core/domain/path-gradients.ts';
import type { ParameterView } from '#core/training/ports.ts';
import { widenToInt64 } from './batch-tensors.ts';
import { chooseOnnxBinding } from './onnx-session/choose.ts';
import type { OnnxBinding, OnnxTensor } from './onnx-session/session.ts';
import { viewParts } from './parameter-tensors.ts';
import { SerialQueue } from './serial-queue.ts';

const anyShape = { rows: 'rows', columns: 'columns', targets: 'targets' } as const;

export interface ClassifierModel {
  readonly encoder: EncoderConfiguration;
  readonly head: Extract<Head, { kind: 'sequence-classification' }>;
  /** Writes the weights. */
  readonly fill: (parameters: readonly ParameterView[]) => void;
}

/**
 * A classifier on onnxruntime's CPU provider, with the gradients of its answer: its weights alone are
 * in memory, no moments. @throws runtime.*
 */
export async function openPathGradients(
  { encoder, head, fill }: ClassifierModel,
  { threads = availableParallelism() }: { readonly threads?: number } = {},
): Promise<PathGradients> {
  const { binding } = await chooseOnnxBinding();
  const graph = buildAttributionGraph(encoder, head, { shape: anyShape });
  const memory = graph.parameters.map((parameter) => ({
    parameter,
    values: new Float32Array(parameter.size),
  }));
  fill(memory.flatMap(({ parameter, values }) => viewParts(parameter, values)));
  const weights = new Map(
    memory.map(({ parameter: { name, shape }, values }) => [
      `parameter:${name}`,
      binding.createTensor('float32', shape, values),
    ]),
  );
  const session = await binding.createSession(graph.bytes(), { threads });
  const queue = new SerialQueue();
  return {
    attribute: (batch) =>
      queue.run(async () => {
        const rows = batch.shares.length;
        const columns = batch.ids.length;
        const attributions = new Float32Array(rows * columns);
        const ofClasses = new Float32Array(rows * head.labelCount);
        const feeds = describePath(binding, batch, head.labelCount);
        const fetches = new Map([
          ['attributions', binding.createTensor('float32', [rows, columns], attributions)],
          ['probabilities', binding.createTensor('float32', [rows, head.labelCount], ofClasses)],
        ]);
        try {
          await session.run(new Map([...feeds, ...weights]), fetches);
        } finally {
          for (const tensor of [...feeds.values(), ...fetches.values()]) tensor.release();
        }
        const probabilities = Float32Array.from(
          { length: rows },
          (_, row) => ofClasses[row * head.labelCount + batch.classIndex],
        );
        return { attributions, probabilities };
      }),
    dispose: () =>
      queue.run(async () => {
        await session.release();
        for (const tensor of weights.values()) tensor.release();
      }),
  };
}

function describePath(
  binding: OnnxBinding,
  { ids, baselineIds, shares, classIndex }: Parameters<PathGradients['attribute']>[0],
  classCount: number,
): Map<string, OnnxTensor> {
  const rows = shares.length;
  const columns = ids.length;
  const repeated = (each: Int32Array) => {
    const all = new Int32Array(rows * columns);
    for (let row = 0; row < rows; row++) all.set(each, row * columns);
    return binding.createTensor('int64', [rows, columns], widenToInt64(all));
  };
  const wanted = new Float32Array(rows * classCount);
  for (let row = 0; row < rows; row++) wanted[row * classCount + classIndex] = 1;
  const firsts = Int32Array.from({ length: rows }, (_, row) => row * columns);
  return new Map([
    ['input_ids', repeated(ids)],
    ['baseline_ids', repeated(baselineIds)],
    // Nothing is padding: [PAD] as a baseline is looked at as any token.
    [
      'attention_bias',
      binding.createTensor('float32', [rows, 1, 1, columns], new Float32Array(rows * columns)),
    ],
    ['target_positions', binding.createTensor('int64', [rows], widenToInt64(firsts))],
    ['share', binding.createTensor('float32', [rows, 1, 1], shares.slice())],
    ['wanted', binding.createTensor('float32', [rows, classCount], wanted)],
  ]);
}
