import { setImmediate } from 'node:timers/promises';
import { assert } from '#core/base/assert.ts';
import { isAnamnesisError } from '#core/base/error.ts';
import type { HeldOutLoss, Run, Study } from '#core/domain/run.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { RunStopped } from '../effects/run-stopped.ts';
import type { StudyEffects } from '../effects/study-effects.ts';
import { hashesOf, type PreparedData } from '../data/prepared-data.ts';
import { hashRun } from '../plan/hash-runs.ts';
import { listRuns } from '../plan/list-runs.ts';
import type { PlannedRun } from '../plan/planned-run.ts';
import { listNeeds } from '../plan/list-needs.ts';
import type { Plan } from '../plan/plan-schema.ts';
import { EncodedStates } from '../runs/encoded-states.ts';
import { ModelLibrary } from '../runs/model-library.ts';
import { performRun } from '../runs/perform-run.ts';
import type { RunSurroundings } from '../runs/run-surroundings.ts';
import { type RunEffects } from '../runs/run-effects.ts';
import { keepTrainingState, statesInWorkspace } from '../runs/training-state.ts';
import { tellAdvance } from '../effects/tell-advance.ts';
import { FoldWorkers } from '../apart/fold-workers.ts';
import { chooseAhead } from './choose-ahead.ts';
import { chooseNext, type WaitingRun } from './choose-next.ts';
import { endsStudy, explainFailedRuns } from './explain-failed-runs.ts';
import { StudyEstimate } from './estimate-study.ts';
import { gatherRepeats } from './gather-repeats.ts';

/** How often progress is told and stored; more often would cost training time. */
const progressEveryMs = 1000;

/**
 * Executes all runs of a study that are not finished yet, in the order of the plan or of a person,
 * without those that a person leaves out. A run whose result exists for the same settings and data is
 * taken over. One that fails is recorded with its reason, and the others go on, but for what needs
 * it. Returns false when a stop or a pause was asked for.
 * @throws what a run throws that would end each of them alike, such as a full disk; at the end
 * why one run failed, or study.runs-failed for several
 */
export async function executeStudy(
  study: Study,
  plan: Plan,
  { data, effects }: { data: PreparedData; effects: StudyEffects },
): Promise<boolean> {
  const { workspace } = effects;
  const planned = listRuns(plan);
  const hashes = hashesOf(data);
  const runs = new Map<string, Run>();
  for (const request of planned) {
    const { key, kind, model, task, fold } = request;
    const configurationHash = hashRun(plan, request, hashes);
    const identity = { key, kind, model, task, fold, configurationHash };
    runs.set(key, workspace.runs.ensure(study.id, identity));
  }
  await removeUselessStates(study.id, [...runs.values()], workspace);
  const runOf = (key: string) => {
    const run = runs.get(key);
    assert(run !== undefined, `${key} is a run of the plan`);
    return workspace.runs.get(run.id);
  };
  const sources = { plan, data, workspace, runOf };
  const states = new EncodedStates(() => workspace.openScratch());
  const models = new ModelLibrary(sources);
  const apart = openWorkers(study.id, effects);
  const fineTuneApart = apart && ((run: Run) => apart.finish(run, effects.shouldStop));
  const surroundings = { ...sources, studyId: study.id, models, states, fineTuneApart };
  if (apart !== null) for (const key of runs.keys()) discardFinished(apart, runOf(key), effects);
  const engine = effects.engine.runtime.name;
  const estimate = await StudyEstimate.begin(planned, { plan, data, workspace, engine, runOf });

  const requests = new Map(planned.map((request) => [request.key, request]));
  const needs = new Map(planned.map((request) => [request.key, listNeeds(plan, request)]));
  const failures = new Map<string, unknown>();
  /** A person may have asked for another attempt meanwhile. */
  const hasFailed = (key: string) => failures.has(key) && runOf(key).state === 'failed';
  try {
    for (;;) {
      if (effects.shouldStop() || workspace.runChoices.isPaused(study.id)) return false;
      const next = chooseNext(listWaiting(study.id, needs, workspace), hasFailed);
      const request = next === null ? undefined : requests.get(next);
      if (request === undefined) break;
      failures.delete(request.key);
      if (apart !== null) {
        const waiting = listWaiting(study.id, needs, workspace);
        const begin = chooseAhead(waiting, {
          next: request.key,
          count: apart.ahead,
          isFold: (key) => requests.get(key)?.kind === 'fine-tuning',
        });
        for (const key of begin) {
          const ahead = requests.get(key);
          if (ahead !== undefined) await beginApart(apart, ahead, surroundings, effects);
        }
      }
      const end = await executeRun(request, surroundings, { effects, estimate });
      if (end === 'stopped') return false;
      if (end === 'finished') {
        if (apart !== null) discardFinished(apart, runOf(request.key), effects);
        continue;
      }
      if (endsStudy(end.error)) throw end.error;
      failures.set(request.key, end.error);
    }
    const failed = [...failures].filter(([key]) => runOf(key).state === 'failed');
    if (failed.length > 0) throw explainFailedRuns(failed, planned.length);
    await apart?.clear();
    return true;
  } finally {
    states.close();
    await apart?.close();
  }
}

const openWorkers = (studyId: string, { workers = null }: StudyEffects) =>
  workers === null ? null : new FoldWorkers(workers, studyId);

/** Where the result is in the workspace, nothing of it stays in the folder that is shared. */
function discardFinished(apart: FoldWorkers, run: Run, effects: StudyEffects): void {
  if (run.kind === 'fine-tuning' && run.state === 'finished') {
    apart.discard(run, engineApart(effects));
  }
}

/** As workers open it: an engine in half precision says so behind its name. */
function engineApart({ engine }: StudyEffects) {
  const [name, precision] = engine.runtime.name.split(' (');
  return { name, precision: precision === undefined ? 'float32' : 'mixed' } as const;
}

/** Puts a fold into the hands of a worker; other runs are computed here. @throws bundle.* */
async function beginApart(
  apart: FoldWorkers,
  { key, task: taskName, model: name, fold }: PlannedRun,
  { plan, data, models, runOf }: RunSurroundings,
  effects: StudyEffects,
): Promise<void> {
  const run = runOf(key);
  if (run.kind !== 'fine-tuning' || apart.hasBegun(run)) return;
  assert(taskName !== null && name !== null && fold !== null, 'a fold names task and model');
  const task = data.tasks.get(taskName);
  assert(task !== undefined, `the task ${taskName} was prepared`);
  const { configurationHash } = run;
  await apart.begin(run, {
    ...{ configurationHash, engine: engineApart(effects), task, fold, modelName: name },
    model: await models.find(name),
    plan: plan.tasks[taskName],
    seed: plan.seed,
  });
}

/** The runs of a plan with all on which their order depends, as it is at this moment. */
function listWaiting(
  studyId: string,
  needs: ReadonlyMap<string, readonly string[]>,
  workspace: Workspace,
): WaitingRun[] {
  const states = new Map(
    workspace.runs.listByStudy(studyId).map(({ key, state }) => [key, state] as const),
  );
  const choices = workspace.runChoices.list(studyId);
  return Array.from(needs, ([key, ofRun]) => {
    const { isLeftOut = false, position = null } = choices.get(key) ?? {};
    const state = states.get(key) ?? 'queued';
    return { key, needs: ofRun, state, isLeftOut, position };
  });
}

/** Of runs that are finished, were changed or are no longer planned: nothing goes on from them. */
async function removeUselessStates(
  studyId: string,
  planned: readonly Run[],
  { trainingStates }: Workspace,
): Promise<void> {
  for (const runId of trainingStates.listRuns(studyId)) {
    const run = planned.find(({ id }) => id === runId);
    const hash = trainingStates.find(runId)?.configurationHash;
    const isUseful = run?.configurationHash === hash && run?.state !== 'finished';
    if (!isUseful) await trainingStates.remove(runId);
  }
}

interface Execution {
  readonly effects: StudyEffects;
  readonly estimate: StudyEstimate;
}

/** How a run ended. */
type RunEnd = 'finished' | 'stopped' | { readonly error: unknown };

/** Executes one run and keeps its state true whatever happens. */
async function executeRun(
  planned: PlannedRun,
  surroundings: RunSurroundings,
  execution: Execution,
): Promise<RunEnd> {
  const { workspace, clock, emit, engine } = execution.effects;
  const run = surroundings.runOf(planned.key);
  const tell = (state: Run['state']) => {
    emit({ type: 'run-state', runId: run.id, key: run.key, state });
  };
  if (run.state !== 'queued') workspace.runs.setState(run.id, 'queued');
  workspace.runs.setState(run.id, 'running', {
    engine: engine.runtime.name,
    engineSource: engine.source,
  });
  tell('running');
  let startedAtMs = clock.nowMs();
  const say = (level: 'info' | 'warning', text: string) => {
    emit({ type: 'message', level, atMs: clock.nowMs(), text: `${run.key} ${text}` });
  };
  const stateKeeper = keepTrainingState({
    states: statesInWorkspace(run, workspace),
    engine: engine.runtime.name,
    clock,
    onRestored: ({ step, elapsedMs }, keptAtMs) => {
      startedAtMs -= elapsedMs;
      const keptAt = new Date(keptAtMs).toISOString();
      say('info', `goes on after update ${step}, as it was kept at ${keptAt}`);
    },
    onLost: gatherRepeats((reason) => {
      say('warning', reason);
    }),
  });
  try {
    const runEffects = { ...effectsOf(run, execution), stateKeeper };
    const result = await performRun({ planned, run }, surroundings, runEffects);
    workspace.runs.finish(run.id, result);
  } catch (error) {
    if (error instanceof RunStopped) {
      workspace.runs.setState(run.id, 'stopped');
      tell('stopped');
      return 'stopped';
    }
    workspace.runs.setState(run.id, 'failed', describeError(error));
    tell('failed');
    return { error };
  }
  // Finished whatever comes: what cannot be removed now is useless at the next start.
  tell('finished');
  await execution.estimate.finish(planned, clock.nowMs() - startedAtMs);
  await workspace.trainingStates.remove(run.id);
  return 'finished';
}

/** The message of an unforeseen error may hold text of a note, so it is not kept. */
function describeError(error: unknown) {
  return isAnamnesisError(error)
    ? { errorCode: error.code, errorMessage: error.message }
    : { errorCode: 'program.fault', errorMessage: 'An unforeseen error ended the run.' };
}

/** What a run may use, with its progress stored and told about once a second. */
function effectsOf(run: Run, { effects, estimate }: Execution): Omit<RunEffects, 'stateKeeper'> {
  const { engine, clock, workspace, emit, shouldStop } = effects;
  let toldAtMs = -Infinity;
  let heldOut: HeldOutLoss | null = null;
  let tellAgain = (): void => undefined;
  const tellSkipped = gatherRepeats((text) => {
    emit({ type: 'message', level: 'info', atMs: clock.nowMs(), text: `${run.key}: ${text}` });
  });
  return {
    runtime: engine.runtime,
    clock,
    shouldStop,
    giveWay: setImmediate,
    advance: tellAdvance(effects),
    onHeldOut: ({ step, loss }) => {
      heldOut = { step, loss };
      workspace.runs.recordHeldOut(run.id, { step, atMs: clock.nowMs(), loss });
      tellAgain();
    },
    onStep: ({ step, stepCount, loss, gradientNorm, tokenCount, elapsedMs }) => {
      const atMs = clock.nowMs();
      if (!Number.isFinite(gradientNorm)) {
        tellSkipped(
          'an update was skipped, its gradients overflow half precision; the loss scale is halved',
        );
      }
      if (!Number.isFinite(loss)) return;
      if (atMs - toldAtMs < progressEveryMs && step < stepCount) return;
      toldAtMs = atMs;
      const tokensPerSecond = elapsedMs > 0 ? (1000 * tokenCount) / elapsedMs : null;
      const progress = { runId: run.id, atMs, step, stepCount, loss, tokensPerSecond };
      workspace.runs.recordProgress(progress);
      const left = estimate.timeLeft({ key: run.key, share: step / stepCount, elapsedMs });
      tellAgain = () => {
        emit({ type: 'run-progress', key: run.key, progress: { ...progress, heldOut }, ...left });
      };
      tellAgain();
    },
  };
}
