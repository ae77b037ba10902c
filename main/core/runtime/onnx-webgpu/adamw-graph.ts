import { createGraphBuilder } from '#core/graph/create-builder.ts';
import type { GraphBuilder } from '#core/graph/builder.ts';
import type { Graph } from '#core/graph/graph.ts';
import type { Value } from '#core/graph/types.ts';
import { verifyGraph } from '#core/graph/verify.ts';
import type { AdamWStep } from '#core/training/adamw.ts';
import type { AdamWSettings } from '#core/training/ports.ts';

/** What the graph needs to know of a parameter. */
export interface UpdatedParameter {
  readonly name: string;
  readonly shape: readonly number[];
  readonly decays: boolean;
  /** Of the learning rate; all of it when left out. */
  readonly shareOfRate?: number;
}

/** The numbers of an update that change from one to the next; fed as scalars by these names. */
export const stepInputs = [
  'gradientScale',
  'weightScale',
  'stepSize',
  'epsilon',
] as const satisfies readonly (keyof AdamWStep)[];

/** 1 − share · (1 − scale), as `scaleAdamWStep`. */
function scaleAt(builder: GraphBuilder, scale: Value, share: number): Value {
  return share === 1 ? scale : builder.add(builder.multiply(scale, share), 1 - share);
}

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
  for (const { name, shape, decays, shareOfRate = 1 } of parameters) {
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
    const scale = decays ? scaleAt(builder, weightScale, shareOfRate) : one;
    const kept = builder.multiply(weights, scale);
    const size = shareOfRate === 1 ? stepSize : builder.multiply(stepSize, shareOfRate);
    builder.output(
      `new:weights:${name}`,
      builder.subtract(kept, builder.multiply(direction, size)),
    );
    builder.output(`new:firstMoments:${name}`, first);
    builder.output(`new:secondMoments:${name}`, second);
  }
  verifyGraph(builder.graph, 'the AdamW graph');
  return builder.graph;
}
