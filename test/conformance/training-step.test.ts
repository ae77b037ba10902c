import { describe, expect, it } from 'vitest';

import { RandomStream } from '#core/base/random-stream.ts';
import { interpret } from '#core/graph/interpret.ts';
import { initialiseParameters } from '#core/model/initialise.ts';
import {
  buildHiddenStateGraph,
  buildPredictionGraph,
  buildTrainingGraph,
} from '#core/model/step-graph.ts';
import type { StepGraph, StepShape } from '#core/model/step-graph.ts';

import { differentiateNumerically, relativeError } from '../fixtures/engine/finite-differences.ts';
import { toTensors } from '../fixtures/engine/op-graphs.ts';
import { decodeFloats, joinParts, readStep } from '../fixtures/engine/read-step.ts';
import type { StepFixture } from '../fixtures/engine/read-step.ts';
import { openOnnx } from '../fixtures/engine/run-onnx.ts';
import { feedBatch, feedMasks, feedParameters } from '../fixtures/engine/step-feeds.ts';
import type { Feeds } from '../fixtures/engine/step-feeds.ts';

const fixtureNames = [
  'masked-language-model',
  'sequence-classification',
  'token-classification',
  'token-classification-relu',
  'masked-language-model-dropout',
  'roberta-sequence-classification-dropout',
  'distilbert-sequence-classification',
  'roberta-untied-language-model',
  'several-labels',
];
const symbolic: StepShape = { rows: 'rows', columns: 'columns', targets: 'targets' };

function staticShape({ batch }: StepFixture): StepShape {
  return { rows: batch.rows, columns: batch.columns, targets: batch.positions.length };
}

function trainingGraph(fixture: StepFixture, shape: StepShape, accumulate = false): StepGraph {
  return buildTrainingGraph(fixture.encoder, fixture.head, {
    shape,
    dropoutRate: fixture.dropout.rate,
    accumulate,
  });
}

function feedAll(step: StepGraph, fixture: StepFixture): Feeds {
  return {
    ...feedBatch(fixture),
    ...feedParameters(step, fixture),
    ...feedMasks(step, fixture),
  };
}

/** Key biases have a true gradient of 0; what rounding leaves there is measured absolutely. */
const smallestScale = 1e-3;

describe.each(fixtureNames)('the step %s', (name) => {
  const fixture = readStep(name);

  it.each([
    { sizes: 'symbolic', fusedMatMul: true },
    { sizes: 'symbolic', fusedMatMul: false },
    { sizes: 'static', fusedMatMul: true },
    { sizes: 'static', fusedMatMul: false },
  ])('equals PyTorch with $sizes sizes, fusedMatMul $fusedMatMul', async (setting) => {
    const shape = setting.sizes === 'static' ? staticShape(fixture) : symbolic;
    const step = trainingGraph(fixture, shape);
    const run = await openOnnx(step.bytes({ fusedMatMul: setting.fusedMatMul }));
    const results = await run(feedAll(step, fixture));

    expect(results.loss.data[0]).toBeCloseTo(fixture.loss, 5);
    expect(results.squared_norm.data[0] / fixture.squaredNorm).toBeCloseTo(1, 5);
    for (const parameter of step.parameters) {
      const actual = results[`gradient:${parameter.name}`];
      expect(actual.shape, parameter.name).toEqual(parameter.shape);
      const expected = joinParts(fixture, parameter, 'gradient');
      const error = relativeError(actual.data, expected, smallestScale);
      expect(error, parameter.name).toBeLessThan(1e-5);
    }
  });

  it('equals PyTorch to float32 rounding of the stored values when interpreted in float64', () => {
    const step = trainingGraph(fixture, symbolic);
    const results = interpret(step.graph, toTensors(feedAll(step, fixture)));
    expect(results.loss.data[0]).toBeCloseTo(fixture.loss, 9);
    for (const parameter of step.parameters) {
      const { data } = results[`gradient:${parameter.name}`];
      const expected = joinParts(fixture, parameter, 'gradient');
      expect(relativeError(data, expected, smallestScale), parameter.name).toBeLessThan(1e-7);
    }
  });

  it('gives the same gradients as tables and rows of them', () => {
    const step = buildTrainingGraph(fixture.encoder, fixture.head, {
      shape: symbolic,
      dropoutRate: fixture.dropout.rate,
      accumulate: false,
      rowsApart: true,
    });
    const results = interpret(step.graph, toTensors(feedAll(step, fixture)));
    const words = step.rowGradients.map(({ parameter }) => step.parameters[parameter].name);
    expect(words).toContain('embeddings.word_embeddings.weight');
    step.parameters.forEach((parameter, index) => {
      const apart = step.rowGradients.find((rows) => rows.parameter === index);
      const sum =
        apart?.hasTable === false
          ? new Float64Array(parameter.size)
          : results[`gradient:${parameter.name}`].data.slice();
      if (apart !== undefined) {
        const rows = results[`rows:${parameter.name}`].data;
        const { data } = results[`row_gradients:${parameter.name}`];
        const length = data.length / rows.length;
        data.forEach((value, at) => {
          sum[rows[Math.floor(at / length)] * length + (at % length)] += value;
        });
      }
      const expected = joinParts(fixture, parameter, 'gradient');
      expect(relativeError(sum, expected, smallestScale), parameter.name).toBeLessThan(1e-7);
    });
  });

  it('adds its gradients to those gathered before', async () => {
    const step = trainingGraph(fixture, symbolic, true);
    const earlier = step.parameters.map(({ name: parameter, size }) => {
      const normal = new RandomStream(7, parameter);
      return Float32Array.from({ length: size }, () => normal.normal());
    });
    const feeds = feedAll(step, fixture);
    step.parameters.forEach((parameter, index) => {
      feeds[`accumulated:${parameter.name}`] = {
        dataType: 'float32',
        shape: parameter.shape,
        data: earlier[index],
      };
    });
    const run = await openOnnx(step.bytes());
    const results = await run(feeds);

    let squaredNorm = 0;
    step.parameters.forEach((parameter, index) => {
      const expected = joinParts(fixture, parameter, 'gradient').map(
        (element, at) => element + earlier[index][at],
      );
      squaredNorm += expected.reduce((sum, element) => sum + element ** 2, 0);
      const { data } = results[`gradient:${parameter.name}`];
      expect(relativeError(data, expected), parameter.name).toBeLessThan(1e-5);
    });
    expect(results.squared_norm.data[0] / squaredNorm).toBeCloseTo(1, 5);
  });
});

describe('the prediction graph', () => {
  it.each(fixtureNames.filter((name) => !name.endsWith('dropout')))(
    'gives the logits of PyTorch: %s',
    async (name) => {
      const fixture = readStep(name);
      const step = buildPredictionGraph(fixture.encoder, fixture.head, { shape: symbolic });
      const run = await openOnnx(step.bytes());
      const { logits } = await run({ ...feedBatch(fixture), ...feedParameters(step, fixture) });
      expect(logits.shape[0]).toBe(fixture.batch.positions.length);
      expect(relativeError(logits.data, decodeFloats(fixture.logits))).toBeLessThan(1e-5);
    },
  );
});

describe('dropout', () => {
  const fixture = readStep('masked-language-model-dropout');

  it('has the gradient that finite differences have, masks held fixed', () => {
    const step = trainingGraph(fixture, symbolic);
    const feeds = toTensors(feedAll(step, fixture));
    const results = interpret(step.graph, feeds);
    const watched = ['encoder.layer.1.output.LayerNorm.weight', 'embeddings.LayerNorm.bias'];
    for (const name of watched) {
      const input = `parameter:${name}`;
      const expected = differentiateNumerically(
        feeds[input],
        (moved) => interpret(step.graph, { ...feeds, [input]: moved }).loss.data[0],
      );
      const error = relativeError(results[`gradient:${name}`].data, expected, smallestScale);
      expect(error, name).toBeLessThan(1e-5);
    }
  });

  it('acts where Hugging Face drops, and nowhere without a rate', () => {
    const step = trainingGraph(fixture, symbolic);
    expect(step.dropoutSites.map((site) => site.name)).toEqual([
      'embeddings',
      'encoder.layer.0.attention.probabilities',
      'encoder.layer.0.attention.output',
      'encoder.layer.0.output',
      'encoder.layer.1.attention.probabilities',
      'encoder.layer.1.attention.output',
      'encoder.layer.1.output',
    ]);
    const plain = trainingGraph({ ...fixture, dropout: { rate: 0, masks: {} } }, symbolic);
    expect(plain.dropoutSites).toEqual([]);
  });
});

describe('targets', () => {
  const fixture = readStep('masked-language-model');

  it('give the loss and gradients that all positions give with weight 0 elsewhere', async () => {
    const { batch } = fixture;
    const all = batch.inputIds.length;
    const weights = new Array<number>(all).fill(0);
    const labels = new Array<number>(all).fill(0);
    batch.positions.forEach((position, index) => {
      weights[position] = batch.weights[index];
      labels[position] = batch.labels[index];
    });
    const everywhere = {
      ...fixture,
      batch: { ...batch, positions: [...Array(all).keys()], labels, weights },
    };
    const step = trainingGraph(fixture, symbolic);
    const run = await openOnnx(step.bytes());
    const few = await run(feedAll(step, fixture));
    const many = await run(feedAll(step, everywhere));
    expect(many.loss.data[0]).toBeCloseTo(few.loss.data[0], 5);
    for (const { name } of step.parameters) {
      const output = `gradient:${name}`;
      const error = relativeError(few[output].data, many[output].data, smallestScale);
      expect(error, name).toBeLessThan(1e-5);
    }
  });

  it('are not influenced by what stands in the padding', async () => {
    const { batch } = fixture;
    const inputIds = batch.inputIds.map((id, index) =>
      index % batch.columns < batch.lengths[Math.floor(index / batch.columns)] ? id : 50,
    );
    const step = trainingGraph(fixture, symbolic);
    const run = await openOnnx(step.bytes());
    const results = await run(feedAll(step, { ...fixture, batch: { ...batch, inputIds } }));
    expect(results.loss.data[0]).toBeCloseTo(fixture.loss, 5);
  });
});

describe('a text longer than the model has positions', () => {
  it('is refused when the graph is built', () => {
    const { encoder, head } = readStep('roberta-sequence-classification-dropout');
    const build = (columns: number) =>
      buildPredictionGraph(encoder, head, { shape: { rows: 1, columns, targets: 1 } });
    expect(build(18).graph.inputs).not.toHaveLength(0);
    expect(() => build(19)).toThrow(/at most 18 columns/);
  });
});

describe('a freshly initialised model', () => {
  it('predicts every word about equally badly', async () => {
    const fixture = readStep('masked-language-model');
    const step = trainingGraph(fixture, symbolic);
    const feeds: Feeds = feedBatch(fixture);
    for (const parameter of step.parameters) {
      const data = new Float32Array(parameter.size);
      let start = 0;
      const parts = parameter.parts.map(({ name, size }) => {
        start += size;
        return { name, values: data.subarray(start - size, start) };
      });
      initialiseParameters(parts, new RandomStream(1, 'initialise'));
      feeds[`parameter:${parameter.name}`] = { dataType: 'float32', shape: parameter.shape, data };
    }
    const run = await openOnnx(step.bytes());
    const { loss } = await run(feeds);
    // The weights of the fixture sum to slightly less than 1.
    const total = fixture.batch.weights.reduce((sum, weight) => sum + weight, 0);
    expect(loss.data[0] / total).toBeCloseTo(Math.log(fixture.encoder.vocabularySize), 1);
  });
});

describe('the hidden state graph', () => {
  it('gives what the classifier of the whole model reads', async () => {
    const fixture = readStep('token-classification');
    const { hiddenSize } = fixture.encoder;
    const step = buildHiddenStateGraph(fixture.encoder, { shape: symbolic });
    const run = await openOnnx(step.bytes());
    const { hidden_states: states } = await run({
      ...feedBatch(fixture),
      ...feedParameters(step, fixture),
    });
    expect(states.shape).toEqual([4, 12, hiddenSize]);

    const stored = (name: string) =>
      decodeFloats(fixture.parameters.find((parameter) => parameter.name === name)!.initial);
    const weight = stored('classifier.weight');
    const bias = stored('classifier.bias');
    const logits = fixture.batch.positions.flatMap((position) =>
      Array.from(bias, (start, label) => {
        let sum = start;
        for (let k = 0; k < hiddenSize; k++) {
          sum += states.data[position * hiddenSize + k] * weight[label * hiddenSize + k];
        }
        return sum;
      }),
    );
    expect(relativeError(logits, decodeFloats(fixture.logits))).toBeLessThan(1e-5);
  });
});
