import type { ComparisonView, MetricName, Verdict } from '#contract/result.ts';
import type { TaskView, TransferView } from '#contract/study.ts';
import type { ResultPart } from '#window/state/route.ts';

/** Figures, plots and comparisons of a study. */
export interface ResultsMessages {
  readonly metrics: Readonly<
    Record<MetricName, { readonly name: string; readonly meaning: string }>
  >;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly comparisons: (count: number, verdicts: string) => string;
  readonly readInWords: string;
  readonly parts: Readonly<Record<ResultPart, string>>;
  readonly partsOf: (task: string) => string;
  readonly allTasks: string;
  readonly noSuchTask: string;
  readonly noFold: string;
  readonly figuresAppear: string;
  readonly differentFolds: string;
  /** What examples were met as, elsewhere. */
  readonly met: {
    readonly title: string;
    readonly meaning: string;
    readonly pairs: (count: number) => string;
    readonly table: (task: string) => string;
    readonly fold: string;
    readonly testByTraining: string;
    readonly testByCorpora: string;
    readonly trainingByCorpora: string;
    readonly count: (near: string, of: string, exact: string) => string;
  };
  /** Tasks that are learned in one language and tested in another. */
  readonly transfer: {
    readonly note: (source: string, target: string, metric: string) => string;
    readonly learnedAs: string;
    readonly settingsOf: (transfer: string) => string;
    readonly differencesOf: (transfer: string) => string;
    readonly learned: string;
    readonly tested: string;
    readonly deviation: string;
    readonly range: string;
    /** `shots` null: all examples. */
    readonly setting: (
      condition: TransferView['rows'][number]['condition'],
      shots: string | null,
    ) => string;
    readonly side: (model: string, setting: string) => string;
    readonly howToRead: string;
  };
  readonly inEachFold: (metric: string) => string;
  readonly comparisonsBy: (metric: string) => string;
  readonly comparisonsOn: (task: string) => string;
  readonly report: string;
  readonly model: string;
  readonly mean: string;
  readonly foldNumber: (fold: string) => string;
  readonly folds: string;
  readonly foldsOf: (finished: string, all: string) => string;
  readonly metricsOf: (task: string) => string;
  readonly metric: string;
  readonly each: Readonly<
    Record<
      TaskView['kind'],
      {
        readonly title: string;
        readonly column: string;
        readonly table: (metric: string, task: string) => string;
      }
    >
  >;
  readonly meanAndInterval: string;
  readonly candidateAgainstBaseline: string;
  readonly against: (candidate: string, baseline: string) => string;
  readonly verdict: string;
  readonly difference: string;
  readonly interval: (lower: string, upper: string) => string;
  readonly pHolm: string;
  readonly pCorrected: string;
  readonly smallestP: string;
  readonly testsUsed: Record<ComparisonView['wilcoxon'], string>;
  readonly adjustedOverPlan: string;
  readonly decidedByCorrected: string;
  readonly floor: (folds: number, smallestP: string) => string;
  readonly sharedExamples: string;
  readonly plot: string;
  readonly point: (point: {
    readonly model: string;
    readonly fold: number;
    readonly metric: string;
    readonly value: string;
  }) => string;
  readonly pointHint: (model: string, fold: number, value: string) => string;
  readonly howToRead: string;
}
