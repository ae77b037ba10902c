import { prepareData } from './data/prepare-data.ts';
import { executeStudy, type StudyEffects } from './execute-study.ts';
import { explainFailure, storedFailure } from './explain-failure.ts';
import { readPlan } from './plan/read-plan.ts';

/**
 * Runs a study of the workspace from where it is to its end: imports what the plan names, executes
 * what is not finished, and keeps the study's state true whatever happens. Holds the lock of the
 * workspace's one trainer meanwhile. Returns false when a stop was asked for.
 * @throws workspace.trainer-active, and what importing or the first failing run throws
 */
export async function runStudy(studyId: string, effects: StudyEffects): Promise<boolean> {
  const { workspace, emit } = effects;
  const lock = workspace.lockForTrainer();
  try {
    workspace.runs.recoverInterrupted(lock);
    let study = workspace.studies.get(studyId);
    if (study.state !== 'queued') study = workspace.studies.setState(studyId, 'queued');
    workspace.studies.setState(studyId, 'running');
    emit({ type: 'study-state', state: 'running' });
    try {
      const plan = readPlan(study.planJson, study.name);
      const data = await prepareData(plan, effects);
      const completed = await executeStudy(study, plan, { data, effects });
      const state = completed ? 'finished' : 'stopped';
      workspace.studies.setState(studyId, state);
      emit({ type: 'study-state', state });
      return completed;
    } catch (error) {
      const failure = explainFailure(error);
      workspace.studies.fail(studyId, storedFailure(failure));
      emit({ type: 'study-state', state: 'failed' });
      emit({
        type: 'message',
        level: 'warning',
        atMs: effects.clock.nowMs(),
        text: failure.message,
      });
      throw failure;
    }
  } finally {
    lock.release();
  }
}
