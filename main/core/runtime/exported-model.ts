import { InferenceSession, Tensor } from './onnxruntime.ts';
import { AnamnesisError } from '#core/base/error.ts';

/** An ONNX file as other programs find it, opened as they open it. */
export interface ExportedModel {
  /** The output for one text, row by row: logits, or hidden states where the model has no head. */
  run(ids: readonly number[]): Promise<Float32Array>;
  dispose(): Promise<void>;
}

async function attempt<Result>(place: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    throw new AnamnesisError('runtime.failed', {
      expected: 'onnxruntime to open and run the exported file',
      found: cause instanceof Error ? cause.message : 'an unknown error',
      remedy: 'Free some memory and try again; if that fails too, report this.',
      place,
      cause,
    });
  }
}

/**
 * Opens an ONNX file of ours with onnxruntime's CPU provider; weights beside it are found as well.
 * @throws runtime.failed
 */
export async function openExportedModel(path: string): Promise<ExportedModel> {
  const session = await attempt('onnxruntime-node, create', () =>
    InferenceSession.create(path, {
      executionProviders: ['cpu'],
      logSeverityLevel: 4,
      extra: { session: { force_spinning_stop: '1' } },
    }),
  );
  const [output] = session.outputNames;
  return {
    run: async (ids) => {
      const values: Readonly<Record<string, BigInt64Array>> = {
        input_ids: BigInt64Array.from(ids, BigInt),
        attention_mask: new BigInt64Array(ids.length).fill(1n),
        token_type_ids: new BigInt64Array(ids.length),
      };
      const feeds = Object.fromEntries(
        session.inputNames.map((name) => [
          name,
          new Tensor('int64', values[name], [1, ids.length]),
        ]),
      );
      const results = await attempt('onnxruntime-node, run', () => session.run(feeds));
      return results[output].data as Float32Array;
    },
    dispose: () => session.release(),
  };
}
