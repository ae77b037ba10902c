import type { Runtime } from '#core/training/ports.ts';
import { checkRequest } from '../check-request.ts';
import { holdDevice } from './hold-device.ts';
import { WebGpuSession } from './webgpu-session.ts';

/**
 * The engine for any vendor's GPU: onnxruntime's WebGPU provider, over Vulkan, Direct3D 12 or
 * Metal. Weights, moments and gradients stay on the device, and so does every operator of a step.
 * `open` throws `runtime.unavailable` on a machine without a usable adapter.
 */
export function createOnnxWebGpuRuntime(): Runtime {
  return {
    name: 'onnx-webgpu',
    open: async (request) => {
      checkRequest(request);
      await holdDevice();
      return WebGpuSession.open(request);
    },
  };
}
