import { AnamnesisError } from '#core/base/error.ts';
import type { Runtime } from '#core/training/ports.ts';
import { precisions } from '#core/training/precision.ts';
import type { Precision } from '#core/training/precision.ts';

export interface FoundWebGpu {
  /** What was found, in words for the user. */
  readonly detail: string;
  /** Mixed where the adapter has half precision. */
  readonly precisions: readonly Precision[];
  readonly create: (precision: Precision) => Runtime;
}

async function loadParts() {
  try {
    const [{ tryWebGpuAdapter }, { createOnnxWebGpuRuntime }] = await Promise.all([
      import('./try-adapter.ts'),
      import('./webgpu-runtime.ts'),
    ]);
    return { tryWebGpuAdapter, createOnnxWebGpuRuntime };
  } catch (cause) {
    throw new AnamnesisError('runtime.unavailable', {
      expected: 'the package onnxruntime-node',
      found: `it does not load: ${cause instanceof Error ? cause.message : 'an unknown error'}`,
      remedy: 'Install the program’s packages again (npm ci).',
      cause,
    });
  }
}

/**
 * Looks for the engine `onnx-webgpu` on this machine. Nothing native is loaded before this is
 * called, and then drivers are that may crash: not for the process of a host.
 *
 * @throws runtime.unavailable with the reason and what would help
 */
export async function findWebGpu(): Promise<FoundWebGpu> {
  const { tryWebGpuAdapter, createOnnxWebGpuRuntime } = await loadParts();
  const { detail, hasHalfPrecision } = await tryWebGpuAdapter();
  return {
    detail,
    precisions: hasHalfPrecision ? precisions : ['float32'],
    create: createOnnxWebGpuRuntime,
  };
}
