import { describe, expect, it } from 'vitest';
import { createOnnxCpuRuntime } from '#core/runtime/onnx-cpu.ts';
import { trainWordPiece } from '#core/tokenise/train-wordpiece.ts';
import type { QuestionBatch, Runtime } from '#core/training/ports.ts';
import { buildClassification } from '../data/build-task.ts';
import { requireInnerSplits } from '../data/split-inner.ts';
import { planSchema, type TaskPlan } from '../plan/plan-schema.ts';
import { fineTune } from './fine-tune.ts';
import { medianOf } from './median-epochs.ts';
import { createNewModel } from './new-model.ts';
import { plainEffects, statesInMemory } from './testing/plain-effects.ts';

/** Every text has a word of its own, by which it is recognised; its class is a toss-up. */
const texts = Array.from({ length: 60 }, (_, index) => `patient w${String(index)}q has fever`);
const tokenizer = trainWordPiece(texts, {
  ...{ vocabularySize: 300, minFrequency: 1, lowercase: false, limitAlphabet: 100 },
});
const shape = { layers: 1, hiddenSize: 16, heads: 2, intermediateSize: 16, maxPositions: 32 };
const model = createNewModel(
  { kind: 'scratch', vocabulary: 'words', ...shape },
  'wordpiece',
  tokenizer,
);
const identity = {
  ...{ name: 'task', hash: 'a'.repeat(64), foldCount: 3, seed: 3 },
  ...{ problems: { counts: [], first: [] }, warnings: [] },
};
/** Two notes of each patient. */
const task = buildClassification(
  texts.map((text, index) => ({
    id: text,
    text,
    label: (index * 7) % 5 < 2 ? 'yes' : 'no',
    groupId: `patient ${Math.floor(index / 2)}`,
  })),
  identity,
);

function planOf(options: object): TaskPlan {
  const data = { format: 'csv', files: ['x'] };
  const settings = { folds: 3, epochs: 12, batchSize: 4, learningRate: 1e-2, dropout: 0 };
  const plan = { kind: 'classification', data, ...settings, ...options };
  return planSchema.parse({ name: 'plan', models: {}, tasks: { task: plan } }).tasks.task;
}

/** A fold on the real engine, with the texts that each part of it met, in the order of calls. */
async function watch(plan: TaskPlan, fold: number | null, epochs: number | null = null) {
  const engine = createOnnxCpuRuntime({ threads: 1 });
  const textOfIds = new Map(texts.map((text) => [tokenizer.encode(text).ids.join(), text]));
  const textsOf = ({ inputIds, lengths, columns }: QuestionBatch) =>
    Array.from(lengths, (length, row) => {
      const own = inputIds.subarray(row * columns + 1, row * columns + length - 1);
      return textOfIds.get(own.join()) ?? 'another text';
    });
  const learned = new Set<string>();
  const asked: string[][] = [];
  const rates: number[] = [];
  const runtime: Runtime = {
    ...engine,
    open: async (request) => {
      const session = await engine.open(request);
      const [accumulate, predict, update] = [
        session.accumulate.bind(session),
        session.predict.bind(session),
        session.update.bind(session),
      ];
      session.accumulate = (batch, dropout) => {
        for (const text of textsOf(batch as QuestionBatch)) learned.add(text);
        return accumulate(batch, dropout);
      };
      session.predict = (batch) => {
        asked.push(textsOf(batch as QuestionBatch));
        return predict(batch);
      };
      session.update = (settings) => {
        rates.push(settings.learningRate);
        return update(settings);
      };
      return session;
    },
  };
  const { outcome, kept } = await fineTune(model, task, {
    ...{ plan, modelName: 'model', fold, seed: 5, epochs },
    ...{ states: statesInMemory(), effects: plainEffects({ runtime }) },
  });
  return { outcome, kept, learned, asked, rates };
}

const stopping = { earlyStop: { share: 0.25, patience: 2 } };
const groupsOf = (of: Iterable<string>) =>
  new Set(
    Array.from(of, (text) => task.notes.find((note) => note.text === text)?.groupId ?? 'none'),
  );

describe('a fold with an inner split', () => {
  it('chooses its epoch by notes that are neither learned from nor tested, nor of their patients', async () => {
    const { outcome, learned, asked } = await watch(planOf(stopping), 1);
    const tested = new Set([...task.folds[1]].map((index) => texts[index]));
    const last = new Set(asked.at(-1));
    expect(last).toEqual(tested);
    const heldBack = new Set(asked.slice(0, -1).flat());
    expect(heldBack.size).toBe(outcome.heldBackCount);
    expect(outcome.trainCount).toBe(learned.size);
    expect(heldBack.size + learned.size + tested.size).toBe(texts.length);
    const sides = [groupsOf(heldBack), groupsOf(learned), groupsOf(tested)];
    expect(sides.reduce((sum, { size }) => sum + size, 0)).toBe(30);
    expect(new Set(sides.flatMap((side) => [...side])).size).toBe(30);
  });

  it('ends with the weights of its best epoch, and says which that was', async () => {
    const plan = planOf({ ...stopping, keepModels: true });
    const { outcome, kept, rates } = await watch(plan, 0);
    const scores = outcome.training.innerScores ?? [];
    const best = scores.indexOf(Math.max(...scores)) + 1;
    expect(outcome.chosenEpochs).toBe(best);
    // Classes are a toss-up: nothing that is learned of them holds for others, and it ends early.
    expect(scores.length).toBe(best + 2);
    expect(scores.length).toBeLessThan(12);
    const perEpoch = rates.length / scores.length;
    expect(outcome.training.stepCount).toBe(rates.length);
    // The same training that ends there by itself has the same weights.
    const shorter = planOf({ earlyStop: { share: 0.25, patience: 12 }, keepModels: true });
    const full = await watch({ ...shorter, epochs: 12 }, 0);
    expect(full.rates.slice(0, rates.length)).toEqual(rates);
    expect(full.outcome.training.innerScores?.slice(0, scores.length)).toEqual(scores);
    expect(full.rates.length).toBe(12 * perEpoch);
    expect(full.outcome.chosenEpochs).toBe(best);
    expect(full.kept?.model.weights).toEqual(kept?.model.weights);
    expect(full.outcome.predictions).toEqual(outcome.predictions);
  });

  it('may choose by the metric by which models are compared', async () => {
    const plan = planOf({ earlyStop: { share: 0.25, patience: 1, measure: 'score' } });
    const { outcome } = await watch(plan, 2);
    for (const score of outcome.training.innerScores ?? [NaN]) {
      expect(score).toBeGreaterThanOrEqual(-1);
      expect(score).toBeLessThanOrEqual(1);
    }
  });

  it('chooses the same with a frozen encoder', async () => {
    const engine = createOnnxCpuRuntime({ threads: 1 });
    const { outcome } = await fineTune(model, task, {
      plan: planOf({ ...stopping, frozenEncoder: true }),
      ...{ modelName: 'model', fold: 1, seed: 5 },
      ...{ states: statesInMemory(), effects: plainEffects({ runtime: engine }) },
    });
    const scores = outcome.training.innerScores ?? [];
    expect(outcome.chosenEpochs).toBe(scores.indexOf(Math.max(...scores)) + 1);
    expect(outcome.trainCount + (outcome.heldBackCount ?? 0) + outcome.testCount).toBe(60);
  });
});

describe('the final model', () => {
  it('learns from all for the epochs that it is given, at the rates of the whole training', async () => {
    const { outcome, learned, asked, rates } = await watch(planOf(stopping), null, 3);
    expect(learned.size).toBe(texts.length);
    expect(asked).toEqual([]);
    expect(outcome.chosenEpochs).toBe(3);
    expect(rates.length).toBe(3 * Math.ceil(texts.length / 4));
    const { rates: all } = await watch(planOf({}), null);
    expect(rates).toEqual(all.slice(0, rates.length));
  });

  it('takes the median of its folds, rounded up', () => {
    expect(medianOf([4])).toBe(4);
    expect(medianOf([9, 1, 2])).toBe(2);
    expect(medianOf([3, 1, 2, 9])).toBe(3);
    expect(medianOf([10, 2])).toBe(6);
  });
});

it('an inner split that cannot be made is refused before anything is trained', () => {
  const notes = Array.from({ length: 4 }, (_, index) => ({
    ...{ id: String(index), text: texts[index], label: index % 2 === 0 ? 'yes' : 'no' },
    groupId: `patient ${index}`,
  }));
  const small = buildClassification(notes, { ...identity, foldCount: 2 });
  expect(() => {
    requireInnerSplits(planOf({}), small, 1);
  }).not.toThrow();
  expect(() => {
    requireInnerSplits(planOf(stopping), small, 1);
  }).toThrow(
    expect.objectContaining({
      code: 'folds.too-few-groups',
      details: expect.objectContaining({
        place: 'task task',
        field: ['tasks', 'task', 'earlyStop'],
      }) as object,
    }),
  );
});
