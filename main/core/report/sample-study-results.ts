import { RandomStream } from '#core/base/random-stream.ts';
import type { VocabularyCut } from '#core/domain/vocabulary-cuts.ts';
import { evaluateClassification } from '#core/evaluation/metrics/evaluate-classification.ts';
import { listScoreMetrics } from '#core/evaluation/metrics/list-score-metrics.ts';
import { adjustComparisons } from '#core/evaluation/statistics/adjust-comparisons.ts';
import { compareModels } from '#core/evaluation/statistics/compare-models.ts';
import type {
  Measurement,
  RunSummary,
  StudyResults,
  TaskComparison,
  TaskSummary,
} from './study-results.ts';

const models = ['from scratch', 'adapted', 'adapted, two languages'];
/** How often each model is right, task by task. */
const skill = { negation: [0.9, 0.925, 0.93], tumours: [0.7, 0.76, 0.75] };

const tasks: TaskSummary[] = [
  {
    title: null,
    name: 'negation',
    kind: 'classification',
    set: null,
    lockedOut: null,
    contamination: null,
    foldCount: 10,
    repeats: 1,
    groupedBy: null,
    primaryMetric: 'mcc',
    frozenEncoder: false,
    choosesEpochs: false,
    training: [],
    itemCount: 1838,
    labels: [
      { label: 'affirmed', count: 919 },
      { label: 'negated', count: 919 },
    ],
    lostLabels: [],
  },
  {
    title: null,
    name: 'tumours',
    kind: 'entities',
    set: null,
    lockedOut: null,
    contamination: null,
    foldCount: 5,
    repeats: 1,
    groupedBy: 'document',
    primaryMetric: 'f1-micro',
    frozenEncoder: false,
    choosesEpochs: false,
    training: [],
    itemCount: 12846,
    labels: [
      { label: 'MORPHOLOGY', count: 6396 },
      { label: 'SITE', count: 2120 },
    ],
    lostLabels: [
      { label: 'SITE', count: 80 },
      { label: 'STAGE', count: 12 },
    ],
  },
];

/** For tests: results of a made-up study, real metrics and statistics of seeded predictions. */
export function sampleStudyResults(seed = 11): StudyResults {
  const random = new RandomStream(seed, 'sample results');
  const startedAtMs = Date.UTC(2026, 10, 21, 9, 12);
  const runs: RunSummary[] = models.map((model, index) => ({
    id: `run-p${index}`,
    key: `pretrain/${model}`,
    kind: 'pretraining',
    state: 'finished',
    model,
    task: null,
    fold: null,
    startedAtMs: startedAtMs + index * 600_000,
    finishedAtMs: startedAtMs + (index + 1) * 600_000,
    tookMs: 600_000,
    engine: 'onnx-cpu',
    engineSource: 'measurement',
    configurationHash: '5f1c09aa37d2b4e8'.repeat(4),
  }));
  const measurements: Measurement[] = [];
  for (const task of tasks) {
    for (let fold = 0; fold < task.foldCount; fold++) {
      const luck = random.normal() * 0.012;
      models.forEach((model, index) => {
        const id = `${task.name}-${index}-${fold}`;
        const startMs = startedAtMs + 1_800_000 + runs.length * 47_000;
        runs.push({
          id,
          key: `fine-tune/${task.name}/${model}/fold-${fold + 1}`,
          kind: 'fine-tuning',
          state: 'finished',
          model,
          task: task.name,
          fold,
          startedAtMs: startMs,
          finishedAtMs: startMs + 46_000,
          tookMs: 46_000,
          engine: 'onnx-cpu',
          engineSource: 'measurement',
          configurationHash: '0b7e64d19c83fa25'.repeat(4),
        });
        const rate = skill[task.name as keyof typeof skill][index] + luck;
        for (const metric of simulate(task, rate, random)) {
          measurements.push({ model, task: task.name, fold, runId: id, metric });
        }
      });
    }
  }
  return {
    formatVersion: 1,
    study: {
      id: 'study-1',
      title: null,
      name: 'Does clinical text help?',
      startedAtMs,
      finishedAtMs: startedAtMs + 3_245_000,
      failure: null,
      engine: 'onnx-cpu, 2 cores',
      description: 'A made-up study: <b>three</b> models on two tasks.',
      planHash: 'a3f09d51c2'.repeat(7).slice(0, 64),
      programVersion: '0.1.0',
    },
    ranks: [],
    judgements: [],
    lockedSets: [],
    corpora: [
      {
        corpus: 'general',
        source: 'encyclopaedia.txt',
        documentCount: 1,
        lineCount: 5120,
        tokenCount: 214_330,
        removed: [{ what: 'empty lines', count: 310 }],
        runId: 'run-p0',
      },
      {
        corpus: 'clinical',
        source: 'cases.txt',
        documentCount: 501,
        lineCount: 48_211,
        tokenCount: 2_041_887,
        removed: [
          { what: 'empty lines', count: 1204 },
          { what: 'duplicate lines', count: 873 },
        ],
        runId: 'run-p1',
      },
    ],
    perplexities: [
      {
        model: 'from scratch',
        stage: 'after',
        corpus: 'clinical',
        ofToken: 61.3,
        ofWord: 214.62,
        wordCount: 7_431,
        unknownCount: 12,
        runId: 'run-p0',
      },
      {
        model: 'adapted',
        stage: 'before',
        corpus: 'clinical',
        ofToken: 61.3,
        ofWord: 2014.62,
        wordCount: 7_431,
        unknownCount: 12,
        runId: 'run-p1',
      },
      {
        model: 'adapted',
        stage: 'after',
        corpus: 'clinical',
        ofToken: 9.482,
        ofWord: 21.09,
        wordCount: 7_440,
        unknownCount: 3,
        runId: 'run-p1',
      },
    ],
    vocabularies: [
      {
        name: 'words',
        kind: 'trained',
        algorithm: 'wordpiece',
        size: 8000,
        addedCount: null,
        runId: 'run-p0',
        corpora: [
          { corpus: 'general', wordCount: 160_112, before: null, after: cut(160_112, 1.338, 0) },
        ],
      },
      {
        name: 'adapted',
        kind: 'extended',
        algorithm: null,
        size: 9000,
        addedCount: 1000,
        runId: 'run-p1',
        corpora: [
          {
            corpus: 'clinical',
            wordCount: 1_204_961,
            before: cut(1_204_961, 1.942, 0.0021),
            after: cut(1_204_961, 1.512, 0.0027),
          },
        ],
      },
    ],
    models: models.map((name, index) => ({
      name,
      isBaseline: false,
      title: null,
      parameterCount: 7_112_192,
      lineage: [
        { step: 'random weights', runId: null },
        { step: 'pre-trained on general, 5 epochs', runId: 'run-p0' },
        ...(index === 0
          ? []
          : [{ step: 'pre-trained on clinical, 5 epochs', runId: `run-p${index}` }]),
      ],
    })),
    tasks,
    runs,
    measurements,
    comparisons: compareAll(measurements),
    warnings: [
      { kind: 'rare-labels', about: 'tumours', text: '"SITE" is missing from some folds.' },
    ],
    importProblems: [{ file: 'cases.csv', rule: 'row-column-count', action: 'left-out', count: 4 }],
    recorded: {
      readings: [
        ...['general', 'clinical'].map((name) => ({ of: 'corpus' as const, name })),
        ...tasks.map(({ name }) => ({ of: 'task' as const, name })),
      ].map((read, index) => ({
        ...read,
        hash: `${index}7c3b9a04e6d2f815`.repeat(4).slice(0, 64),
        atMs: startedAtMs + index * 1000,
      })),
      settings: {
        seed: 20_261,
        pretraining: Object.fromEntries(
          models.map((name) => [
            name,
            { epochs: 5, batchSize: 32, learningRate: 1e-4, maxTokens: 512, maskedFraction: 0.15 },
          ]),
        ),
        fineTuning: Object.fromEntries(
          tasks.map(({ name }) => [
            name,
            { epochs: 4, batchSize: 16, learningRate: 2e-5, maxTokens: 256 },
          ]),
        ),
      },
    },
  };
}

function cut(wordCount: number, tokensPerWord: number, unknownRate: number): VocabularyCut {
  const tokenCount = Math.round(wordCount * tokensPerWord);
  const unknownCount = Math.round(tokenCount * unknownRate);
  return { tokenCount, unknownCount, tokensPerWord, unknownRate };
}

function simulate(task: TaskSummary, rate: number, random: RandomStream) {
  const names = task.labels.map(({ label }) => label);
  if (task.kind === 'classification') {
    const gold = Array.from({ length: 184 }, () => random.integer(2));
    const predicted = gold.map((label) => (random.uniform() < rate ? label : 1 - label));
    return evaluateClassification(Int32Array.from(gold), Int32Array.from(predicted), names);
  }
  return listScoreMetrics(
    new Map(
      task.labels.map(({ label, count }, index) => {
        const gold = Math.round(count / task.foldCount);
        const matched = Math.round(gold * (rate - index * 0.12 + random.normal() * 0.008));
        return [label, { gold, matched, predicted: Math.round(gold * (1.02 + index * 0.05)) }];
      }),
    ),
  );
}

function compareAll(measurements: readonly Measurement[]): TaskComparison[] {
  const unadjusted = tasks.flatMap((task) =>
    [1, 2].map((index): TaskComparison => {
      const valuesOf = (model: string) =>
        measurements
          .filter((each) => each.task === task.name && each.model === model)
          .filter(({ metric }) => metric.name === task.primaryMetric)
          .map(({ metric }) => metric.value);
      const [modelA, modelB] = [models[index], models[0]];
      const result = compareModels({
        a: valuesOf(modelA),
        b: valuesOf(modelB),
        testFraction: 1 / task.foldCount,
      });
      return {
        ...{ task: task.name, metric: task.primaryMetric, modelA, modelB, result },
        equivalence: null,
      };
    }),
  );
  const adjusted = adjustComparisons(unadjusted.map(({ result }) => result));
  return unadjusted.map((comparison, index) => ({ ...comparison, result: adjusted[index] }));
}
