import { describe, expect, it } from 'vitest';
import { createOnnxCpuRuntime } from '#core/runtime/onnx-cpu.ts';
import { trainWordPiece } from '#core/tokenise/train-wordpiece.ts';
import type { QuestionBatch } from '#core/training/ports.ts';
import { buildClassification, buildEntities } from '../data/build-task.ts';
import type { PreparedTask } from '../data/prepared-task.ts';
import { planSchema } from '../plan/plan-schema.ts';
import { fineTune } from './fine-tune.ts';
import { createNewModel } from './new-model.ts';
import { plainEffects, statesInMemory } from './testing/plain-effects.ts';

const foldCount = 4;
/** Every text has a word of its own, by which it is recognised. */
const texts = Array.from({ length: 26 }, (_, index) => `patient w${String(index)}q has fever`);

const tokenizer = trainWordPiece(texts, {
  vocabularySize: 200,
  minFrequency: 1,
  lowercase: false,
  limitAlphabet: 100,
});

function createModel() {
  const shape = { layers: 1, hiddenSize: 16, heads: 2, intermediateSize: 16, maxPositions: 32 };
  const start = { kind: 'scratch', vocabulary: 'words', ...shape } as const;
  return createNewModel(start, 'wordpiece', tokenizer);
}

const identity = {
  name: 'task',
  hash: 'a'.repeat(64),
  foldCount,
  seed: 3,
  problems: { counts: [], first: [] },
  warnings: [],
};

function makeNotes() {
  const label = (index: number) => (index % 2 === 0 ? 'yes' : 'no');
  const notes = texts.map((text, index) => ({
    id: text,
    text,
    label: label(index),
    groupId: null,
  }));
  return buildClassification(notes, identity);
}

function makeSentences() {
  const sentences = texts.map((text) => {
    let at = 0;
    const words = text.split(' ').map((word) => {
      const start = at;
      at += word.length + 1;
      return { start, end: start + word.length };
    });
    return { id: text, text, words, tags: ['O', 'B-WHO', 'O', 'B-SIGN'], groupId: null };
  });
  return buildEntities(sentences, identity);
}

/** Fine-tunes one fold with the real engine and keeps which texts it was given for what. */
async function watchFold(task: PreparedTask, fold: number) {
  const runtime = createOnnxCpuRuntime({ threads: 1 });
  const textOfIds = new Map(texts.map((text) => [tokenizer.encode(text).ids.join(), text]));
  const textsOf = ({ inputIds, lengths, columns }: QuestionBatch) =>
    Array.from(lengths, (length, row) => {
      // Without the special tokens at both ends.
      const own = inputIds.subarray(row * columns + 1, row * columns + length - 1);
      return textOfIds.get(own.join()) ?? 'another text';
    });
  const trained = new Set<string>();
  const tested: string[] = [];
  const { tasks } = planSchema.parse({
    name: 'plan',
    models: {},
    tasks: {
      task: {
        kind: task.kind,
        data: { format: task.kind === 'entities' ? 'bio' : 'csv', files: ['x'] },
        folds: foldCount,
        epochs: 1,
      },
    },
  });
  const { outcome } = await fineTune(createModel(), task, {
    plan: tasks.task,
    modelName: 'model',
    fold,
    seed: 1,
    states: statesInMemory(),
    effects: plainEffects({
      runtime: {
        ...runtime,
        open: async (options) => {
          const session = await runtime.open(options);
          const accumulate = session.accumulate.bind(session);
          const predict = session.predict.bind(session);
          session.accumulate = (batch, dropout) => {
            for (const text of textsOf(batch as QuestionBatch)) trained.add(text);
            return accumulate(batch, dropout);
          };
          session.predict = (batch) => {
            tested.push(...textsOf(batch as QuestionBatch));
            return predict(batch);
          };
          return session;
        },
      },
    }),
  });
  return { outcome, trained: [...trained], tested };
}

describe.each([makeNotes(), makeSentences()])('a fold of $kind', (task) => {
  it('never learns from what it is tested on, and tests every text once over all folds', async () => {
    const testedOfAll: string[] = [];
    for (let fold = 0; fold < foldCount; fold++) {
      const { trained, tested, outcome } = await watchFold(task, fold);
      expect([...trained, ...tested].sort()).toEqual([...texts].sort());
      expect(outcome).toMatchObject({
        testCount: tested.length,
        trainCount: trained.length,
        repeatedCount: 0,
      });
      const support = outcome.metrics.filter(({ name }) => name === 'support');
      const perText = task.kind === 'entities' ? 2 : 1;
      expect(support.reduce((sum, { value }) => sum + value, 0)).toBe(perText * tested.length);
      testedOfAll.push(...tested);
    }
    expect(testedOfAll.sort()).toEqual([...texts].sort());
  });
});
