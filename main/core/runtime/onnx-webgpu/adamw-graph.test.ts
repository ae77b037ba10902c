import { describe, expect, it } from 'vitest';

import { RandomStream } from '#core/base/random-stream.ts';
import { producerOf } from '#core/graph/graph.ts';
import { interpret } from '#core/graph/interpret.ts';
import { applyAdamW, planAdamWStep, scaleAdamWStep } from '#core/training/adamw.ts';
import { buildAdamWGraph, stepInputs } from './adamw-graph.ts';

const parameters = [
  { name: 'matrix', shape: [2, 3], decays: true, shareOfRate: 1 },
  { name: 'low', shape: [4], decays: true, shareOfRate: 0.25 },
  { name: 'bias', shape: [3], decays: false, shareOfRate: 0.5 },
];
const settings = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.1 };
const graph = buildAdamWGraph(parameters, settings);

describe('AdamW as a graph', () => {
  it('is the plain formula', () => {
    const random = new RandomStream(6, 'adamw-graph');
    const step = planAdamWStep(settings, {
      learningRate: 1e-2,
      stepNumber: 4,
      gradientNorm: 3,
      maxGradientNorm: 1,
    });
    const scalar = (value: number) => ({ shape: [], data: Float64Array.of(value) });
    const feeds: Record<string, Parameters<typeof interpret>[1][string]> = {
      one: scalar(1),
      ...Object.fromEntries(stepInputs.map((name) => [name, scalar(step[name])])),
    };
    const plain = parameters.map(({ name, shape, decays, shareOfRate }) => {
      const size = shape.reduce((product, length) => product * length, 1);
      const draw = () => Float32Array.from({ length: size }, () => random.normal());
      const arrays = {
        weights: draw(),
        firstMoments: draw(),
        secondMoments: draw().map(Math.abs),
        gradients: draw(),
      };
      for (const [kind, values] of Object.entries(arrays)) {
        feeds[`${kind}:${name}`] = { shape, data: Float64Array.from(values) };
      }
      return { name, arrays, decays, shareOfRate };
    });
    const results = interpret(graph, feeds);
    for (const { name, arrays, decays, shareOfRate } of plain) {
      applyAdamW(arrays, scaleAdamWStep(step, shareOfRate), decays);
      for (const kind of ['weights', 'firstMoments', 'secondMoments'] as const) {
        const { data } = results[`new:${kind}:${name}`];
        arrays[kind].forEach((expected, index) => {
          expect(Math.abs(data[index] - expected), `${kind} of ${name}`).toBeLessThan(1e-6);
        });
      }
    }
  });

  it('may write each result over what it comes from: nothing reads that any more', () => {
    const order = new Map(graph.nodes.map((node, index) => [node, index]));
    expect(graph.outputs.size).toBe(3 * parameters.length);
    for (const [name, value] of graph.outputs) {
      const writer = producerOf(value);
      const input = graph.inputs.find(
        ({ origin }) => origin.kind === 'input' && `new:${origin.name}` === name,
      );
      const readers = graph.nodes.filter((node) => node.inputs.some((read) => read === input));
      expect(readers.length, name).toBeGreaterThan(0);
      for (const reader of readers) {
        expect(order.get(reader), name).toBeLessThan(order.get(writer!)!);
      }
    }
  });
});
