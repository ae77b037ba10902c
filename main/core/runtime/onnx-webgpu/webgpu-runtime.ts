import type { Runtime } from '#core/training/ports.ts';
import type { Precision } from '#core/training/precision.ts';
import { checkRequest } from '../check-request.ts';
import { holdDevice } from './hold-device.ts';
import { WebGpuSession } from './webgpu-session.ts';

/**
 * The engine for any vendor's GPU: onnxruntime's WebGPU provider, over Vulkan, Direct3D 12 or
 * Metal. Weights, moments and gradients stay on the device, and so does every operator of a step.
 * `open` throws `runtime.unavailable` on a machine without a usable adapter. In mixed
 * precision it trains with `graph/half-precision.ts` and dynamic loss scaling, which needs an
 * adapter with half precision (`findWebGpu` says so); predictions stay in float32.
 */
export function createOnnxWebGpuRuntime(precision: Precision = 'float32'): Runtime {
  return {
    name: precision === 'mixed' ? 'onnx-webgpu (mixed precision)' : 'onnx-webgpu',
    open: async (request) => {
      checkRequest(request);
      await holdDevice();
      return WebGpuSession.open(request, precision);
    },
  };
}
