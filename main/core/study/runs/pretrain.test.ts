import { setImmediate } from 'node:timers/promises';
import { RunStopped } from '../effects/run-stopped.ts';

import { describe, expect, it } from 'vitest';

import { createOnnxCpuRuntime } from '#core/runtime/onnx-cpu.ts';
import { trainWordPiece } from '#core/tokenise/train-wordpiece.ts';

import { createNewModel } from './new-model.ts';
import { pretrain } from './pretrain.ts';
import { TrainingDiverged } from './training-diverged.ts';
import type { PretrainingPlan } from '../plan/plan-schema.ts';
import type { Runtime, TargetBatch } from '#core/training/ports.ts';

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

  it('reads of each corpus as much as the plan weighs it, and says how much', async () => {
    const large = { name: 'large', lines: lines.slice(0, 300), lineCount: 300 };
    const small = { name: 'small', lines: lines.slice(300), lineCount: 100 };
    const options = { seed: 1, effects };
    const seen = async (changes: Partial<typeof plan & PretrainingPlan>) => {
      const changed = { ...plan, epochs: 2, ...changes };
      const outcome = await pretrain(createModel(), [large, small], { ...options, plan: changed });
      return outcome.seenOfCorpus;
    };
    const bySize = await seen({});
    const { tokensOfCorpus } = await pretrain(createModel(), [large, small], { ...options, plan });
    // All but the rows that are held out to measure, in each of two epochs.
    for (const name of ['large', 'small']) {
      expect(bySize[name] / 2).toBeLessThanOrEqual(tokensOfCorpus[name]);
      expect(bySize[name] / 2).toBeGreaterThan(0.95 * tokensOfCorpus[name]);
    }
    expect(bySize.large / bySize.small).toBeCloseTo(3, 0);
    const evenly = await seen({ weighting: 'even' });
    expect(evenly.large / evenly.small).toBeCloseTo(1, 1);
    const tempered = await seen({ weighting: { temperature: 2 } });
    expect(tempered.large / tempered.small).toBeCloseTo(Math.sqrt(bySize.large / bySize.small), 1);
    const single = await seen({ rows: 'lines' });
    expect(single.large / bySize.large).toBeCloseTo(1, 1);
  });

  it('gives each line a row of its own where the plan says so', async () => {
    const widths: number[] = [];
    const { runtime } = effects;
    const watching: Runtime = {
      ...runtime,
      open: async (request) => {
        const session = await runtime.open(request);
        const accumulate = session.accumulate.bind(session);
        return Object.assign(session, {
          accumulate: (...asked: Parameters<typeof accumulate>) => {
            const { inputIds, lengths, columns, rows } = asked[0] as TargetBatch;
            widths.push(columns);
            for (let row = 0; row < rows; row++) {
              const ids = inputIds.subarray(row * columns, row * columns + columns);
              const { separator, padding } = model.tokenizer.special;
              expect(ids.filter((id) => id === separator)).toHaveLength(1);
              expect(ids.indexOf(separator)).toBe(lengths[row] - 1);
              expect(ids.subarray(lengths[row]).every((id) => id === padding)).toBe(true);
            }
            return accumulate(...asked);
          },
        });
      },
    };
    const model = createModel();
    const changed = { ...plan, rows: 'lines' as const };
    const watched = { ...effects, runtime: watching };
    const { rowCount } = await pretrain(model, [notes], {
      plan: changed,
      seed: 1,
      effects: watched,
    });
    expect(rowCount).toBe(lines.length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(32);
  });

  it('that diverges ends with what was good before', async () => {
    const model = createModel();
    const options = { plan: { ...plan, epochs: 40, batchSize: 2 }, seed: 1, effects };
    const { runtime } = effects;
    /** From the 205th batch on the loss is what a wrong learning rate makes of it. */
    const leaving: Runtime = {
      ...runtime,
      open: async (request) => {
        const session = await runtime.open(request);
        let batches = 0;
        const accumulate = session.accumulate.bind(session);
        return Object.assign(session, {
          accumulate: async (...asked: Parameters<typeof accumulate>) => {
            const loss = await accumulate(...asked);
            return ++batches < 205 ? loss : loss + 20;
          },
        });
      },
    };
    const failing = pretrain(model, [notes], {
      ...options,
      effects: { ...effects, runtime: leaving },
    });
    const error = await failing.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TrainingDiverged);
    const { divergence, kept } = error as TrainingDiverged;
    expect(divergence).toMatchObject({ step: 205 });
    expect(kept?.step).toBe(200);
    expect([...(kept?.model.weights?.values() ?? [])].flatMap((values) => [...values])).toSatisfy(
      (values: number[]) => values.length > 1000 && values.every(Number.isFinite),
    );
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
