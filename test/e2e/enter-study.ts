import type { FoldPredictions } from '#core/domain/predictions.ts';
import { listOverallMetrics } from '#core/report/list-overall-metrics.ts';
import { listRuns } from '#core/study/plan/list-runs.ts';
import { readPlan } from '#core/study/plan/read-plan.ts';
import { registerStudy } from '#core/study/execution/register-study.ts';
import { loadTask } from '#core/study/data/load-task.ts';
import type { PreparedTask } from '#core/study/data/prepared-task.ts';
import { recordReading } from '#core/study/data/readings.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { StudyHost } from './open-study-host.ts';

const start = {
  kind: 'scratch',
  vocabulary: 'words',
  layers: 1,
  hiddenSize: 64,
  heads: 2,
  intermediateSize: 128,
  maxPositions: 64,
};

/** A plan over the sample notes, with three folds of a task of two classes. */
export const enteredPlan = {
  name: 'entered',
  corpora: { clinical: { files: ['corpora/nl-clinical.txt'] } },
  vocabularies: { words: { corpora: ['clinical'], size: 600 } },
  models: {
    general: { start, pretraining: { corpora: ['clinical'], epochs: 1 } },
    adapted: { start: { kind: 'model', model: 'general' } },
  },
  tasks: {
    'hiv-test': {
      kind: 'classification',
      data: { format: 'csv', files: ['notes/nl-hiv-test.csv'], idColumn: 'note_id' },
      folds: 3,
    },
  },
  comparisons: [{ model: 'adapted', against: 'general' }],
};

interface EnteredStudy {
  readonly plan: object;
  /** Which steps failed; all others are finished. */
  readonly hasFailed?: (key: string) => boolean;
}

/** Scores of the notes of a fold, some of them wrong. */
function predictAnything(
  task: PreparedTask | undefined,
  fold: number,
): FoldPredictions | undefined {
  if (task?.kind === 'multi-label') {
    const labels = task.classes;
    const notes = Array.from(task.folds[fold], (index) => {
      const { id, groupId, labels: own } = task.notes[index];
      const truth = [...labels.keys()].filter((label) => own.includes(labels[label]));
      const logits = labels.map(
        (_, label) => 2 * Math.sin(7 * index + label) + (truth.includes(label) ? 1.5 : -1.5),
      );
      return { id, groupId, truth, logits };
    });
    return { kind: 'multi-label', labels, thresholds: labels.map(() => 0.5), notes };
  }
  if (task?.kind !== 'classification') return undefined;
  const { classes } = task;
  const notes = Array.from(task.folds[fold], (index) => {
    const { id, groupId, label } = task.notes[index];
    const truth = classes.indexOf(label);
    const logits = classes.map((_, place) => Math.sin(7 * index + place) + Number(place === truth));
    return { id, groupId, truth, logits };
  });
  return { kind: 'classification', classes, notes };
}

/** A loss that falls, and one on held-out text that rises again at the end. */
function enterCurves({ runs }: Workspace, runId: string): void {
  for (let step = 1; step <= 400; step++) {
    const loss = 2.2 + 4 * Math.exp(-step / 90) + 0.25 * Math.sin(step * 1.7);
    const progress = { runId, atMs: step, step, stepCount: 400, loss, tokensPerSecond: 21_000 };
    runs.recordProgress(progress);
  }
  for (let step = 0; step <= 400; step += 20) {
    const loss = 2.6 + 4.1 * Math.exp(-step / 70) + 0.5 * (step / 400) ** 4;
    runs.recordHeldOut(runId, { step, atMs: step, loss });
  }
}

const enteredRow = (corpus: string) => ({
  stage: 'after',
  corpus,
  lossSum: 18_310,
  tokenCount: 7_012,
  wordCount: 5_480,
  unknownCount: 7,
});

/** A study with results that nobody computed, for what the window makes of results. */
export function enterStudy(
  { workspace, planFolder }: StudyHost,
  { plan: planned, hasFailed = () => false }: EnteredStudy,
): string {
  const text = JSON.stringify(planned);
  const { id, planJson } = registerStudy(workspace, { text, fileName: 'plan', folder: planFolder });
  const plan = readPlan(planJson, 'plan');
  workspace.studies.setState(id, 'running');
  const prepared = new Map<string, PreparedTask>();
  for (const [name, task] of Object.entries(plan.tasks)) {
    const onRead = (hash: string) => {
      recordReading(workspace, { studyId: id, of: 'task', name, hash });
    };
    prepared.set(name, loadTask(workspace, name, { plan: task, seed: plan.seed, onRead }));
  }
  listRuns(plan).forEach(({ key, kind, model, task, fold }, index) => {
    const configurationHash = index.toString(16).padStart(64, '0');
    const identity = { key, kind, model, task, fold, configurationHash };
    const run = workspace.runs.ensure(id, identity);
    workspace.runs.setState(run.id, 'running', { engine: 'onnx-cpu', engineSource: 'plan' });
    if (hasFailed(key)) {
      const failure = { errorCode: 'training.diverged', errorMessage: 'The loss is no number.' };
      workspace.runs.setState(run.id, 'failed', failure);
      return;
    }
    const metrics =
      task === null || fold === null
        ? []
        : listOverallMetrics(plan.tasks[task].kind).map((name) => ({
            name,
            entityType: null,
            value: 0.6 + 0.05 * fold + (model === 'adapted' ? 0.1 : 0),
          }));
    const ofTask = task === null ? undefined : prepared.get(task);
    if (kind === 'pretraining' && plan.heldOut !== undefined) enterCurves(workspace, run.id);
    const summary =
      kind === 'perplexity' ? { rows: Object.keys(plan.corpora).map(enteredRow) } : undefined;
    workspace.runs.finish(run.id, {
      metrics,
      summary,
      predictions: fold === null ? undefined : predictAnything(ofTask, fold),
    });
  });
  workspace.studies.setState(id, 'finished');
  return id;
}
