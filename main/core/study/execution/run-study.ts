import type { EngineSource, Study } from '#core/domain/run.ts';
import {
  choosePrecision,
  openFastestEngine,
  openNamedEngine,
  type OpenedEngine,
  type PreciseEngines,
  type StudyEngines,
} from '#core/engines/open-engine.ts';
import { prepareData } from '../data/prepare-data.ts';
import { RunStopped } from '../effects/run-stopped.ts';
import type { StudyEffects } from '../effects/study-effects.ts';
import { readPlan } from '../plan/read-plan.ts';
import { tellAdvance } from '../effects/tell-advance.ts';
import { executeStudy } from './execute-study.ts';
import { explainFailure, storedFailure } from './explain-failure.ts';
import { listRuns } from '../plan/list-runs.ts';
import { judgeTasks } from '../results/judge-tasks.ts';

/** What running a study needs of the world. */
export interface StudySurroundings extends Omit<StudyEffects, 'engine' | 'shouldStop'> {
  readonly engines: PreciseEngines;
  /** Aborted when a stop is asked for. */
  readonly stop: AbortSignal;
}

/**
 * Runs a study of the workspace from where it is to its end: imports what the plan names, executes
 * what is not finished, and keeps the study's state true whatever happens. Holds the lock of the
 * workspace's one trainer meanwhile. Returns false when a stop was asked for.
 * @throws workspace.trainer-active, and what importing or failing runs throw
 */
export async function runStudy(studyId: string, around: StudySurroundings): Promise<boolean> {
  const { workspace, clock, emit } = around;
  const lock = workspace.lockForTrainer();
  try {
    workspace.runs.recoverInterrupted(lock);
    let study = workspace.studies.get(studyId);
    if (study.state !== 'queued') study = workspace.studies.setState(studyId, 'queued');
    workspace.studies.setState(studyId, 'running');
    workspace.queue.remove(studyId);
    workspace.runChoices.setPaused(studyId, false);
    emit({ type: 'study-state', state: 'running' });
    try {
      const completed = await prepareAndExecute(study, around);
      const state = completed ? 'finished' : 'stopped';
      workspace.studies.setState(studyId, state);
      emit({ type: 'study-state', state });
      return completed;
    } catch (error) {
      const failure = explainFailure(error);
      workspace.studies.fail(studyId, storedFailure(failure));
      emit({ type: 'study-state', state: 'failed' });
      emit({ type: 'message', level: 'warning', atMs: clock.nowMs(), text: failure.message });
      throw failure;
    }
  } finally {
    lock.release();
  }
}

const sources = {
  command: 'as the command says',
  plan: 'as the plan says',
  measurement: 'as measured on this machine',
} as const satisfies Record<EngineSource, string>;

/** A named engine is looked for before the data is read: a wrong name is known at once. */
async function prepareAndExecute(study: Study, around: StudySurroundings): Promise<boolean> {
  const { stop, ...effects } = around;
  const shouldStop = () => stop.aborted;
  const say = (text: string) => {
    effects.emit({ type: 'message', level: 'info', atMs: effects.clock.nowMs(), text });
  };
  const plan = readPlan(study.planJson, study.name);
  const engines = choosePrecision(around.engines, plan.precision ?? null);
  const named = await openNamedEngine(engines, plan.engine ?? null);
  const reading = { ...effects, advance: tellAdvance({ ...effects, shouldStop }) };
  const data = await unlessStopped(() => prepareData({ plan, studyId: study.id }, reading));
  if (data === null) return false;
  // A plan that only imports needs no engine, whose choice may take minutes.
  if (listRuns(plan).length === 0) return true;
  const engine = named ?? (await chooseUnlessStopped({ ...around, engines }, say));
  if (engine === null) return false;
  say(`engine ${engine.runtime.name}, ${sources[engine.source]}`);
  const isDone = await executeStudy(study, plan, {
    data,
    effects: { ...effects, engine, shouldStop },
  });
  if (!isDone) return false;
  const judged = await unlessStopped(async () => {
    await judgeTasks(effects.workspace, study.id, reading.advance);
    return true;
  });
  return judged ?? false;
}

/** What work results in; null when it ended because a stop was asked for. */
async function unlessStopped<Result>(work: () => Promise<Result>): Promise<Result | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RunStopped) return null;
    throw error;
  }
}

async function chooseUnlessStopped(
  {
    engines,
    workspace,
    stop,
  }: Pick<StudySurroundings, 'workspace' | 'stop'> & {
    readonly engines: StudyEngines;
  },
  say: (text: string) => void,
): Promise<OpenedEngine | null> {
  try {
    return await openFastestEngine(engines, { workspace, signal: stop, say });
  } catch (error) {
    if (stop.aborted) return null;
    throw error;
  }
}
