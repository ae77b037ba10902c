import { describe, expect, it } from 'vitest';
import { createOnnxCpuRuntime } from '#core/runtime/onnx-cpu.ts';
import type { PredictedNote } from '#core/domain/predictions.ts';
import { trainWordPiece } from '#core/tokenise/train-wordpiece.ts';
import type { NoteReading } from '#core/training/note-readings.ts';
import { buildClassification } from '../data/build-task.ts';
import { planSchema } from '../plan/plan-schema.ts';
import { fineTune } from './fine-tune.ts';
import { createNewModel } from './new-model.ts';
import { plainEffects, statesInMemory } from './testing/plain-effects.ts';

/** Notes in which one word decides; in the long ones of the pair it would be token 3,000. */
const filler = 'patient has fever';
const short = Array.from({ length: 24 }, (_, index) => ({
  id: `short-${index}`,
  text: index % 2 === 0 ? `zoster ${filler}` : filler,
  label: index % 2 === 0 ? 'yes' : 'no',
  groupId: `p${index}`,
}));
const long = `${filler} `.repeat(1000);
const pair = [
  { id: 'without', text: long, label: 'no', groupId: 'pair' },
  { id: 'with', text: `${long}zoster`, label: 'yes', groupId: 'pair' },
];
const tokenizer = trainWordPiece(['zoster patient has fever'], {
  ...{ vocabularySize: 100, minFrequency: 1, lowercase: false, limitAlphabet: 100 },
});
const shape = { layers: 1, hiddenSize: 16, heads: 2, intermediateSize: 16, maxPositions: 32 };
const start = { kind: 'scratch', vocabulary: 'words', ...shape } as const;

/** Fine-tunes all folds with the real engine; what was said of each note, by its id. */
async function predictAll(notes: typeof short, longNotes: NoteReading) {
  const { tasks } = planSchema.parse({
    name: 'plan',
    models: {},
    tasks: {
      task: {
        kind: 'classification',
        data: { format: 'csv', files: ['x'] },
        folds: 2,
        epochs: 8,
        learningRate: 5e-3,
        longNotes,
      },
    },
  });
  const task = buildClassification(notes, {
    ...{ name: 'task', hash: 'a'.repeat(64), foldCount: 2, seed: 3 },
    ...{ problems: { counts: [], first: [] }, warnings: [] },
  });
  const said = new Map<string, PredictedNote>();
  const unreadShares: (number | undefined)[] = [];
  for (const fold of [0, 1]) {
    const { outcome } = await fineTune(createNewModel(start, 'wordpiece', tokenizer), task, {
      plan: tasks.task,
      fold,
      seed: 1,
      modelName: 'model',
      effects: plainEffects({ runtime: createOnnxCpuRuntime({ threads: 1 }) }),
      states: statesInMemory(),
    });
    unreadShares.push(outcome.unreadShare);
    if (outcome.predictions?.kind !== 'classification') throw new Error('notes are classified');
    for (const note of outcome.predictions.notes) said.set(note.id, note);
  }
  return { said, unreadShares };
}

describe('a note longer than the model', () => {
  it('has a score that a word at its end moves where it is read in windows, and not from its head', async () => {
    const head = await predictAll([...short, ...pair], 'head');
    expect(head.said.get('with')?.logits).toEqual(head.said.get('without')?.logits);
    expect(head.unreadShares[0]).toBeGreaterThan(0.9);
    for (const reading of ['head-tail', 'windows-maximum', 'windows-mean'] as const) {
      const { said, unreadShares } = await predictAll([...short, ...pair], reading);
      const [a, b] = [said.get('with')?.logits ?? [], said.get('without')?.logits ?? []];
      expect(Math.abs(a[0] - a[1] - (b[0] - b[1]))).toBeGreaterThan(1e-5);
      expect(unreadShares[0] === 0).toBe(reading !== 'head-tail');
    }
  }, 60_000);
});

describe('notes that fit the model', () => {
  it.each(['head-tail', 'windows-huang'] as const)(
    'have the same logits however long ones would be read: %s',
    async (reading) => {
      const plain = await predictAll(short, 'head');
      const other = await predictAll(short, reading);
      expect(other.said).toEqual(plain.said);
      expect(other.unreadShares).toEqual([0, 0]);
    },
  );
});
