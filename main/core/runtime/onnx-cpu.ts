import { availableParallelism } from 'node:os';
import type { Runtime } from '#core/training/ports.ts';
import { checkRequest, refuseSetting } from './check-request.ts';
import { OnnxCpuSession } from './onnx-cpu-session.ts';
import { chooseOnnxBinding } from './onnx-session/choose.ts';
import type { OnnxBindingName } from './onnx-session/session.ts';

export interface OnnxCpuOptions {
  /** Threads inside one operator; by default as many as the process may use at once. */
  readonly threads?: number;
  /** By default the native binding where it loads; see `chooseOnnxBinding`. */
  readonly binding?: OnnxBindingName;
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
