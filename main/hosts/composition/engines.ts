import { availableParallelism } from 'node:os';
import { isAnamnesisError } from '#core/base/error.ts';
import { createOnnxCpuRuntime } from '#core/runtime/onnx-cpu.ts';
import { chooseOnnxBinding } from '#core/runtime/onnx-session/choose.ts';
import { loadTensorflow, type TensorflowEngine } from '#core/runtime/tensorflow/load-tensorflow.ts';
import { createTensorflowRuntime } from '#core/runtime/tensorflow/tensorflow-runtime.ts';
import type { Runtime } from '#core/training/ports.ts';

/** What was found of an engine on this machine. */
export type EngineFinding =
  | { readonly available: true; readonly detail: string; readonly create: () => Runtime }
  | { readonly available: false; readonly reason: string; readonly remedy: string };

/** Every engine of this version and how to look for it; the order is that of preference on a tie. */
const probes = {
  'onnx-cpu': async (): Promise<EngineFinding> => {
    const { reason } = await chooseOnnxBinding();
    const detail = `${availableParallelism()} threads; ${reason}`;
    return { available: true, detail, create: () => createOnnxCpuRuntime() };
  },
  'tensorflow-gpu': () => probeTensorflow('tensorflow-gpu'),
  'tensorflow-cpu': () => probeTensorflow('tensorflow-cpu'),
} as const satisfies Record<string, () => Promise<EngineFinding>>;

export type EngineName = keyof typeof probes;

/** Looks for every engine; one that cannot be used says why and what would change that. */
export async function findEngines(): Promise<Map<EngineName, EngineFinding>> {
  const names = Object.keys(probes) as EngineName[];
  return new Map(await Promise.all(names.map(async (name) => [name, await probe(name)] as const)));
}

function probeTensorflow(name: TensorflowEngine): Promise<EngineFinding> {
  const tensorflow = loadTensorflow(name);
  const create = () => createTensorflowRuntime({ name, load: () => Promise.resolve(tensorflow) });
  return Promise.resolve({ available: true, detail: 'TensorFlow.js with native code', create });
}

async function probe(name: EngineName): Promise<EngineFinding> {
  try {
    return await probes[name]();
  } catch (error) {
    if (!isAnamnesisError(error)) throw error;
    const { found, remedy } = error.details;
    return { available: false, reason: found, remedy };
  }
}
