import { assert } from '#core/base/assert.ts';
import { transferKey } from '#core/domain/run-keys.ts';
import type { Run } from '#core/domain/run.ts';
import type { ModelState } from '#core/library/model-state.ts';
import { storeModel } from '#core/library/stored-model.ts';
import { drawExamples } from '../data/draw-examples.ts';
import { pickExamples } from '../data/pick-examples.ts';
import type { PreparedTransfer } from '../data/prepared-transfer.ts';
import { RunStopped } from '../effects/run-stopped.ts';
import { isBaseline } from '../plan/baselines.ts';
import type { PlannedRun } from '../plan/planned-run.ts';
import type { TaskPlan } from '../plan/plan-schema.ts';
import type { TransferStep } from '../plan/transfer-step.ts';
import { fineTune } from './fine-tune.ts';
import { judgeTransferred } from './judge-transferred.ts';
import type { RunEffects } from './run-effects.ts';
import type { RunResult } from './run-result.ts';
import { medianEpochs } from './median-epochs.ts';
import type { RunSurroundings } from './run-surroundings.ts';
import { testModel } from './test-model.ts';

interface TransferRun {
  readonly step: TransferStep;
  readonly name: string;
  readonly fold: number | null;
  readonly prepared: PreparedTransfer;
}

/** Does the work of one run of a transfer. @throws RunStopped, and what the work throws */
export async function performTransfer(
  { planned, run }: { planned: PlannedRun; run: Run },
  surroundings: RunSurroundings,
  effects: RunEffects,
): Promise<RunResult> {
  const { transfer: step, model: name, fold } = planned;
  assert(step !== undefined && name !== null, 'a run of a transfer names its model');
  const { plan, data } = surroundings;
  const prepared = data.transfers.get(step.name);
  assert(prepared !== undefined, 'the transfer was prepared');
  const work = { step, name, fold, prepared };
  if (step.condition === 'source') return learnSource(work, run, surroundings, effects);
  if (isBaseline(name) && !Object.hasOwn(plan.models, name)) {
    await effects.giveWay();
    if (effects.shouldStop()) throw new RunStopped();
    return judgeTransferred(prepared, { name, fold: fold ?? 0 });
  }
  return step.condition === 'zero-shot'
    ? testAsItIs(work, surroundings, effects)
    : learnExamples(work, run, surroundings, effects);
}

async function learnSource(
  { step, name, prepared }: TransferRun,
  run: Run,
  surroundings: RunSurroundings,
  effects: RunEffects,
): Promise<RunResult> {
  const { plan, models, workspace, studyId, states } = surroundings;
  const { source, target, leftOut, mapping } = prepared;
  const model = await models.find(name);
  const task = plan.transfers?.[step.name].source ?? step.name;
  // What a frozen encoder says is of this run alone: its examples are not those of the task.
  const { outcome, kept } = await fineTune(
    model,
    { ...source, name: run.key },
    {
      ...{ plan: prepared.plan, modelName: name, fold: null, seed: plan.seed, effects, states },
      epochs: medianEpochs(surroundings, { task, model: name }),
    },
  );
  assert(kept !== null, 'a model that learned all of a task is kept');
  await storeModel(workspace, kept.model, {
    ...{ studyId, name, runId: run.id, parentModelId: model.storedId },
    ...{ head: kept.head, labels: kept.labels },
    origin: {
      kind: 'fine-tuning',
      task,
      fold: null,
      datasetHash: source.hash,
      reading: kept.reading,
    },
  });
  const { metrics, predictions, ...summary } = outcome;
  const labels = Array.from(mapping, ([from, to]) => ({ source: from, target: to }));
  return {
    metrics,
    summary: {
      ...summary,
      ...{ datasetHash: source.hash, targetHash: target.hash, startModelId: model.storedId },
      ...{ labels, leftOut },
    },
  };
}

/** The model that learned the source, as its own run left it. */
function findLearned(
  { step, name }: TransferRun,
  models: RunSurroundings['models'],
): Promise<ModelState> {
  const none = { fold: null, draw: null, shots: null };
  return models.findTrained(
    transferKey({ transfer: step.name, model: name, condition: 'source', ...none }),
  );
}

async function testAsItIs(
  work: TransferRun,
  { plan, models }: RunSurroundings,
  effects: RunEffects,
): Promise<RunResult> {
  const { target, plan: sourcePlan } = work.prepared;
  const model = await findLearned(work, models);
  const tested = pickExamples(target, { learned: [], tested: target.folds[work.fold ?? 0] });
  const { testCount, ...judgement } = await testModel(model, tested, {
    ...{ plan: sourcePlan, seed: plan.seed, effects },
  });
  return {
    ...judgement,
    summary: { testCount, datasetHash: target.hash, startModelId: model.storedId },
  };
}

/** Goes on from the source, or from the model as it is, with examples of the target. */
async function learnExamples(
  work: TransferRun,
  { key }: Run,
  { plan, models, states }: RunSurroundings,
  effects: RunEffects,
): Promise<RunResult> {
  const { step, name, fold, prepared } = work;
  const { target } = prepared;
  const transfer = plan.transfers?.[step.name];
  assert(transfer?.fewShot !== undefined && fold !== null, 'its plan has examples and folds');
  const { shots, draw, condition } = step;
  const model = condition === 'alone' ? await models.find(name) : await findLearned(work, models);
  // Nothing of the target chooses when to stop.
  const targetPlan: TaskPlan = {
    ...plan.tasks[transfer.target],
    ...{ keepModels: false, earlyStop: undefined },
  };
  const { epochs, batchSize } = transfer.fewShot;
  const drawn =
    shots === null || draw === null
      ? null
      : drawExamples(target, { seed: plan.seed, transfer: step.name, draw, fold, shots });
  const task =
    drawn === null ? target : pickExamples(target, { learned: drawn, tested: target.folds[fold] });
  const { outcome } = await fineTune(
    model,
    { ...task, name: key },
    {
      plan: drawn === null ? targetPlan : { ...targetPlan, epochs, batchSize },
      fold: drawn === null ? fold : 0,
      ...{ modelName: name, seed: plan.seed, effects, states },
    },
  );
  const { metrics, predictions, ...summary } = outcome;
  const examples = target.kind === 'classification' ? target.notes : target.sentences;
  return {
    metrics,
    predictions,
    summary: {
      ...summary,
      ...{ datasetHash: target.hash, startModelId: model.storedId },
      ...(drawn === null ? {} : { drawn: Array.from(drawn, (index) => examples[index].id) }),
    },
  };
}
