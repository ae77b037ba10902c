import { availableParallelism } from 'node:os';
import { AnamnesisError, isAnamnesisError } from '#core/base/error.ts';
import type { Told } from '#core/base/phrase.ts';
import { createOnnxCpuRuntime } from '#core/runtime/onnx-cpu.ts';
import { chooseOnnxBinding } from '#core/runtime/onnx-session/choose.ts';
import { findWebGpu } from '#core/runtime/onnx-webgpu/find-webgpu.ts';
import {
  describeTensorflow,
  loadTensorflow,
  type TensorflowEngine,
} from '#core/runtime/tensorflow/load-tensorflow.ts';
import { createTensorflowRuntime } from '#core/runtime/tensorflow/tensorflow-runtime.ts';
import type { Runtime } from '#core/training/ports.ts';
import type { Precision } from '#core/training/precision.ts';
import { say } from '#core/wording/say.ts';

/** What was found of an engine on this machine. */
export type EngineFinding =
  | {
      readonly available: true;
      readonly detail: string;
      readonly precisions: readonly Precision[];
      readonly create: (precision: Precision) => Runtime;
    }
  | { readonly available: false; readonly reason: Told; readonly remedy: Told };

const full = ['float32'] as const;

/** Known without looking for the others, whose native libraries would be loaded in vain. */
const enginesWithHalfPrecision: readonly string[] = ['onnx-webgpu'];

/** Every engine of this version and how to look for it; the order is that of preference on a tie. */
const probes = {
  'onnx-cpu': async (): Promise<EngineFinding> => {
    const { reason } = await chooseOnnxBinding();
    const detail = `${availableParallelism()} threads; ${reason}`;
    return { available: true, detail, precisions: full, create: () => createOnnxCpuRuntime() };
  },
  'onnx-webgpu': async (): Promise<EngineFinding> => {
    const found = await findWebGpu();
    return { available: true, ...found };
  },
  'tensorflow-gpu': () => probeTensorflow('tensorflow-gpu'),
  'tensorflow-cpu': () => probeTensorflow('tensorflow-cpu'),
} as const satisfies Record<string, () => Promise<EngineFinding>>;

type EngineName = keyof typeof probes;

export const engineNames = Object.keys(probes) as readonly EngineName[];

/** @throws engine.unknown */
export function requireEngineName(name: string): EngineName {
  const known = engineNames.find((each) => each === name);
  if (known !== undefined) return known;
  throw new AnamnesisError('engine.unknown', {
    expected: say('engines', 'oneOf', engineNames),
    found: name,
    remedy: say('engines', 'correctEngineName'),
  });
}

/**
 * Looks for one engine, which may load native code: not in the process of a host. One that cannot
 * be used says why and what would change that. @throws engine.unknown
 */
export function findEngine(name: string): Promise<EngineFinding> {
  return probe(requireEngineName(name));
}

/**
 * What can be refused without looking for the engine.
 * @throws engine.unknown, engine.no-half-precision
 */
export function requireEngine(name: string, precision: Precision): EngineName {
  const known = requireEngineName(name);
  if (precision === 'mixed' && !enginesWithHalfPrecision.includes(known)) {
    throw refusePrecision(name, say('engines', 'float32Only'));
  }
  return known;
}

/** @throws engine.unknown, engine.no-half-precision, runtime.unavailable */
export async function openEngine(name: string, precision: Precision): Promise<Runtime> {
  const known = requireEngine(name, precision);
  const finding = await findEngine(known);
  if (finding.available) {
    if (finding.precisions.includes(precision)) return finding.create(precision);
    throw refusePrecision(name, finding.detail);
  }
  throw new AnamnesisError('runtime.unavailable', {
    expected: say('engines', 'onThisMachine', name),
    found: finding.reason,
    remedy: say('common', 'sentences', [finding.remedy, say('engines', 'useAnother')]),
  });
}

function refusePrecision(name: string, detail: Told): AnamnesisError {
  return new AnamnesisError('engine.no-half-precision', {
    expected: say('engines', 'mixedPrecisionHere'),
    found: say('engines', 'whichDoesNot', name, detail),
    remedy: say('engines', 'leavePrecisionOrWebgpu'),
  });
}

function probeTensorflow(name: TensorflowEngine): Promise<EngineFinding> {
  const tensorflow = loadTensorflow(name);
  const create = () => createTensorflowRuntime({ name, load: () => Promise.resolve(tensorflow) });
  const detail = describeTensorflow(tensorflow);
  return Promise.resolve({ available: true, detail, precisions: full, create });
}

async function probe(name: EngineName): Promise<EngineFinding> {
  try {
    return await probes[name]();
  } catch (error) {
    if (!isAnamnesisError(error)) throw error;
    const { found, remedy } = error.told;
    return { available: false, reason: found, remedy };
  }
}
