import type { ClassScoresView } from '#contract/scores.ts';

type ScoreFigure = Extract<
  ClassScoresView['figures'][number]['name'],
  | 'auroc'
  | 'average-precision'
  | 'brier'
  | 'log-loss'
  | 'ece'
  | 'calibration-intercept'
  | 'calibration-slope'
>;

interface Named {
  readonly name: string;
  readonly meaning: string;
}

interface Titled {
  readonly title: string;
  readonly meaning: string;
}

/** Curves of the probabilities of a class. */
export interface CurvesMessages {
  readonly title: string;
  readonly pooled: (folds: number) => string;
  readonly ofOneFold: string;
  readonly ofClass: string;
  readonly ofFold: string;
  readonly allFolds: string;
  readonly calibrated: string;
  readonly model: string;
  readonly notes: string;
  readonly positives: string;
  readonly interval: string;
  readonly figuresOf: (label: string) => string;
  readonly within: (lower: string, upper: string) => string;
  readonly fromTo: (lower: string, upper: string) => string;
  readonly withoutScores: (models: string) => string;
  readonly noScores: string;
  readonly noScoresWhy: string;
  readonly figures: Readonly<Record<ScoreFigure, Named>>;
  readonly charts: Readonly<Record<'roc' | 'precisionRecall' | 'calibration' | 'decision', Titled>>;
  readonly pictureOf: (chart: string, label: string, models: string) => string;
  readonly falsePositiveRate: string;
  readonly sensitivity: string;
  readonly sensitivityOrRecall: string;
  readonly precision: string;
  readonly predicted: string;
  readonly observed: string;
  readonly thresholdProbability: string;
  readonly netBenefit: string;
  readonly chance: string;
  readonly perfect: string;
  readonly actOnAll: string;
  readonly actOnNone: string;
}
