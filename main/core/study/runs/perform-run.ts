import { holdsSeveralLabels } from '#core/model/configuration.ts';
import { assert } from '#core/base/assert.ts';
import { AnamnesisError } from '#core/base/error.ts';
import type { Run } from '#core/domain/run.ts';
import { workThrough, type CountedLines } from '#core/base/advance.ts';
import { cutKnownCorpora } from '#core/library/vocabularies/cut-corpora.ts';
import { extendModel } from '#core/library/vocabularies/extend-model.ts';
import { headOf, storeModel } from '#core/library/stored-model.ts';
import { vocabularyOfNew } from '../plan/check-references.ts';
import type { Plan } from '../plan/plan-schema.ts';
import type { PlannedRun } from '../plan/planned-run.ts';
import { fineTune } from './fine-tune.ts';
import { performTransfer } from './perform-transfer.ts';
import { judgeBaseline } from './judge-baseline.ts';
import type { SetAsidePoint } from '#core/library/model-record.ts';
import type { ModelState } from '#core/library/model-state.ts';
import { findOfRun } from '#core/library/model-of-run.ts';
import { say } from '#core/wording/say.ts';
import { readHeldOut } from './read-held-out.ts';
import { medianEpochs } from './median-epochs.ts';
import { measurePerplexities } from './measure-perplexities.ts';
import { pretrain } from './pretrain.ts';
import type { RunEffects } from './run-effects.ts';
import type { RunResult } from './run-result.ts';
import type { RunSurroundings } from './run-surroundings.ts';
import { TrainingDiverged } from './training-diverged.ts';
import { trainVocabulary } from './train-vocabulary.ts';

/** Does the work of one run. @throws RunStopped, and what the work throws */
export function performRun(
  { planned, run }: { planned: PlannedRun; run: Run },
  surroundings: RunSurroundings,
  effects: RunEffects,
): Promise<RunResult> {
  switch (planned.kind) {
    case 'vocabulary':
      return planned.vocabulary === null
        ? extendVocabularyOfModel({ planned, run }, surroundings, effects)
        : makeVocabulary(planned.vocabulary, surroundings, effects);
    case 'pretraining':
      return pretrainModel({ planned, run }, surroundings, effects);
    case 'perplexity':
      return measurePerplexities(planned, surroundings, effects);
    case 'baseline':
      return judgeBaseline(planned, surroundings, effects);
    case 'fine-tuning':
    case 'final':
      return fineTuneFold({ planned, run }, surroundings, effects);
    case 'transfer':
    case 'zero-shot':
    case 'few-shot':
      return performTransfer({ planned, run }, surroundings, effects);
  }
}

async function makeVocabulary(
  name: string,
  surroundings: RunSurroundings,
  { advance }: RunEffects,
): Promise<RunResult> {
  const { plan, data, workspace } = surroundings;
  const vocabulary = plan.vocabularies[name];
  const tokenizer = await workThrough(
    linesOfAll(data, vocabulary.corpora),
    (lines) => trainVocabulary(vocabulary, lines),
    {
      what: `counting words for the vocabulary ${name}`,
      afterwards: `training the vocabulary ${name}`,
      advance,
    },
  );
  const cuts = await cutKnownCorpora(allCorpora(data), { before: null, after: tokenizer }, advance);
  const files = new TextEncoder().encode(JSON.stringify(tokenizer.toFiles()));
  const blob = await workspace.blobs.write([files]);
  return {
    metrics: [],
    summary: {
      tokenizerBlobId: blob.id,
      vocabularySize: tokenizer.vocabularySize,
      cuts,
    },
  };
}

async function extendVocabularyOfModel(
  { planned: { model: name }, run }: { planned: PlannedRun; run: Run },
  { plan, data, workspace, studyId, models }: RunSurroundings,
  { advance }: RunEffects,
): Promise<RunResult> {
  assert(name !== null, 'an extension names its model');
  const { extendVocabulary } = plan.models[name];
  assert(extendVocabulary !== undefined, 'only models with an extension have such a run');
  const { corpora, tokens: tokenCount, minFrequency } = extendVocabulary;
  const origin = await models.findOrigin(name);
  const { model, addedCount } = await workThrough(
    linesOfAll(data, corpora),
    (lines) => extendModel(origin, lines, { tokenCount, minFrequency }),
    {
      what: `counting words for ${name}`,
      afterwards: `extending the vocabulary of ${name}`,
      advance,
    },
  );
  const tokenizers = { before: origin.tokenizer, after: model.tokenizer };
  const cuts = await cutKnownCorpora(allCorpora(data), tokenizers, advance);
  await storeModel(workspace, model, {
    studyId,
    name,
    runId: run.id,
    parentModelId: origin.storedId,
    head: headOf(model),
    labels: null,
    origin: { kind: 'vocabulary-extension', addedCount, corpusHashes: hashesOf(data, corpora) },
  });
  return {
    metrics: [],
    summary: {
      tokenizerBlobId: null,
      vocabularySize: model.tokenizer.vocabularySize,
      addedCount,
      cuts,
    },
  };
}

/** All corpora that the plan names now: a vocabulary is of interest for each of them. */
function allCorpora({ corpora }: RunSurroundings['data']): (CountedLines & { name: string })[] {
  return Array.from(corpora.values(), (corpus) => {
    const { name, lineCount } = corpus;
    return { name, lineCount, lines: corpus.lines() };
  });
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
    ...linesOf(data, corpus),
  }));
  const beginning = await models.findStart(name);
  const store = (state: ModelState, setAside?: SetAsidePoint) =>
    storeModel(workspace, state, {
      studyId,
      name,
      runId: run.id,
      parentModelId: beginning.storedId,
      head: headOf(state),
      labels: null,
      origin: {
        kind: 'pretraining',
        corpusHashes: hashesOf(data, listReadCorpora(plan, name)),
        ...(setAside === undefined ? {} : { setAside }),
      },
    });
  const heldOut = await readHeldOut(plan, data, pretraining.corpora, effects.advance);
  const { model, other, ...outcome } = await pretrain(beginning, sources, {
    plan: pretraining,
    seed: plan.seed,
    effects,
    heldOut,
  }).catch(async (error: unknown) => {
    if (!(error instanceof TrainingDiverged)) throw error;
    const { kept, divergence } = error;
    // A run that is tried again with the same plan leaves again, with the same weights before.
    const isKept = findOfRun(workspace, run.id, 'before-divergence') !== undefined;
    if (kept !== null && !isKept) await store(kept.model, 'before-divergence');
    throw divergedError(divergence, {
      learningRate: pretraining.learningRate,
      kept: kept && `${workspace.studies.get(studyId).name}/${name}/before-divergence`,
    });
  });
  if (other !== null) await store(other.model, other.point);
  const stored = await store(model);
  models.keep(name, stored);
  const sizes = [...(model.weights ?? [])].map(([, values]) => values.length);
  return {
    metrics: [],
    summary: {
      ...outcome,
      parameterCount: sizes.reduce((sum, size) => sum + size, 0),
      corpusHashes: hashesOf(data, pretraining.corpora),
    },
  };
}

/** What ended a training, and what to change: a third of the learning rate is the usual first try. */
function divergedError(
  { step, before, after }: TrainingDiverged['divergence'],
  { learningRate, kept }: { readonly learningRate: number; readonly kept: string | null },
): AnamnesisError {
  const rate = String(Number((learningRate / 3).toPrecision(1)));
  const lower = say('pretraining', 'lowerRate', rate);
  return new AnamnesisError('training.diverged', {
    expected: say('pretraining', 'learning'),
    found:
      before === null || after === null
        ? say('pretraining', 'notFinite', step)
        : say('pretraining', 'leaves', before.toFixed(2), after.toFixed(2), step),
    remedy:
      kept === null
        ? lower
        : say('common', 'sentences', [lower, say('pretraining', 'keptAs', kept)]),
  });
}

async function fineTuneFold(
  { planned, run }: { planned: PlannedRun; run: Run },
  surroundings: RunSurroundings,
  effects: RunEffects,
): Promise<RunResult> {
  const { plan, data, models, states, workspace, studyId, fineTuneApart } = surroundings;
  const { task: taskName, model: name, fold } = planned;
  assert(taskName !== null && name !== null, 'a fine-tuning names task and model');
  const task = data.tasks.get(taskName);
  assert(task !== undefined, `the task ${taskName} was prepared`);
  const model = await models.find(name);
  const fineTuneHere = () =>
    fineTune(model, task, {
      plan: plan.tasks[taskName],
      modelName: name,
      fold,
      seed: plan.seed,
      effects,
      states,
      epochs: fold === null ? medianEpochs(surroundings, { task: taskName, model: name }) : null,
    });
  // A final model waits for what its folds came to: it is computed where these are gathered.
  const isApart = fineTuneApart !== null && fold !== null;
  const { outcome, kept } = await (isApart ? fineTuneApart(run) : fineTuneHere());
  if (kept !== null) {
    await storeModel(workspace, kept.model, {
      studyId,
      name,
      runId: run.id,
      parentModelId: model.storedId,
      head: kept.head,
      labels: kept.labels,
      ...(holdsSeveralLabels(kept.head) ? { problemType: 'multi_label_classification' } : {}),
      origin: {
        kind: 'fine-tuning',
        task: taskName,
        fold,
        datasetHash: task.hash,
        reading: kept.reading,
      },
    });
  }
  const { metrics, predictions, ...summary } = outcome;
  return {
    metrics,
    predictions,
    summary: { ...summary, datasetHash: task.hash, startModelId: model.storedId },
  };
}

/** What a pre-training reads, and what the vocabulary was made of that is new with it. */
function listReadCorpora(plan: Plan, name: string): string[] {
  const vocabulary = vocabularyOfNew(plan, name);
  return [
    ...new Set([
      ...(plan.models[name].pretraining?.corpora ?? []),
      ...(vocabulary === null ? [] : plan.vocabularies[vocabulary].corpora),
    ]),
  ];
}

function linesOf(data: RunSurroundings['data'], name: string): CountedLines {
  const corpus = data.corpora.get(name);
  assert(corpus !== undefined, `the corpus ${name} was prepared`);
  return { lines: corpus.lines(), lineCount: corpus.lineCount };
}

function linesOfAll(data: RunSurroundings['data'], names: readonly string[]): CountedLines {
  const all = names.map((name) => linesOf(data, name));
  function* lines(): Generator<string> {
    for (const corpus of all) yield* corpus.lines;
  }
  return { lines: lines(), lineCount: all.reduce((sum, { lineCount }) => sum + lineCount, 0) };
}

/** Hash of each corpus by its name in the plan. */
function hashesOf(
  { corpora }: RunSurroundings['data'],
  names: readonly string[],
): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, corpora.get(name)?.hash ?? '']));
}
