import type * as core from '@tensorflow/tfjs-core';

/**
 * @tensorflow/tfjs-core with a backend set: the package itself, or @tensorflow/tfjs-node, which
 * exports all of it. Only its types are needed here.
 */
export type TensorflowModule = typeof core;
export type Tensor = core.Tensor;
