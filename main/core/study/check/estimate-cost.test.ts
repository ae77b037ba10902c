import { expect, it } from 'vitest';
import type { Calibration } from '#core/domain/calibration.ts';
import type { EncoderConfiguration } from '#core/model/configuration.ts';
import { readPlan } from '../plan/read-plan.ts';
import { newEncoder } from '../runs/new-model.ts';
import { estimateCost } from './estimate-cost.ts';

const shape = (layers: number, hiddenSize: number) => ({
  layers,
  hiddenSize,
  heads: hiddenSize / 64,
  intermediateSize: 4 * hiddenSize,
  maxPositions: 512,
});
const encoderOf = (layers: number, hiddenSize: number): EncoderConfiguration =>
  newEncoder({ kind: 'scratch', vocabulary: 'words', ...shape(layers, hiddenSize) }, 'wordpiece', {
    vocabularySize: 30_000,
    padding: 0,
  });

const calibration: Calibration = {
  machine: 'one',
  machineDescription: 'one',
  programVersion: '1',
  measuredAtMs: 0,
  shape: { layers: 4, hiddenSize: 256, vocabularySize: 30_000, rows: 8, tokens: 128 },
  engines: [
    {
      name: 'onnx-cpu',
      outcome: { state: 'measured', detail: '', stepMs: 1, tokensPerSecond: 1000, rounds: [] },
    },
  ],
  chosen: 'onnx-cpu',
};

/** Of one model, fine-tuned on 100 sentences of 400 characters in two folds. */
function timeOf({
  start,
  encoder,
  seenShare = 1,
}: {
  start: object;
  encoder?: EncoderConfiguration;
  seenShare?: number;
}): number {
  const text = {
    name: 'cost',
    corpora: { notes: { files: ['notes.txt'] } },
    vocabularies: { words: { corpora: ['notes'], size: 30_000 } },
    models: { model: { start } },
    tasks: {
      drugs: { kind: 'entities', folds: 2, data: { format: 'bio', files: ['drugs.bio'] } },
    },
  };
  const lengths = new Array<number>(100 * seenShare).fill(400);
  const { timeMs } = estimateCost({
    plan: readPlan(JSON.stringify(text), 'plan.json'),
    data: { corpora: new Map(), tasks: new Map([['drugs', { lengths, seenShare }]]) },
    encoders: new Map(encoder === undefined ? [] : [['model', encoder]]),
    corpusBytes: 0,
    calibration,
  });
  return timeMs ?? NaN;
}

const scratch = (layers: number, hiddenSize: number) => ({
  kind: 'scratch',
  vocabulary: 'words',
  ...shape(layers, hiddenSize),
});
const folder = { kind: 'checkpoint', folder: '/models/one' };

it('a checkpoint takes as long as a new model of its shape', () => {
  const small = timeOf({ start: folder, encoder: encoderOf(4, 256) });
  expect(small).toBeCloseTo(timeOf({ start: scratch(4, 256), encoder: encoderOf(4, 256) }), 6);
  expect(small).toBeLessThan(timeOf({ start: folder, encoder: encoderOf(12, 768) }) / 10);
});

it('a model that is not there to be looked into is taken for BERT-base', () => {
  const start = { kind: 'library', model: 'somewhere/else' };
  expect(timeOf({ start })).toBeCloseTo(timeOf({ start: folder, encoder: encoderOf(12, 768) }), 6);
});

it('the rest of files that were read in part is like the part', () => {
  const start = scratch(4, 256);
  expect(timeOf({ start, seenShare: 0.25 })).toBeCloseTo(timeOf({ start }), 6);
});

it('is as fast as the engine was measured', () => {
  // 102 tokens a sentence; in each of two folds half of them train for 15 epochs, the other half
  // is predicted, which costs a third.
  const tokens = 2 * 50 * 102 * (15 + 1 / 3);
  // A token took 1 ms with 128 columns and a head for 0.15 × 30,000 words; now 102 and no head.
  const matrices = 4 * 256 ** 2 + 2 * 256 * 1024;
  const measured = 4 * (matrices + 2 * 128 * 256) + 0.15 * 30_000 * 256;
  const now = 4 * (matrices + 2 * 102 * 256);
  expect(timeOf({ start: scratch(4, 256) }) / (tokens * (now / measured))).toBeCloseTo(1, 6);
});
