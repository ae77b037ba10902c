import { createGraphBuilder } from '#core/graph/create-builder.ts';
import type { Graph } from '#core/graph/graph.ts';
import { verifyGraph } from '#core/graph/verify.ts';
import type { AdamWStep } from '#core/training/adamw.ts';
import type { AdamWSettings } from '#core/training/ports.ts';

/** What the graph needs to know of a parameter. */
export interface UpdatedParameter {
  readonly name: string;
  readonly shape: readonly number[];
  readonly decays: boolean;
}

/** The numbers of an update that change from one to the next; fed as scalars by these names. */
export const stepInputs = [
  'gradientScale',
  'weightScale',
  'stepSize',
  'epsilon',
] as const satisfies readonly (keyof AdamWStep)[];

/**
 * The formula of training/adamw.ts for all parameters, in the same order of operations. Inputs are
 * `<kind>:<name>` for the kinds weights, firstMoments, secondMoments and gradients; outputs
 * `new:<kind>:<name>` for the first three. Each output may be written over its input: no node that
 * writes one reads the old values, and every node that reads them comes before. That is why weights
 * without decay are multiplied by a `one` that is fed.
 * Moments below 2⁻¹²⁶ stay what they are: they do not slow a GPU down.
 */
export function buildAdamWGraph(
  parameters: readonly UpdatedParameter[],
  { beta1, beta2 }: AdamWSettings,
): Graph {
  const builder = createGraphBuilder();
  const [gradientScale, weightScale, stepSize, epsilon] = stepInputs.map((name) =>
    builder.input(name, 'float32', []),
  );
  const one = builder.input('one', 'float32', []);
  for (const { name, shape, decays } of parameters) {
    const [weights, firstMoments, secondMoments, fed] = [
      'weights',
      'firstMoments',
      'secondMoments',
      'gradients',
    ].map((kind) => builder.input(`${kind}:${name}`, 'float32', shape));
    const gradient = builder.multiply(fed, gradientScale);
    const first = builder.add(
      builder.multiply(firstMoments, beta1),
      builder.multiply(gradient, 1 - beta1),
    );
    const squares = builder.multiply(builder.multiply(gradient, gradient), 1 - beta2);
    const second = builder.add(builder.multiply(secondMoments, beta2), squares);
    const direction = builder.divide(first, builder.add(builder.sqrt(second), epsilon));
    const kept = builder.multiply(weights, decays ? weightScale : one);
    builder.output(
      `new:weights:${name}`,
      builder.subtract(kept, builder.multiply(direction, stepSize)),
    );
    builder.output(`new:firstMoments:${name}`, first);
    builder.output(`new:secondMoments:${name}`, second);
  }
  verifyGraph(builder.graph, 'the AdamW graph');
  return builder.graph;
}
