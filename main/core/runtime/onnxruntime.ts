/** The only way to the package onnxruntime-node: nobody gets it with its telemetry. */
import './refuse-telemetry.ts';

export { InferenceSession, listSupportedBackends, Tensor } from 'onnxruntime-node';
