import type { ParameterView } from './ports.ts';

/** Copies the weights out of a session, so that they outlive it. */
export function copyWeights(parameters: readonly ParameterView[]): Map<string, Float32Array> {
  return new Map(parameters.map(({ name, values }) => [name, values.slice()]));
}
