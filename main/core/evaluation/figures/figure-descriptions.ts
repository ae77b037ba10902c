import type { Averaging } from '#core/evaluation/metrics/average-scores.ts';

/** How one number came of several classes or types. The list is closed. */
export type FigureAveraging =
  /** It is of one class or type, against all others. */
  | 'one-against-rest'
  /** It is of all at once by its own definition, as accuracy is. */
  | 'of-all'
  | Averaging;

/** What a reader must know of one figure; docs/metrics.md is written from it. */
export interface FigureDescription {
  readonly displayName: string;
  /** One sentence, complete without the formula. */
  readonly meaning: string;
  readonly formula: string;
  readonly source: string;
  /** From the worst to the best value, with its unit where it has one. */
  readonly range: string;
  readonly averages: readonly FigureAveraging[];
  /** What it does not show, or is misread as. */
  readonly notFor: string;
}

const counts = ['one-against-rest', 'micro', 'macro', 'weighted'] as const;
const single = ['one-against-rest'] as const;

/**
 * Every figure of `evaluation/figures`. Names are stable: they stand in stored results. Where a
 * denominator is 0 a figure is not defined, and says so.
 */
export const figureDescriptions = {
  accuracy: {
    displayName: 'Accuracy',
    meaning: 'Share of notes that were given the right class.',
    formula: 'right / all',
    source: 'by definition; held against scikit-learn',
    range: '0 to 1',
    averages: ['of-all'],
    notFor: 'Rare classes: with a prevalence of 2 %, never finding anything is 98 % accurate.',
  },
  'subset-accuracy': {
    displayName: 'Subset accuracy',
    meaning: 'Share of notes that were given exactly the right labels, of tasks with several.',
    formula: 'right sets / all',
    source: 'by definition; held against scikit-learn',
    range: '0 to 1',
    averages: ['of-all'],
    notFor: 'Many labels: one wrong of twenty counts as all wrong.',
  },
  'hamming-loss': {
    displayName: 'Hamming loss',
    meaning: 'Share of all answers, one for each note and label, that are wrong.',
    formula: 'Σ |truth Δ given| / (notes · labels)',
    source: 'Tsoumakas and Katakis, IJDWM 3 (2007); held against scikit-learn',
    range: '1 to 0, lower is better',
    averages: ['of-all'],
    notFor: 'Rare labels: giving none is hardly wrong by it.',
  },
  'balanced-accuracy': {
    displayName: 'Balanced accuracy',
    meaning: 'Mean recall of the classes that occur.',
    formula: '(1/k) Σ recallₖ',
    source: 'Brodersen et al., ICPR 2010; as in scikit-learn',
    range: '1/k for one class given to all, to 1',
    averages: ['macro'],
    notFor: 'What alerts are worth: it does not see how many of them are wrong.',
  },
  mcc: {
    displayName: 'MCC',
    meaning: 'Correlation between truth and prediction.',
    formula: '(c·s − Σ pₖtₖ) / √((s² − Σ pₖ²)(s² − Σ tₖ²))',
    source: 'Gorodkin, Computational Biology and Chemistry 28 (2004)',
    range: '−1 to 1; 0 is no better than chance',
    averages: ['of-all', 'one-against-rest'],
    notFor: 'Comparing data of different prevalence, with which it changes.',
  },
  'cohen-kappa': {
    displayName: 'Cohen’s kappa',
    meaning: 'Agreement beyond what chance gives, of model and truth or of two annotators.',
    formula: '(pₒ − pₑ) / (1 − pₑ)',
    source: 'Cohen, Educational and Psychological Measurement 20 (1960), unweighted',
    range: '−1 to 1; 0 is chance',
    averages: ['of-all'],
    notFor:
      'Rare classes, where high agreement gives a low kappa; ordered classes, of which it knows no distance.',
  },
  precision: {
    displayName: 'Precision',
    meaning: 'Share of what was given a class or type which truly has it.',
    formula:
      'right / found; of mentions (correct + ½ partial) / (correct + incorrect + partial + spurious)',
    source: 'SemEval 2013, task 9.1, for mentions; held against nervaluate and seqeval',
    range: '0 to 1',
    averages: counts,
    notFor: 'Anything without recall beside it, or without the mode of matching.',
  },
  recall: {
    displayName: 'Recall',
    meaning: 'Share of what truly has a class or type which was given it.',
    formula:
      'right / true; of mentions (correct + ½ partial) / (correct + incorrect + partial + missed)',
    source: 'SemEval 2013, task 9.1, for mentions; held against nervaluate and seqeval',
    range: '0 to 1',
    averages: counts,
    notFor: 'Anything without precision beside it, or without the mode of matching.',
  },
  f1: {
    displayName: 'F1',
    meaning: 'Harmonic mean of precision and recall.',
    formula: '2PR / (P + R)',
    source: 'van Rijsbergen 1979; held against nervaluate and seqeval',
    range: '0 to 1',
    averages: counts,
    notFor:
      'Uses in which a miss and a false alert do not cost the same; comparing tables of different averaging or matching.',
  },
  auroc: {
    displayName: 'AUROC',
    meaning: 'Chance that a positive scores higher than a negative; ties count half.',
    formula: 'U / (n₊·n₋)',
    source: 'Hanley and McNeil, Radiology 143 (1982)',
    range: '½ for a score that knows nothing, to 1',
    averages: counts,
    notFor:
      'Rare classes, in which it stays high while nearly all alerts are false; the quality of probabilities; the pooled scores of folds without the mean of folds beside it.',
  },
  'average-precision': {
    displayName: 'Average precision (AUPRC)',
    meaning: 'Area under the precision-recall curve, in steps and without any interpolation.',
    formula: 'Σ (Rₙ − Rₙ₋₁)·Pₙ over the distinct scores, highest first',
    source: 'as in scikit-learn; why no straight lines: Davis and Goadrich, ICML 2006',
    range: 'about the prevalence for a score that knows nothing, to 1',
    averages: counts,
    notFor:
      'Comparing data of different prevalence; areas that other programs compute by trapezoids, which are larger.',
  },
  brier: {
    displayName: 'Brier score',
    meaning: 'Mean squared error of probabilities: how well they both rank and fit.',
    formula: 'mean (p − y)²; of all classes mean Σₖ (pₖ − yₖ)²',
    source: 'Brier, Monthly Weather Review 78 (1950)',
    range: '1 (of all classes 2) to 0, lower is better',
    averages: ['one-against-rest', 'of-all'],
    notFor: 'Rare classes without that of a constant guess, π(1 − π), beside it.',
  },
  'log-loss': {
    displayName: 'Log loss',
    meaning: 'Mean surprise at the truth, which punishes confident errors hardest.',
    formula: 'mean −ln p(truth), p kept 2⁻⁵² away from 0 and 1',
    source: 'Good, JRSS B 14 (1952); as in scikit-learn',
    range: '36.04 to 0 nats, lower is better',
    averages: ['one-against-rest', 'of-all'],
    notFor: 'Models that give probabilities of 0: a single error decides.',
  },
  ece: {
    displayName: 'ECE',
    meaning: 'Mean distance of predicted from observed shares, in ⌈n^⅓⌉ bins of equal mass.',
    formula: 'Σ (nᵦ/n)·|observedᵦ − predictedᵦ|',
    source: 'Naeini, Cooper and Hauskrecht, AAAI 2015; bins: arXiv 2305.10886',
    range: '1 to 0, lower is better',
    averages: single,
    notFor:
      'Small data, where it is above 0 for perfect probabilities too; other binnings, which give other numbers.',
  },
  'calibration-intercept': {
    displayName: 'Calibration intercept',
    meaning:
      'By how many log odds probabilities are too low (above 0) or too high (below 0) on the whole.',
    formula: 'a in logit P(y) = a + logit p',
    source: 'Cox, Biometrika 45 (1958); Van Calster et al., BMC Medicine 17:230 (2019)',
    range: '0 is right',
    averages: single,
    notFor: 'Single patients, or parts of the data, in which it may differ.',
  },
  'calibration-slope': {
    displayName: 'Calibration slope',
    meaning: 'Whether probabilities are too extreme (below 1) or too timid (above 1).',
    formula: 'b in logit P(y) = a + b·logit p',
    source: 'Cox, Biometrika 45 (1958); Van Calster et al., BMC Medicine 17:230 (2019)',
    range: '1 is right',
    averages: single,
    notFor: 'Anything without the intercept and the curve beside it.',
  },
  sensitivity: {
    displayName: 'Sensitivity',
    meaning:
      'Share of the positives that alert: score at least a threshold, or were given the class.',
    formula: 'TP / (TP + FN)',
    source:
      'Altman and Bland, BMJ 308:1552 (1994); intervals: Wilson 1927, Clopper and Pearson 1934',
    range: '0 to 1',
    averages: single,
    notFor:
      'Thresholds that were chosen on the same notes, without the bound that this chapter gives.',
  },
  specificity: {
    displayName: 'Specificity',
    meaning: 'Share of the negatives that do not alert.',
    formula: 'TN / (TN + FP)',
    source: 'Altman and Bland, BMJ 308:1552 (1994); intervals as of sensitivity',
    range: '0 to 1',
    averages: single,
    notFor:
      'Rare classes without alerts per 1,000: 99 % may still mean that most alerts are false.',
  },
  ppv: {
    displayName: 'PPV',
    meaning: 'Share of alerts that are right, in data with the prevalence of these notes.',
    formula: 'TP / (TP + FP)',
    source: 'Altman and Bland, BMJ 309:102 (1994); intervals as of sensitivity',
    range: '0 to 1',
    averages: single,
    notFor: 'Wards where the class is rarer than among these notes: see PPV at a prevalence.',
  },
  npv: {
    displayName: 'NPV',
    meaning:
      'Share of notes without an alert that are rightly so, at the prevalence of these notes.',
    formula: 'TN / (TN + FN)',
    source: 'Altman and Bland, BMJ 309:102 (1994); intervals as of sensitivity',
    range: '0 to 1',
    averages: single,
    notFor: 'Rare classes, in which it is near 1 whatever the model does.',
  },
} as const satisfies Record<string, FigureDescription>;

export type FigureName = keyof typeof figureDescriptions;
