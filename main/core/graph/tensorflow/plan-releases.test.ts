import { describe, expect, it } from 'vitest';
import { buildTrainingGraph } from '#core/model/step-graph.ts';
import { createGraphBuilder } from '../create-builder.ts';
import type { Value } from '../types.ts';
import { planReleases } from './plan-releases.ts';

describe('the plan of releases', () => {
  it('frees a value after the last node that reads it, and what nobody reads at once', () => {
    const builder = createGraphBuilder();
    const x = builder.input('x', 'float32', [2, 4]);
    const [left, right] = builder.split(x, 1, 2);
    const twice = builder.add(left, left);
    builder.output('y', builder.multiply(twice, left));
    const plan = planReleases(builder.graph);
    expect(plan.map(({ node }) => node.op)).toEqual(['split', 'add', 'multiply']);
    expect(plan.map(({ release }) => new Set(release))).toEqual([
      new Set([x, right]),
      new Set(),
      new Set([twice, left]),
    ]);
  });

  it('keeps outputs and constants', () => {
    const builder = createGraphBuilder();
    const x = builder.input('x', 'float32', [2]);
    const y = builder.add(x, 1);
    builder.output('y', y);
    builder.output('z', builder.multiply(y, 1.5));
    expect(planReleases(builder.graph).map(({ release }) => release)).toEqual([[x], []]);
  });

  it('frees everything else of a whole training step exactly once, and never too early', () => {
    const { graph } = buildTrainingGraph(
      {
        vocabularySize: 20,
        hiddenSize: 8,
        layerCount: 2,
        headCount: 2,
        intermediateSize: 16,
        maxPositions: 8,
        tokenTypeCount: 2,
        layerNormEpsilon: 1e-12,
        positionOffset: 0,
        hiddenActivation: 'gelu',
      },
      { kind: 'masked-language-model' },
      {
        shape: { rows: 'rows', columns: 'columns', targets: 'targets' },
        dropoutRate: 0.1,
        accumulate: true,
      },
    );
    const alive = new Set<Value>([...graph.inputs, ...graph.constants]);
    for (const { node, release } of planReleases(graph)) {
      for (const input of node.inputs) expect(alive.has(input)).toBe(true);
      for (const output of node.outputs) alive.add(output);
      for (const value of release) expect(alive.delete(value)).toBe(true);
    }
    expect(alive).toEqual(new Set([...graph.constants, ...graph.outputs.values()]));
  });
});
