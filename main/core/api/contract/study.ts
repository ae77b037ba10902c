import { z } from 'zod';
import type { ImportAction } from '#core/domain/import-report.ts';
import { failureSchema } from './failure.ts';
import { toldSchema } from './phrase.ts';
import { comparisonSchema, foldMeanSchema, metricSchema } from './result.ts';
import { runSchema, shownStateSchema } from './run.ts';
import { studyVocabularySchema } from './vocabulary.ts';

/** A study as a line of a list. */
export const studySummarySchema = z.strictObject({
  id: z.string(),
  /** As people read it: the title of its plan, where there is one. */
  name: z.string(),
  state: shownStateSchema,
  /** Its place among those that wait for another study, 1 for the next; null for all others. */
  queuePosition: z.int().nullable(),
  createdAtMs: z.number(),
  startedAtMs: z.number().nullable(),
  finishedAtMs: z.number().nullable(),
  /** What its runs that have ended took together, without pauses; null where none has. */
  tookMs: z.number().nullable(),
  runsFinished: z.int(),
  runsTotal: z.int(),
  /** It ends when the step at hand has. */
  isPaused: z.boolean(),
  /** Until the whole study ends; null while nothing can be said honestly or nothing runs. */
  estimatedTimeLeftMs: z.number().nullable(),
});

const modelSchema = z.strictObject({
  name: z.string(),
  /** The model whose weights it starts from; null when it starts from nothing or a checkpoint. */
  parent: z.string().nullable(),
  origin: z.enum(['from-scratch', 'checkpoint', 'further-pretraining']),
  /** Names of the corpora it was pre-trained on in its own stage. */
  corpora: z.array(z.string()).readonly(),
  layers: z.int().nullable(),
  hiddenSize: z.int().nullable(),
  parameterCount: z.int().nullable(),
  vocabularySize: z.int().nullable(),
});

/** How many of some examples were met elsewhere. */
const metCountSchema = z.strictObject({ of: z.int(), exact: z.int(), near: z.int() });

/** What the examples of a task were met as; the pairs are in contamination.csv. */
const contaminationSchema = z.strictObject({
  folds: z
    .array(
      z.strictObject({
        /** 0-based. */
        fold: z.int(),
        testByTraining: metCountSchema,
        testByCorpora: metCountSchema,
        trainingByCorpora: metCountSchema,
      }),
    )
    .readonly(),
  pairCount: z.int(),
});

const taskSchema = z.strictObject({
  name: z.string(),
  kind: z.enum(['classification', 'multi-label', 'entity-recognition']),
  /** Notes or sentences; null before they are read. */
  examples: z.int().nullable(),
  folds: z.int(),
  /** What its models must beat; they are measured beside them. */
  baselines: z.array(z.string()).readonly(),
  /** True when a patient's or document's examples stay on one side of a fold. */
  grouped: z.boolean(),
  /** Classes or entity types; empty before the examples are read. */
  labels: z.array(z.string()).readonly(),
  /** The metric that comparisons look at, and in which order the others are shown. */
  primaryMetric: z.string(),
  metrics: z.array(z.string()).readonly(),
  /** What is to be known of how models were fine-tuned, such as a frozen encoder. */
  training: z.array(toldSchema).readonly(),
  /** Null before it was looked for. */
  contamination: contaminationSchema.nullable(),
});

/** One row of the corpora table (Table 1 of the reference study). Null before cleaning ran. */
const corpusSchema = z.strictObject({
  name: z.string(),
  /** The file names as the plan gives them. */
  sources: z.array(z.string()).readonly(),
  documents: z.int().nullable(),
  linesRead: z.int().nullable(),
  linesKept: z.int().nullable(),
  emptyLines: z.int().nullable(),
  duplicateLines: z.int().nullable(),
  /** Tags, entities and special characters that were removed. */
  markupRemoved: z.int().nullable(),
  tokens: z.int().nullable(),
});

const importActions = {
  repaired: 'repaired',
  'left-out': 'left-out',
  kept: 'kept',
} as const satisfies { readonly [Action in ImportAction]: Action };

/** How often one rule applied to one file. */
const importProblemSchema = z.strictObject({
  file: z.string(),
  rule: z.string(),
  /** What the rule does, in one sentence. */
  meaning: z.string(),
  action: z.enum(importActions),
  count: z.int(),
});

/** What a model had learned when it was tested on the target of a transfer. */
const transferSideSchema = z.strictObject({
  model: z.string(),
  condition: z.enum(['target-only', 'zero-shot', 'few-shot', 'alone']),
  /** Examples of the target; null for all of the training side. */
  shots: z.int().nullable(),
});

/** A task that is learned in one language and tested in another, by the primary metric. */
const transferSchema = z.strictObject({
  name: z.string(),
  source: z.string(),
  target: z.string(),
  metric: z.string(),
  /** What each label of the source is in the target; null before the source was learned. */
  labels: z
    .array(z.strictObject({ source: z.string(), target: z.string().nullable() }))
    .readonly()
    .nullable(),
  rows: z
    .array(
      transferSideSchema.extend({
        /** Folds, or draws. */
        count: z.int(),
        mean: z.number(),
        standardDeviation: z.number().nullable(),
        smallest: z.number(),
        largest: z.number(),
      }),
    )
    .readonly(),
  comparisons: z
    .array(
      z.strictObject({
        a: transferSideSchema,
        b: transferSideSchema,
        folds: z.int(),
        plannedFolds: z.int(),
        meanDifference: z.number(),
        interval: z.strictObject({ lower: z.number(), upper: z.number() }).nullable(),
        /** After Holm's correction over the comparisons of all transfers. */
        adjustedP: z.number().nullable(),
        correctedP: z.number().nullable(),
        /** In a few words. */
        verdict: toldSchema,
      }),
    )
    .readonly(),
});

/** What the reader of a table needs to know about a metric. */
const metricDescriptionSchema = z.strictObject({
  displayName: z.string(),
  meaning: z.string(),
});

const warningKinds = z.enum([
  'old-results',
  'failed-step',
  'step-left-out',
  'mixed-engines',
  'left-out',
  'opened-set',
  'cut-texts',
  'repeated-texts',
  'near-duplicates',
  'seen-data',
  'seen-texts',
  'ungrouped-examples',
  'rare-labels',
  'missed-labels',
  'negative-transfer',
  'not-above-baseline',
]);

/** Something the reader of the results must know; never text of a note. */
const warningSchema = z.strictObject({
  kind: warningKinds,
  /** The task, corpus or model it is about; null for the whole study. */
  subject: z.string().nullable(),
  message: toldSchema,
});

export const studySchema = z.strictObject({
  summary: studySummarySchema,
  /** Why it failed; null for a study that did not. */
  failure: failureSchema.nullable(),
  /** The plan as it stands now: whole paths, and defaults where the user wrote nothing. */
  planText: z.string(),
  /** In the order in which they run. */
  runs: z.array(runSchema).readonly(),
  models: z.array(modelSchema).readonly(),
  tasks: z.array(taskSchema).readonly(),
  metrics: z.array(metricSchema).readonly(),
  /** Of the same metrics, over the folds that have finished. */
  means: z.array(foldMeanSchema).readonly(),
  comparisons: z.array(comparisonSchema).readonly(),
  /** Empty for most. */
  transfers: z.array(transferSchema).readonly(),
  corpora: z.array(corpusSchema).readonly(),
  /** Of finished runs: those that were trained, then those of models that were extended. */
  /** What models make of the held-out text of each corpus; empty where nothing is held out. */
  perplexities: z
    .array(
      z.strictObject({
        model: z.string(),
        stage: z.enum(['before', 'after']),
        corpus: z.string(),
        ofToken: z.number(),
        ofWord: z.number(),
        wordCount: z.int(),
        unknownCount: z.int(),
        runId: z.string(),
      }),
    )
    .readonly(),
  vocabularies: z.array(studyVocabularySchema).readonly(),
  importProblems: z.array(importProblemSchema).readonly(),
  /** Metric name → how it is shown. */
  metricDescriptions: z.record(z.string(), metricDescriptionSchema),
  warnings: z.array(warningSchema).readonly(),
});

export type StudySummary = z.infer<typeof studySummarySchema>;
export type StudyView = z.infer<typeof studySchema>;
export type ModelView = z.infer<typeof modelSchema>;
export type TaskView = z.infer<typeof taskSchema>;
export type ContaminationView = z.infer<typeof contaminationSchema>;
export type CorpusView = z.infer<typeof corpusSchema>;
export type ImportProblemView = z.infer<typeof importProblemSchema>;
export type MetricDescriptionView = z.infer<typeof metricDescriptionSchema>;
export type TransferView = z.infer<typeof transferSchema>;
export type WarningView = z.infer<typeof warningSchema>;
