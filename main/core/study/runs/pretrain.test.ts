import { setImmediate } from 'node:timers/promises';
import { RunStopped } from '../effects/run-stopped.ts';

import { describe, expect, it } from 'vitest';

import { createOnnxCpuRuntime } from '#core/runtime/onnx-cpu.ts';
import { trainWordPiece } from '#core/tokenise/train-wordpiece.ts';

import { createNewModel } from './new-model.ts';
import { pretrain } from './pretrain.ts';

/** Sentences of which a few words make up most, as in any language. */
const lines = Array.from({ length: 400 }, (_, index) => {
  const rare = (index * 37) % 60;
  return `the patient has the fever and the cough since day${rare} and the x${rare % 7}`;
});

const notes = { name: 'notes', lines, lineCount: lines.length };

const effects = {
  runtime: createOnnxCpuRuntime({ threads: 1 }),
  clock: { nowMs: () => 0 },
  onStep: () => undefined,
  shouldStop: () => false,
  giveWay: setImmediate,
  stateKeeper: null,
  advance: () => Promise.resolve(),
  onHeldOut: () => undefined,
};

const plan = {
  corpora: ['notes'],
  epochs: 1,
  maxTokens: 32,
  batchSize: 8,
  accumulation: 1,
  maskedFraction: 0.15,
  wholeWords: false,
  learningRate: 1e-4,
  warmupFraction: 0,
  weightDecay: 0,
  dropout: 0,
  maxGradientNorm: null,
};

function createModel() {
  const tokenizer = trainWordPiece(lines, {
    vocabularySize: 160,
    minFrequency: 1,
    lowercase: false,
    limitAlphabet: 100,
  });
  return createNewModel(
    {
      kind: 'scratch',
      vocabulary: 'words',
      layers: 1,
      hiddenSize: 32,
      heads: 2,
      intermediateSize: 64,
      maxPositions: 32,
    },
    'wordpiece',
    tokenizer,
  );
}

describe('the pre-training of a new model', () => {
  it('starts from the frequencies of the tokens instead of learning them', async () => {
    const model = createModel();
    const { tokenizer } = model;
    const counts = new Map<number, number>();
    for (const line of lines) {
      for (const id of tokenizer.encode(line).ids) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const entropy = [...counts.values()].reduce((sum, count) => {
      return sum - (count / total) * Math.log(count / total);
    }, 0);

    const outcome = await pretrain(model, [notes], { plan, seed: 1, effects });

    const uniform = Math.log(tokenizer.vocabularySize);
    expect(uniform - entropy).toBeGreaterThan(1);
    expect(Math.abs((outcome.heldOutLossBefore ?? NaN) - entropy)).toBeLessThan(0.4);
    // And goes on with what it has learned: no new start where there are weights.
    const again = await pretrain(outcome.model, [notes], {
      plan,
      seed: 1,
      effects,
    });
    expect(again.heldOutLossBefore).toBe(outcome.heldOutLossAfter);
  });

  it('leaves out rows in which the vocabulary knows nothing, and says where that is all', async () => {
    const model = createModel();
    const known = { name: 'notes', lines: lines.slice(0, 8), lineCount: 8 };
    const foreign = { name: 'foreign', lines: ['発熱 と 咳'], lineCount: 1 };
    // Each row is a step of its own.
    const options = { plan: { ...plan, batchSize: 1 }, seed: 1, effects };
    const { rowCount } = await pretrain(model, [known], options);
    const both = await pretrain(model, [known, foreign], options);
    expect(both).toMatchObject({ rowCount, training: { stepCount: rowCount } });
    expect(both.tokensOfCorpus.foreign).toBe(4);
    await expect(pretrain(model, [foreign], options)).rejects.toMatchObject({
      code: 'corpus.empty',
    });
  });

  it('hears a stop also while it measures what is held out', async () => {
    let hasTrained = false;
    const stopping = {
      ...effects,
      onStep: ({ step, stepCount }: { step: number; stepCount: number }) => {
        hasTrained = step === stepCount;
      },
      shouldStop: () => hasTrained,
    };
    const options = { plan, seed: 1, effects: stopping };
    const running = pretrain(createModel(), [notes], options);
    await expect(running).rejects.toBeInstanceOf(RunStopped);
    expect(hasTrained).toBe(true);
  });
});
