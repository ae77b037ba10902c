import { setImmediate } from 'node:timers/promises';
import { createOnnxCpuRuntime } from '#core/runtime/onnx-cpu.ts';
import { generateSampleFiles } from '#core/sample/generate.ts';
import type { FoldInput } from '#core/study/apart/fold-input.ts';
import { readPlan } from '#core/study/plan/read-plan.ts';
import { EncodedStates } from '#core/study/runs/encoded-states.ts';
import { fineTune, type FineTuned } from '#core/study/runs/fine-tune.ts';
import { newEncoder } from '#core/study/runs/new-model.ts';
import { trainWordPiece } from '#core/tokenise/train-wordpiece.ts';
import { smallPlan } from './command-line.ts';

/** One long fold of the small study: accumulation, dropout and all that a state must hold. */
export function makeFold(epochs = 8): FoldInput {
  const { screen } = smallPlan.tasks;
  const ofTask = { ...screen, epochs, batchSize: 2, dropout: 0.1, keepModels: true };
  const text = JSON.stringify({ ...smallPlan, tasks: { screen: ofTask }, comparisons: [] });
  const plan = readPlan(text, 'plan.json');
  const notes = sampleTexts().map((note, index) => {
    const label = index % 2 === 0 ? 'yes' : 'no';
    return { id: `note-${index}`, text: `${label} ${note}`, label, groupId: `patient-${index}` };
  });
  const tokenizer = trainWordPiece(
    notes.map(({ text }) => text),
    { vocabularySize: 300, minFrequency: 1, lowercase: true, limitAlphabet: 200 },
  );
  const { start } = plan.models.general;
  if (start.kind !== 'scratch') throw new Error('the small study starts from nothing');
  const shape = { vocabularySize: tokenizer.vocabularySize, padding: tokenizer.special.padding };
  return {
    configurationHash: 'a'.repeat(64),
    engine: { name: 'onnx-cpu', precision: 'float32' },
    model: {
      encoder: newEncoder(start, 'wordpiece', shape),
      family: 'bert',
      tokenizer,
      weights: null,
      labels: null,
      storedId: 'the-start',
    },
    modelName: 'general',
    task: {
      kind: 'classification',
      name: 'screen',
      hash: 'b'.repeat(64),
      notes,
      classes: ['no', 'yes'],
      folds: [0, 1].map((fold) =>
        Int32Array.from(notes.keys()).filter((index) => Math.floor(index / 2) % 2 === fold),
      ),
      learned: null,
      isSearched: false,
      warnings: [],
    },
    plan: plan.tasks.screen,
    fold: 1,
    seed: plan.seed,
  };
}

function sampleTexts(): string[] {
  const file = generateSampleFiles({ seed: 3, size: 'small' }).find(({ path }) =>
    path.endsWith('nl-clinical.txt'),
  );
  const lines = (file?.content ?? '').split('\n').filter((line) => line.length > 20);
  return lines.slice(0, 80);
}

/** In this process, from memory to memory: what a worker must come to. */
export function computeHere({ model, task, engine: _, ...options }: FoldInput): Promise<FineTuned> {
  const states = new EncodedStates(() => {
    throw new Error('a small fold has room in memory');
  });
  return fineTune(model, task, {
    ...options,
    states,
    effects: {
      runtime: createOnnxCpuRuntime(),
      clock: { nowMs: () => 0 },
      onStep: () => undefined,
      onHeldOut: () => undefined,
      shouldStop: () => false,
      giveWay: setImmediate,
      advance: () => Promise.resolve(),
      stateKeeper: null,
    },
  });
}
