import { availableParallelism } from 'node:os';
import { AnamnesisError } from '#core/base/error.ts';
import type { Runtime, SessionRequest } from '#core/training/ports.ts';
import { OnnxCpuSession } from './onnx-cpu-session.ts';
import { chooseOnnxBinding } from './onnx-session/choose.ts';
import type { OnnxBindingName } from './onnx-session/session.ts';

export interface OnnxCpuOptions {
  /** Threads inside one operator; by default as many as the process may use at once. */
  readonly threads?: number;
  /** By default the native binding where it loads; see `chooseOnnxBinding`. */
  readonly binding?: OnnxBindingName;
}

function refuseSetting(place: string, expected: string, found: number): AnamnesisError {
  return new AnamnesisError('runtime.setting-invalid', {
    expected,
    found: String(found),
    remedy: 'Correct the setting.',
    place,
  });
}

function checkRequest({ dropoutRate, optimiser }: SessionRequest): void {
  if (!(dropoutRate >= 0 && dropoutRate < 1)) {
    throw refuseSetting('dropoutRate', 'a number from 0 to below 1', dropoutRate);
  }
  const { epsilon } = optimiser;
  if (!(epsilon > 0)) throw refuseSetting('optimiser.epsilon', 'a number above 0', epsilon);
  for (const name of ['beta1', 'beta2'] as const) {
    const beta = optimiser[name];
    if (!(beta >= 0 && beta < 1)) {
      throw refuseSetting(`optimiser.${name}`, 'a number from 0 to below 1', beta);
    }
  }
}

/**
 * The engine that runs on every machine: onnxruntime's CPU provider for loss and gradients, a
 * WASM-SIMD kernel for AdamW, all state in flat memory. With the same threads on the same machine
 * the same calls give the same bits.
 */
export function createOnnxCpuRuntime(options: OnnxCpuOptions = {}): Runtime {
  const { threads = availableParallelism() } = options;
  if (!Number.isSafeInteger(threads) || threads < 1) {
    throw refuseSetting('threads', 'a whole number from 1', threads);
  }
  return {
    name: 'onnx-cpu',
    open: async (request) => {
      checkRequest(request);
      const { binding } = await chooseOnnxBinding(options.binding);
      return new OnnxCpuSession(binding, request, threads);
    },
  };
}
