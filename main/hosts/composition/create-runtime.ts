import { createOnnxCpuRuntime } from '#core/runtime/onnx-cpu.ts';
import type { Runtime } from '#core/training/ports.ts';

/** The engine that this machine computes with. */
export function createRuntime(): Runtime {
  return createOnnxCpuRuntime({});
}
