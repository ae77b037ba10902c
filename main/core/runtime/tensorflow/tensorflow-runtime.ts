import type { Runtime } from '#core/training/ports.ts';
import { checkRequest } from '../check-request.ts';
import { attempt } from './attempt.ts';
import type { TensorflowEngine } from './load-tensorflow.ts';
import type { TensorflowModule } from './module.ts';
import { TensorflowSession } from './tensorflow-session.ts';

export interface TensorflowOptions {
  readonly name: TensorflowEngine;
  /** TensorFlow.js with its backend set. Sessions of one process share it, and its memory. */
  readonly load: () => Promise<TensorflowModule>;
}

/**
 * The engines on TensorFlow.js: the graph computed op by op, weights, moments and gradients on the
 * device. For machines with CUDA, and a second opinion on any other.
 */
export function createTensorflowRuntime({ name, load }: TensorflowOptions): Runtime {
  return {
    name,
    open: async (request) => {
      checkRequest(request);
      const tensorflow = await load();
      return attempt('memory for a model', () => new TensorflowSession(tensorflow, request));
    },
  };
}
