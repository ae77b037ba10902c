import { beforeEach, describe, expect, it } from 'vitest';
import type { FoldPredictions } from '#core/domain/predictions.ts';
import { createOnnxCpuRuntime } from '#core/runtime/onnx-cpu.ts';
import { trainWordPiece } from '#core/tokenise/train-wordpiece.ts';
import type { Runtime, SessionRequest } from '#core/training/ports.ts';
import { buildClassification, buildEntities } from '../data/build-task.ts';
import type { PreparedTask } from '../data/prepared-task.ts';
import { planSchema, type TaskPlan } from '../plan/plan-schema.ts';
import { fineTune } from './fine-tune.ts';
import { createNewModel } from './new-model.ts';
import { plainEffects, statesInMemory } from './testing/plain-effects.ts';

const words = ['fever', 'cough', 'pain', 'rash', 'calm', 'well', 'walks', 'eats'];
/** Some longer than the 12 tokens that the model reads at once. */
const texts = Array.from({ length: 24 }, (_, index) =>
  Array.from({ length: 4 + (index % 5) * 4 }, (_word, at) => words[(index * (at + 3)) % 8]).join(
    ' ',
  ),
);
const tokenizer = trainWordPiece(texts, {
  vocabularySize: 200,
  minFrequency: 1,
  lowercase: false,
  limitAlphabet: 100,
});
const shape = { layers: 2, hiddenSize: 16, heads: 2, intermediateSize: 32, maxPositions: 32 };
const model = createNewModel(
  { kind: 'scratch', vocabulary: 'words', ...shape },
  'wordpiece',
  tokenizer,
);
const identity = {
  ...{ name: 'task', hash: 'a'.repeat(64), foldCount: 3, seed: 3 },
  ...{ problems: { counts: [], first: [] }, warnings: [] },
};

const notes = buildClassification(
  texts.map((text, index) => ({
    id: String(index),
    text,
    label: index % 3 === 0 ? 'yes' : 'no',
    groupId: null,
  })),
  identity,
);
const sentences = buildEntities(
  texts.map((text, index) => {
    let at = 0;
    const spans = text.split(' ').map((word) => {
      const start = at;
      at += word.length + 1;
      return { start, end: start + word.length };
    });
    const tags = spans.map((_, word) => (word % 3 === index % 3 ? 'B-SIGN' : 'O'));
    return { id: String(index), text, words: spans, tags, groupId: null };
  }),
  identity,
);

function planOf(task: PreparedTask, options: object): TaskPlan {
  const settings = {
    ...{ folds: 3, epochs: 3, batchSize: 4, maxTokens: 12, learningRate: 1e-2 },
    // Clipping by the norm of all gradients would be another than by the norm of the head's.
    ...{ dropout: 0, maxGradientNorm: null, keepModels: true },
    ...(task.kind === 'entities' ? {} : { longNotes: 'windows-mean', classWeights: 'balanced' }),
  };
  const data = { format: task.kind === 'entities' ? 'bio' : 'csv', files: ['x'] };
  return planSchema.parse({
    name: 'plan',
    models: {},
    tasks: { task: { kind: task.kind, data, ...settings, ...options } },
  }).tasks.task;
}

let opened: SessionRequest[] = [];
beforeEach(() => {
  opened = [];
});
const engine = createOnnxCpuRuntime({ threads: 1 });
const runtime: Runtime = {
  ...engine,
  open: (request) => {
    opened.push(request);
    return engine.open(request);
  },
};

function logitsOf(predictions: FoldPredictions | undefined): number[] {
  if (predictions?.kind === 'classification') return predictions.notes.flatMap((n) => n.logits);
  if (predictions?.kind === 'multi-label') return predictions.notes.flatMap((n) => n.logits);
  return (predictions?.sentences ?? []).flatMap(({ predicted }) => predicted.map((p) => p.score));
}

describe.each([notes, sentences])('a frozen encoder on $kind', (task) => {
  const tune = (plan: TaskPlan, states = statesInMemory(), fold: number | null = 1) =>
    fineTune(model, task, {
      ...{ plan, modelName: 'model', fold, seed: 5 },
      ...{ states, effects: plainEffects({ runtime }) },
    });

  it('ends where a training ends in which the encoder has no learning rate', async () => {
    const frozen = await tune(planOf(task, { frozenEncoder: true }));
    // With a decay of 0, which no plan may have, the head alone has a learning rate.
    const whole = await tune({ ...planOf(task, {}), layerDecay: 0 });
    expect(frozen.outcome.training.stepCount).toBe(whole.outcome.training.stepCount);
    const [found, expected] = [frozen.kept!.model.weights!, whole.kept!.model.weights!];
    expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
    let farthest = 0;
    for (const [name, values] of found) {
      values.forEach((value, index) => {
        farthest = Math.max(farthest, Math.abs(value - expected.get(name)![index]));
      });
    }
    // States come from other batches, with other padding: float32 rounds them otherwise.
    expect(farthest).toBeLessThan(1e-4);
    const [ours, theirs] = [
      logitsOf(frozen.outcome.predictions),
      logitsOf(whole.outcome.predictions),
    ];
    expect(ours.length).toBe(theirs.length);
    expect(ours.length).toBeGreaterThan(0);
    ours.forEach((value, index) => {
      expect(Math.abs(value - theirs[index])).toBeLessThan(1e-4);
    });
    expect(frozen.outcome.metrics).toEqual(whole.outcome.metrics);
    // And something was learned: the head is not what it began as.
    const bias = found.get('classifier.bias')!;
    expect(bias.some((value) => Math.abs(value) > 1e-3)).toBe(true);
  });

  it('is asked once for all folds and the final model, and trains with dropout at the head', async () => {
    const states = statesInMemory();
    const plan = planOf(task, { frozenEncoder: true, dropout: 0.2 });
    for (const fold of [0, 1, 2, null]) await tune(plan, states, fold);
    expect(opened.map(({ part, dropoutRate }) => [part, dropoutRate])).toEqual([
      ['encoder', 0],
      ...Array.from({ length: 4 }, () => ['head', 0.2]),
    ]);
    states.close();
  });
});
