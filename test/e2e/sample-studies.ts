import type { ComparisonView, MetricView } from '#core/api/contract/result.ts';
import type { RunView } from '#core/api/contract/run.ts';
import type { StudySummary, StudyView, TaskView } from '#core/api/contract/study.ts';
import type { RunState } from '#core/domain/run.ts';
import { RandomStream } from '#core/base/random-stream.ts';

/** Invented figures for the look of the window: nothing here was measured. */
const models = ['general', 'clinical'];
const startedAtMs = Date.now() - 47 * 60_000;

const tasks: readonly TaskView[] = [
  {
    name: 'nubes-negation',
    kind: 'classification',
    examples: 1838,
    folds: 10,
    grouped: true,
    labels: ['negated', 'affirmed'],
    primaryMetric: 'mcc',
    metrics: ['mcc', 'accuracy', 'f1-macro', 'precision-macro', 'recall-macro'],
  },
  {
    name: 'cantemist-ner',
    kind: 'entity-recognition',
    examples: 9742,
    folds: 5,
    grouped: true,
    labels: ['MORFOLOGIA_NEOPLASIA'],
    primaryMetric: 'f1-micro',
    metrics: ['f1-micro', 'precision-micro', 'recall-micro', 'f1-macro'],
  },
];

function emptyRun(studyId: string, key: string): RunView {
  return {
    id: `${studyId}/${key}`,
    key,
    kind: 'fine-tuning',
    state: 'queued',
    model: null,
    task: null,
    fold: null,
    engine: null,
    startedAtMs: null,
    finishedAtMs: null,
    errorCode: null,
    errorMessage: null,
    progress: null,
  };
}

/** All runs of the sample plan; the first `finished` are done, the next is in `state`. */
function sampleRuns(studyId: string, finished: number, state: RunState): RunView[] {
  const runs: RunView[] = [
    { ...emptyRun(studyId, 'vocabulary/general'), kind: 'vocabulary' },
    ...models.map((model) => ({
      ...emptyRun(studyId, `pretrain/${model}`),
      kind: 'pretraining' as const,
      model,
    })),
    ...tasks.flatMap((task) =>
      Array.from({ length: task.folds }, (_, fold) => fold).flatMap((fold) =>
        models.map((model) => ({
          ...emptyRun(studyId, `fine-tune/${task.name}/${model}/fold-${fold + 1}`),
          model,
          task: task.name,
          fold,
        })),
      ),
    ),
  ];
  return runs.map((run, index) => {
    if (index > finished || (index === finished && state === 'queued')) return run;
    const started = startedAtMs + index * 74_000;
    const isDone = index < finished;
    return {
      ...run,
      engine: 'onnx-cpu',
      state: isDone ? 'finished' : state,
      startedAtMs: started,
      finishedAtMs: isDone || state === 'failed' ? started + 72_400 : null,
      errorCode: !isDone && state === 'failed' ? 'workspace.disk-full' : null,
      errorMessage:
        !isDone && state === 'failed'
          ? 'Expected room for a checkpoint of 41 MB, found 12 MB. Free some space and resume the study.'
          : null,
    };
  });
}

function sampleMetrics(runs: readonly RunView[]): MetricView[] {
  const random = new RandomStream(7, 'window');
  return tasks.flatMap((task) => {
    const difficulty = Array.from({ length: task.folds }, () => random.normal() * 0.012);
    return runs
      .filter((run) => run.task === task.name)
      .flatMap((run) =>
        task.metrics.flatMap((name, index) => {
          const base = task.kind === 'classification' ? 0.79 : 0.642;
          const gain = run.model === 'clinical' ? 0.026 : 0;
          const value =
            base + index * 0.021 + gain + difficulty[run.fold ?? 0] + random.normal() * 0.007;
          const one = {
            runId: run.id,
            model: run.model ?? '',
            task: task.name,
            fold: run.fold ?? 0,
          };
          const perType = task.name === 'cantemist-ner' && name === 'f1-micro';
          return [
            { ...one, name, entityType: null, value },
            ...(perType
              ? task.labels.map((entityType) => ({ ...one, name: 'f1', entityType, value }))
              : []),
          ];
        }),
      )
      .filter(({ runId }) => runs.find(({ id }) => id === runId)?.state === 'finished');
  });
}

function sampleComparisons(isDone: boolean): ComparisonView[] {
  return [
    {
      task: 'nubes-negation',
      metric: 'mcc',
      baseline: 'general',
      candidate: 'clinical',
      folds: 10,
      meanDifference: 0.0263,
      test: 'Wilcoxon signed-rank, exact, two-sided',
      statistic: 0,
      p: 2 / 1024,
      adjustedP: 4 / 1024,
      smallestP: 2 / 1024,
      level: 0.05,
      verdict: 'candidate-better',
      sentence:
        'clinical is better than general on nubes-negation: MCC is 0.026 higher on average, in all of 10 folds, and a difference this consistent is unlikely to be luck (p = 0.002).',
    },
    {
      task: 'cantemist-ner',
      metric: 'f1-micro',
      baseline: 'general',
      candidate: 'clinical',
      folds: isDone ? 5 : 3,
      meanDifference: isDone ? 0.0241 : null,
      test: 'Wilcoxon signed-rank, exact, two-sided',
      statistic: isDone ? 0 : null,
      p: isDone ? 0.0625 : null,
      adjustedP: isDone ? 0.0625 : null,
      smallestP: 0.0625,
      level: 0.05,
      verdict: isDone ? 'too-few-folds' : 'incomplete',
      sentence: isDone
        ? 'clinical is ahead of general on cantemist-ner in all of 5 folds, but with 5 folds no outcome can reach p < 0.05: use more folds before relying on it.'
        : 'clinical and general cannot be compared on cantemist-ner yet: not all folds are finished.',
    },
  ];
}

export interface SampleStudy {
  readonly id: string;
  readonly name: string;
  readonly state: RunState;
  readonly finished: number;
}

export function sampleStudy({ id, name, state, finished }: SampleStudy): StudyView {
  const runs = sampleRuns(id, finished, state);
  const isDone = finished >= runs.length;
  return {
    summary: {
      id,
      name,
      state,
      createdAtMs: startedAtMs - 60_000,
      startedAtMs: state === 'queued' ? null : startedAtMs,
      finishedAtMs: isDone ? startedAtMs + 41 * 60_000 : null,
      runsFinished: Math.min(finished, runs.length),
      runsTotal: runs.length,
      estimatedTimeLeftMs: state === 'running' ? (runs.length - finished) * 74_000 : null,
    },
    planText: JSON.stringify({ name, corpora: {}, models: {}, tasks: {} }, null, 2),
    runs,
    models: [
      {
        name: 'general',
        parent: null,
        origin: 'from-scratch',
        corpora: ['wikipedia-covid'],
        layers: 4,
        hiddenSize: 256,
        parameterCount: 5_340_000,
        vocabularySize: 8000,
      },
      {
        name: 'clinical',
        parent: 'general',
        origin: 'further-pretraining',
        corpora: ['clinical-cases'],
        layers: 4,
        hiddenSize: 256,
        parameterCount: 5_340_000,
        vocabularySize: 8000,
      },
    ],
    tasks: [...tasks],
    metrics: sampleMetrics(runs),
    comparisons: finished > 22 ? sampleComparisons(isDone) : [],
    corpora: [
      {
        name: 'wikipedia-covid',
        sources: ['es_wikipedia_covid.txt'],
        linesRead: 148_201,
        linesKept: 131_877,
        emptyLines: 9_320,
        duplicateLines: 7_004,
        markupRemoved: 18_442,
        characters: 21_904_233,
        tokens: 4_912_008,
      },
      {
        name: 'clinical-cases',
        sources: ['es_clinical_cases.txt'],
        linesRead: 81_044,
        linesKept: 78_310,
        emptyLines: 1_120,
        duplicateLines: 1_614,
        markupRemoved: 260,
        characters: 8_912_230,
        tokens: 2_012_443,
      },
    ],
    warnings: [
      {
        code: 'truncated-notes',
        subject: 'nubes-negation',
        message: '14 of 1,838 notes are longer than 128 tokens; what lies beyond was not read.',
      },
    ],
  };
}

export const summaryOf = (study: StudyView): StudySummary => study.summary;
