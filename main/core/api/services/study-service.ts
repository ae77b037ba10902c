import { randomUUID } from 'node:crypto';
import { AnamnesisError, isAnamnesisError, type ErrorDetails } from '#core/base/error.ts';
import type { ErrorCode } from '#core/base/error-codes.ts';
import type { RunState } from '#core/domain/run.ts';
import { actAs } from '#core/storage/acting-person.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { StudyEvent } from '#core/study/effects/events.ts';
import { recordCrash } from '#core/study/execution/record-crash.ts';
import {
  registerStudy,
  registerWaitingStudy,
  type PlanSource,
} from '#core/study/execution/register-study.ts';
import { decideRun } from '#core/study/execution/decide-run.ts';
import { makeReport } from '#core/report/document/make-report.ts';
import { writeReportPage } from '#core/report/html/write-report.ts';
import { collectReport } from '#core/study/results/collect-results.ts';
import type { ApiEvent } from '../contract/events.ts';
import type { StudyService } from '../ports.ts';
import { planStudyRemoval } from '#core/study/removal/plan-study-removal.ts';
import { removeStudy } from '#core/study/removal/remove-study.ts';
import { requireNoTrainer } from './require-no-trainer.ts';
import { viewAcross } from './view-across.ts';
import { viewLearning } from './view-learning.ts';
import { viewRemoval } from './view-removal.ts';
import { checkPlan, type CheckSurroundings } from './check-plan.ts';
import { changePlanText, tryPlan, viewPlanFields } from './plan-form.ts';
import { StudyTracker } from './track-study.ts';
import { writeReportFile } from './write-report-file.ts';
import { writeResultFile } from './write-result-file.ts';
import {
  noEstimates,
  summariseStudy,
  viewProgress,
  viewStudy,
  type LiveEstimates,
} from './view-study.ts';

/** How a trainer process left its study. */
export type TrainerEnd =
  | { readonly state: 'finished' | 'stopped' }
  | { readonly state: 'failed'; readonly code: ErrorCode; readonly details: ErrorDetails };

/** A trainer process that was started for one study. */
export interface StartedTrainer {
  stop(): void;
  /** Resolves with the state in which the study was left. */
  readonly ended: Promise<TrainerEnd>;
}

export interface StudyServiceOptions {
  readonly workspace: Workspace;
  /** The folder to which paths of plans from the window are relative. */
  readonly planFolder: string;
  /** A plan to begin with. */
  readonly planTemplate: string;
  /** As they are when a plan is checked. */
  checkSurroundings(): CheckSurroundings;
  launch(studyId: string, onEvent: (event: StudyEvent) => void): StartedTrainer;
}

/** The service, with what only its host does. */
export interface HostedStudyService extends StudyService {
  /**
   * Asks the trainer for a clean end. From then on nothing is told, and the workspace, which may be
   * closed before the trainer has ended, is left alone: the next trainer puts it in order.
   */
  close(): void;
}

/** At most so many points of a loss curve travel to the window. */
const maxCurvePoints = 400;

/**
 * Studies as the window sees them: reads the workspace, starts and stops the trainer process and
 * tells what it says to all who subscribed. One study runs at a time; one that is started meanwhile
 * waits in the queue of the workspace. The queue goes on by itself after a study that finished or
 * failed; after a stop, and in a new life of the host, it waits until a person starts a study.
 */
export function createStudyService(options: StudyServiceOptions): HostedStudyService {
  const { workspace } = options;
  const listeners = new Set<(event: ApiEvent) => void>();
  let isClosed = false;
  let active: { studyId: string; trainer: StartedTrainer } | null = null;
  const estimates = new Map<string, LiveEstimates>();
  const trackers = new Map<string, StudyTracker>();
  /** Versions that a window has of another life of the host mean nothing in this one. */
  const epoch = randomUUID();
  const liveOf = (studyId: string): LiveEstimates => estimates.get(studyId) ?? noEstimates;
  const tell = (event: ApiEvent) => {
    for (const listener of listeners) listener(event);
  };
  const tellState = (studyId: string, state?: RunState) => {
    tell({ type: 'study-changed', studyId, state: state ?? workspace.studies.get(studyId).state });
  };

  const pass = (studyId: string, event: StudyEvent) => {
    switch (event.type) {
      case 'study-state':
        tellState(studyId, event.state);
        break;
      case 'run-state':
        tellState(studyId);
        break;
      case 'message':
        tell({
          type: 'log',
          studyId,
          level: event.level,
          atMs: event.atMs,
          message: event.text,
        });
        break;
      case 'preparation':
        tell({ ...event, studyId });
        break;
      case 'run-progress': {
        const { progress, runTimeLeftMs, studyTimeLeftMs } = event;
        const live = {
          studyTimeLeftMs,
          runTimeLeftMs: new Map([[progress.runId, runTimeLeftMs]]),
        };
        estimates.set(studyId, live);
        tell({
          type: 'run-progress',
          studyId,
          progress: viewProgress(progress, live),
          studyTimeLeftMs,
        });
      }
    }
  };

  /** Places in the queue have changed. */
  const tellWaiting = () => {
    for (const studyId of workspace.queue.list()) tellState(studyId);
  };

  const begin = (studyId: string) => {
    requireNoTrainer(workspace);
    workspace.queue.remove(studyId);
    const trainer = options.launch(studyId, (event) => {
      if (!isClosed) pass(studyId, event);
    });
    active = { studyId, trainer };
    void trainer.ended.then((end) => {
      active = null;
      estimates.delete(studyId);
      if (isClosed) return;
      if (end.state === 'failed' && end.code === 'trainer.crashed') {
        recordCrash(workspace, studyId, new AnamnesisError(end.code, end.details));
      }
      tellState(studyId);
      if (letsTheNextBegin(end)) beginNext();
    });
    tellState(studyId);
    tellWaiting();
  };
  const beginNext = () => {
    const next = workspace.queue.list().at(0);
    if (next === undefined) return;
    try {
      // Who put it there is written down; that it begins now is nobody's doing.
      actAs(null, () => {
        begin(next);
      });
    } catch (error) {
      // Another program trains by now: it goes on waiting, as the window shows.
      if (!isAnamnesisError(error)) throw error;
    }
  };
  const wait = (studyId: string) => {
    if (workspace.studies.get(studyId).state !== 'queued') {
      workspace.studies.setState(studyId, 'queued');
    }
    workspace.queue.add(studyId);
    tellWaiting();
  };

  const sourceOf = (text: string): PlanSource => ({
    text,
    fileName: 'plan',
    folder: options.planFolder,
  });

  return {
    list: () =>
      Promise.resolve(
        workspace.studies.list().map((study) => summariseStudy(workspace, study, liveOf(study.id))),
      ),
    get: (studyId) =>
      Promise.resolve(viewStudy(workspace, workspace.studies.get(studyId), liveOf(studyId))),
    checkPlan: (planText) => checkPlan(workspace, sourceOf(planText), options.checkSurroundings()),
    planFields: () => Promise.resolve(viewPlanFields()),
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    changePlan: async (planText, step) => changePlanText(planText, step),
    tryPlan: (planText, recipe) =>
      tryPlan(planText, recipe, () =>
        checkPlan(workspace, sourceOf(planText), options.checkSurroundings()),
      ),
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    start: async (planText) => {
      const source = sourceOf(planText);
      if (active !== null) {
        const { id } = registerWaitingStudy(workspace, source, active.studyId);
        wait(id);
        return id;
      }
      const { id } = registerStudy(workspace, source);
      begin(id);
      return id;
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    resume: async (studyId) => {
      workspace.studies.get(studyId);
      if (active === null) begin(studyId);
      else if (active.studyId !== studyId) wait(studyId);
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    unqueue: async (studyId) => {
      if (!workspace.queue.remove(studyId)) return;
      tellState(studyId);
      tellWaiting();
    },
    changes: (studyId, since) => {
      const tracker = trackers.get(studyId) ?? new StudyTracker(epoch);
      const view = viewStudy(workspace, workspace.studies.get(studyId), liveOf(studyId));
      trackers.set(studyId, tracker);
      return Promise.resolve(tracker.update(view, since));
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    decideRun: async (studyId, { key, decision }) => {
      decideRun(workspace, studyId, { key, decision });
      if (decision === 'retry' && active === null) begin(studyId);
      else if (decision === 'retry' && active?.studyId !== studyId) wait(studyId);
      tellState(studyId);
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    pause: async (studyId, isPaused) => {
      workspace.studies.get(studyId);
      workspace.runChoices.setPaused(studyId, isPaused);
      tellState(studyId);
    },
    stop: (studyId) => {
      if (active?.studyId === studyId) active.trainer.stop();
      return Promise.resolve();
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    removal: async (studyId) =>
      viewRemoval(planStudyRemoval(workspace, workspace.studies.get(studyId))),
    remove: async (studyId) => {
      await removeStudy(workspace, workspace.studies.get(studyId));
      estimates.delete(studyId);
      trackers.delete(studyId);
      tell({ type: 'study-removed', studyId });
      tellWaiting();
    },
    lossCurve: (_studyId, runId) => {
      const points = workspace.runs.curveOf(runId);
      const stride = Math.max(1, Math.ceil(points.length / maxCurvePoints));
      const toPoint = ({ step, loss }: (typeof points)[number]) => ({ step, loss });
      return Promise.resolve({
        training: points.filter((_, index) => index % stride === 0).map(toPoint),
        heldOut: workspace.runs.heldOutCurveOf(runId).map(toPoint),
      });
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    learning: async (studyId, task) => viewLearning(workspace, { studyId, task }),
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    across: async (question) => viewAcross(workspace, question),
    report: (studyId, { language, ...parts }) => {
      const results = collectReport(workspace, studyId);
      return Promise.resolve({
        fileName: `${results.study.name}-report.html`,
        html: writeReportPage(makeReport(results, language, parts)),
      });
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    resultFile: async (studyId, file) => writeResultFile(workspace, studyId, file),
    reportFile: (question) => writeReportFile(workspace, question),
    planTemplate: () =>
      Promise.resolve({ planText: options.planTemplate, pathsRelativeTo: options.planFolder }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    close: () => {
      isClosed = true;
      active?.trainer.stop();
    },
  };
}

/** What is wrong with the workspace, such as a full disk, would end the next one alike. */
function letsTheNextBegin(end: TrainerEnd): boolean {
  return end.state === 'finished' || (end.state === 'failed' && !end.code.startsWith('workspace.'));
}
