import { assert } from '#core/base/assert.ts';
import type { Metric, Run } from '#core/domain/run.ts';
import { trainWordPiece } from '#core/tokenise/train-wordpiece.ts';
import type { PlannedRun } from '../plan/list-runs.ts';
import type { RunSummaries } from '../results/run-summaries.ts';
import { fineTune } from './fine-tune.ts';
import type { LibrarySources, ModelLibrary } from './model-library.ts';
import { pretrain } from './pretrain.ts';
import type { RunEffects } from './run-effects.ts';
import { storeModel } from './stored-model.ts';

/** What every run of a study can see. */
export interface RunSurroundings extends LibrarySources {
  readonly studyId: string;
  readonly models: ModelLibrary;
}

/** What a run gives beside its state. */
export interface RunResult {
  readonly metrics: readonly Metric[];
  readonly summary: RunSummaries[keyof RunSummaries];
}

/** Does the work of one run. @throws RunStopped, and what the work throws */
export function performRun(
  { planned, run }: { planned: PlannedRun; run: Run },
  surroundings: RunSurroundings,
  effects: RunEffects,
): Promise<RunResult> {
  switch (planned.kind) {
    case 'vocabulary':
      return trainVocabulary(planned, surroundings);
    case 'pretraining':
      return pretrainModel({ planned, run }, surroundings, effects);
    case 'fine-tuning':
      return fineTuneFold({ planned, run }, surroundings, effects);
  }
}

async function trainVocabulary(
  { vocabulary }: PlannedRun,
  { plan, data, workspace }: RunSurroundings,
): Promise<RunResult> {
  assert(vocabulary !== null, 'a vocabulary run names its vocabulary');
  const { corpora, size, ...settings } = plan.vocabularies[vocabulary];
  function* lines() {
    for (const name of corpora) yield* linesOf(data, name);
  }
  const tokenizer = trainWordPiece(lines(), { ...settings, vocabularySize: size });
  const files = new TextEncoder().encode(JSON.stringify(tokenizer.toFiles()));
  const blob = await workspace.blobs.write([files]);
  return {
    metrics: [],
    summary: { tokenizerBlobId: blob.id, vocabularySize: tokenizer.vocabularySize },
  };
}

async function pretrainModel(
  { planned: { model: name }, run }: { planned: PlannedRun; run: Run },
  surroundings: RunSurroundings,
  effects: RunEffects,
): Promise<RunResult> {
  const { plan, data, workspace, studyId, models } = surroundings;
  assert(name !== null, 'a pre-training run names its model');
  const { pretraining } = plan.models[name];
  assert(pretraining !== undefined, 'only models with pre-training have such a run');
  const sources = pretraining.corpora.map((corpus) => ({
    name: corpus,
    lines: linesOf(data, corpus),
  }));
  const beginning = await models.findStart(name);
  const { model, ...outcome } = await pretrain(beginning, sources, {
    plan: pretraining,
    seed: plan.seed,
    effects,
  });
  const stored = await storeModel(workspace, model, {
    studyId,
    name,
    runId: run.id,
    parentModelId: beginning.storedId,
    head: { kind: 'masked-language-model' },
    labels: null,
    origin: { kind: 'pretraining' },
  });
  models.keep(name, stored);
  const sizes = [...(model.weights ?? [])].map(([, values]) => values.length);
  return {
    metrics: [],
    summary: {
      ...outcome,
      parameterCount: sizes.reduce((sum, size) => sum + size, 0),
      corpusHashes: Object.fromEntries(
        pretraining.corpora.map((corpus) => [corpus, data.corpora.get(corpus)?.hash ?? '']),
      ),
    },
  };
}

async function fineTuneFold(
  { planned, run }: { planned: PlannedRun; run: Run },
  { plan, data, models, workspace, studyId }: RunSurroundings,
  effects: RunEffects,
): Promise<RunResult> {
  const { task: taskName, model: name, fold } = planned;
  assert(taskName !== null && name !== null && fold !== null, 'a fold names task and model');
  const task = data.tasks.get(taskName);
  assert(task !== undefined, `the task ${taskName} was prepared`);
  const model = await models.find(name);
  const { outcome, kept } = await fineTune(model, task, {
    plan: plan.tasks[taskName],
    fold,
    seed: plan.seed,
    effects,
  });
  if (kept !== null) {
    await storeModel(workspace, kept.model, {
      studyId,
      name,
      runId: run.id,
      parentModelId: model.storedId,
      head: kept.head,
      labels: kept.labels,
      origin: { kind: 'fine-tuning', task: taskName, fold },
    });
  }
  const { metrics, ...summary } = outcome;
  return { metrics, summary: { ...summary, datasetHash: task.hash, startModelId: model.storedId } };
}

function linesOf(data: RunSurroundings['data'], name: string): Iterable<string> {
  const corpus = data.corpora.get(name);
  assert(corpus !== undefined, `the corpus ${name} was prepared`);
  return corpus.lines();
}
