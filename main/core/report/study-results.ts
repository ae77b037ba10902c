import type { ImportAction, ImportRule } from '#core/domain/import-report.ts';
import type { Contamination } from '#core/domain/contamination.ts';
import type { RemovedKind } from '#core/domain/removed-kind.ts';
import type { EngineSource, Metric, RunKind, RunState, StudyFailure } from '#core/domain/run.ts';
import type { CorpusCuts, VocabularyAlgorithm } from '#core/domain/vocabulary-cuts.ts';
import type { MetricName, TaskKind } from '#core/evaluation/metrics/metric-names.ts';
import type { LastTest } from '#core/evaluation/judgement/last-test.ts';
import type { TaskJudgement } from '#core/evaluation/judgement/task-judgement.ts';
import type { EquivalenceTest } from '#core/evaluation/statistics/test-equivalence.ts';
import type { ModelComparison } from '#core/evaluation/statistics/compare-models.ts';
import type { Told } from '#core/base/phrase.ts';
import type { WarningKind } from './warning-kinds.ts';

/**
 * Everything that the files of a study are written from. Plain data without text of notes: it is
 * `results.json` as it stands. Each number names the run that it comes from.
 */
export interface StudyResults {
  readonly formatVersion: 1;
  readonly study: StudyFacts;
  /** Kept for a last test: nothing of the study has met them. Empty for most. */
  readonly lockedSets: readonly SetVersionSummary[];
  /** Of models that learned all of a task, on the locked sets; left out where none was made. */
  readonly lastTests?: readonly LastTest[];
  readonly corpora: readonly CorpusStatistics[];
  /** Those that were trained, then those of models that were extended. */
  readonly vocabularies: readonly VocabularySummary[];
  /** Of each model on the held-out text of each corpus; empty where nothing is held out. */
  readonly perplexities: readonly PerplexityRow[];
  /** In the order in which tables shall show them, the plan's. */
  readonly models: readonly ModelSummary[];
  readonly tasks: readonly TaskSummary[];
  readonly runs: readonly RunSummary[];
  readonly measurements: readonly Measurement[];
  readonly comparisons: readonly TaskComparison[];
  /** Of three or more models. */
  readonly ranks: readonly ModelRanks[];
  /** What the scores of single examples say; empty before a study has ended, and where only a part of the results is asked for. */
  readonly judgements: readonly TaskJudgement[];
  /** Of tasks learned in one language and tested in another; left out where the plan has none. */
  readonly transfers?: readonly TransferResults[];
  readonly warnings: readonly ResultWarning[];
  readonly importProblems: readonly ImportProblemCount[];
  /** For the section of methods; left out where only a part of the results is asked for. */
  readonly recorded?: RecordedFacts;
}

/** How a study was made, beside what its tables hold. */
export interface RecordedFacts {
  /** The last reading of each corpus and task. */
  readonly readings: readonly {
    readonly of: 'corpus' | 'task';
    readonly name: string;
    /** SHA-256 of the data and of how it is read. */
    readonly hash: string;
    readonly atMs: number;
  }[];
  /** Null until the study has finished: before, runs may be of an earlier form of its plan. */
  readonly settings: {
    readonly seed: number;
    /** By model; `batchSize` is of a step of the optimiser. */
    readonly pretraining: Readonly<Record<string, TrainingSettings & { maskedFraction: number }>>;
    /** By task. */
    readonly fineTuning: Readonly<Record<string, TrainingSettings>>;
  } | null;
}

export interface TrainingSettings {
  readonly epochs: number;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly maxTokens: number;
}

interface StudyFacts {
  readonly id: string;
  readonly name: string;
  /** In any script, for people; null where the plan gives none. */
  readonly title: string | null;
  readonly startedAtMs: number;
  /** Null while it runs, or where it was stopped. */
  readonly finishedAtMs: number | null;
  /** Why it ended before its end; null where it did not fail. */
  readonly failure: StudyFailure | null;
  /** Engine and machine in words, such as "onnx-cpu, 2 cores". */
  readonly engine: string;
  /** SHA-256 of the plan. */
  readonly planHash: string;
  /** As the plan has it; null where it has none. */
  readonly description: string | null;
  readonly programVersion: string;
}

/** One row of the table of sources. */
export interface CorpusStatistics {
  readonly corpus: string;
  /** A file, or how many. */
  readonly source: Told;
  readonly documentCount: number;
  /** After cleaning. */
  readonly lineCount: number;
  readonly tokenCount: number;
  readonly removed: readonly { readonly what: RemovedKind; readonly count: number }[];
  readonly runId: string | null;
}

/** A vocabulary that the study trained, or that of a model that it extended. */
export interface VocabularySummary {
  /** Of the vocabulary, or of the model whose vocabulary was extended. */
  readonly name: string;
  readonly kind: 'trained' | 'extended';
  /** Of a trained one. */
  readonly algorithm: VocabularyAlgorithm | null;
  /** Tokens, special ones included. */
  readonly size: number;
  /** Of an extended one. */
  readonly addedCount: number | null;
  readonly runId: string;
  /** On the corpora that the plan named when the run was made. */
  readonly corpora: readonly CorpusCuts[];
}

/** What a model makes of the held-out text of a corpus. */
export interface PerplexityRow {
  readonly model: string;
  /** Before or after its own pre-training; 'after' also for one that has none. */
  readonly stage: 'before' | 'after';
  readonly corpus: string;
  /** Of a masked token; of models of different vocabularies not comparable. */
  readonly ofToken: number;
  /** Of a masked word: the same words for every model. */
  readonly ofWord: number;
  readonly wordCount: number;
  /** Masked words that the vocabulary does not know, which are in neither figure. */
  readonly unknownCount: number;
  readonly runId: string;
}

export interface ModelSummary {
  readonly name: string;
  /** What models must beat, beside which it stands in tables. */
  readonly isBaseline: boolean;
  /** In any script, for people; null where the plan gives none. */
  readonly title: string | null;
  /** From its origin to what it is now, a phrase per step. */
  readonly lineage: readonly { readonly step: Told; readonly runId: string | null }[];
  readonly parameterCount: number | null;
}

/** A version of a labelled set. */
interface SetVersionSummary {
  readonly name: string;
  readonly version: number;
  readonly hash: string;
}

/** Notes, documents or sentences, each by the first reason that holds. */
interface LockedOutSummary {
  readonly unit: 'notes' | 'documents' | 'sentences';
  /** Of the locked set. */
  readonly document: number;
  /** Of its patients. */
  readonly patient: number;
  /** Nearly the same as one of it, or a part of one. */
  readonly text: number;
}

export interface TaskSummary {
  readonly name: string;
  /** In any script, for people; null where the plan gives none. */
  readonly title: string | null;
  readonly kind: TaskKind;
  /** The version of a labelled set that it was read from; null for files. */
  readonly set: SetVersionSummary | null;
  /** What was not read because of locked test sets; null without one. */
  readonly lockedOut: LockedOutSummary | null;
  /** What its examples were met as; null where an earlier version read them. */
  readonly contamination: Contamination | null;
  /** All that are tested: of each division of the data as many. */
  readonly foldCount: number;
  /** How many times the data was divided into folds. */
  readonly repeats: number;
  /** What was kept together, such as "document"; null for nothing. */
  readonly groupedBy: string | null;
  readonly primaryMetric: MetricName;
  /** Whether heads alone were trained, which tables must not hide. */
  readonly frozenEncoder: boolean;
  /** Whether the epoch of each fold was chosen, by an inner split of what it learned from. */
  readonly choosesEpochs: boolean;
  /** What else is to be known of how models were fine-tuned; none where it was as usual. */
  readonly training: readonly Told[];
  /** Notes or sentences. */
  readonly itemCount: number;
  /** Classes with their examples, or types with their entities. */
  readonly labels: readonly { readonly label: string; readonly count: number }[];
  /** Of each label, examples that the import left out; also of labels of which nothing is left. */
  readonly lostLabels: readonly { readonly label: string; readonly count: number }[];
}

export interface RunSummary {
  readonly id: string;
  readonly key: string;
  readonly kind: RunKind;
  readonly state: RunState;
  readonly model: string | null;
  readonly task: string | null;
  /** 0-based; files and tables show it from 1. */
  readonly fold: number | null;
  readonly startedAtMs: number | null;
  readonly finishedAtMs: number | null;
  /** Without the pauses between a stop and going on; null before it has ended. */
  readonly tookMs: number | null;
  readonly engine: string | null;
  readonly engineSource: EngineSource | null;
  readonly configurationHash: string;
}

/** One metric of one model on one fold. */
export interface Measurement {
  readonly model: string;
  readonly task: string;
  /** 0-based; files and tables show it from 1. */
  readonly fold: number;
  readonly runId: string;
  readonly metric: Metric;
}

/** Two models of the plan on one task, by its primary metric. */
export interface TaskComparison {
  readonly task: string;
  readonly metric: MetricName;
  readonly modelA: string;
  readonly modelB: string;
  readonly result: ModelComparison;
  /** Where the plan states a margin; null elsewhere. */
  readonly equivalence: StatedEquivalence | null;
}

/** Whether a difference is shown to be smaller than one that the plan calls relevant. */
export interface StatedEquivalence extends EquivalenceTest {
  /** Holm’s over all comparisons with a margin: that A is no worse than B by the margin. */
  readonly noWorsePHolm: number;
  /** Likewise that A and B differ by less than the margin. */
  readonly equivalentPHolm: number;
}

/** Friedman’s test with Nemenyi’s pairs. */
export interface ModelRanks {
  /** What the models were ranked in: the folds of a task, or the tasks of the study by their means. */
  readonly over: 'folds' | 'tasks';
  /** Null over tasks. */
  readonly task: string | null;
  readonly models: readonly string[];
  /** [models] 1 is the best. */
  readonly meanRanks: readonly number[];
  readonly blocks: number;
  readonly chiSquare: number | null;
  /** Iman and Davenport’s; null where all models tie, or where all blocks agree wholly. */
  readonly f: number | null;
  readonly p: number;
  /** By how much mean ranks must differ at 0.05. */
  readonly criticalDifference: number;
  /** Every pair, its p adjusted for all of them. */
  readonly pairs: readonly {
    readonly modelA: string;
    readonly modelB: string;
    readonly rankDifference: number;
    readonly p: number;
  }[];
}

interface ResultWarning {
  readonly kind: WarningKind;
  /** What it is about: a task, a corpus, a run. */
  readonly about: string;
  /** One sentence, without text of notes. */
  readonly text: Told;
}

/** How often one rule was applied to one file. */
interface ImportProblemCount {
  readonly file: string;
  readonly rule: ImportRule;
  readonly action: ImportAction;
  readonly count: number;
}

/** A transfer of the plan: what it learned from, every figure on the target, and what differs. */
export interface TransferResults {
  readonly name: string;
  /** Tasks of the plan. */
  readonly source: string;
  readonly target: string;
  readonly primaryMetric: MetricName;
  /** Folds of the target. */
  readonly foldCount: number;
  /** What each label of the source is in the target; null before the source was learned. */
  readonly labels: readonly { readonly source: string; readonly target: string | null }[] | null;
  readonly measurements: readonly TransferMeasurement[];
  readonly comparisons: readonly TransferComparison[];
}

/** What a model had learned when it was tested on the target. */
export interface TransferSetting {
  /** `target-only`: the target's own folds, without the source. `alone`: drawn examples without it. */
  readonly condition: 'target-only' | 'zero-shot' | 'few-shot' | 'alone';
  /** Examples of the target that were learned from; null for all of the training side. */
  readonly shots: number | null;
}

/** One metric of one model, on one fold of the target. */
export interface TransferMeasurement extends TransferSetting {
  readonly model: string;
  /** 0-based. */
  readonly fold: number;
  /** 0-based; null where nothing is drawn. */
  readonly draw: number | null;
  readonly runId: string;
  readonly metric: Metric;
}

/** Two settings, by fold of the target; of several draws of a fold their mean counts. */
export interface TransferComparison {
  readonly a: TransferSetting & { readonly model: string };
  readonly b: TransferSetting & { readonly model: string };
  /** How many folds both should have. */
  readonly plannedFolds: number;
  readonly result: ModelComparison;
}
