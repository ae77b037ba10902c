/** What a reader must know of a method that gives more than one figure. */
export interface MethodDescription {
  readonly displayName: string;
  readonly meaning: string;
  readonly formula: string;
  readonly source: string;
  readonly notFor: string;
}

/** Curves, thresholds, calibrations, intervals and tests; docs/metrics.md is written from it. */
export const methodDescriptions = {
  'predictive-values': {
    displayName: 'PPV, NPV and alerts per 1,000 at a stated prevalence',
    meaning: 'What an alert means, and how many there are, where the class is as common as stated.',
    formula:
      'alerts = 1000·(π·Se + (1 − π)(1 − Sp)); PPV = π·Se / (π·Se + (1 − π)(1 − Sp)); NPV = (1 − π)·Sp / ((1 − π)·Sp + π(1 − Se)); intervals from Wilson’s of Se and Sp, π taken as known',
    source:
      'Bayes’ rule; Altman and Bland, BMJ 309:102 (1994); intervals: Zou and Donner, Statistics in Medicine 27 (2008), Newcombe, Statistical Methods in Medical Research 25 (2016)',
    notFor: 'Places where the notes themselves differ, so that sensitivity and specificity do too.',
  },
  'threshold-for-sensitivity': {
    displayName: 'Threshold for a wanted sensitivity',
    meaning:
      'The highest threshold that finds at least the wanted share of positives with 95 % confidence, or that none can be claimed, and how many positives would be needed.',
    formula:
      'the (m + 1)-th smallest score of the positives, m the largest with BinomCDF(m; n₊, 1 − S) ≤ 0.05; with several notes of a patient n₊ and m shrink by (Σ n)²/(n₊·Σ n²)',
    source: 'Clopper and Pearson 1934; groups: Korn and Graubard, Survey Methodology 24 (1998)',
    notFor:
      'The model that is trained on all notes at last: for it the claim is approximate until a locked set confirms it.',
  },
  'roc-curve': {
    displayName: 'ROC and precision-recall curves',
    meaning: 'What every possible threshold gives, a point for each distinct score.',
    formula: 'sensitivity against 1 − specificity; precision against recall, drawn in steps',
    source: 'Swets, Science 240 (1988); Davis and Goadrich, ICML 2006',
    notFor: 'Choosing a threshold by eye: the chosen point is too good on the notes that chose it.',
  },
  'decision-curve': {
    displayName: 'Decision curve',
    meaning:
      'What acting on the model is worth at a threshold, beside acting on all notes and on none.',
    formula: 'π·Se − (1 − π)(1 − Sp)·pₜ/(1 − pₜ); all: π − (1 − π)·pₜ/(1 − pₜ); none: 0',
    source: 'Vickers and Elkin, Medical Decision Making 26 (2006); held against dcurves',
    notFor: 'Scores that are not calibrated, since pₜ is then no probability.',
  },
  'calibration-curve': {
    displayName: 'Calibration curve',
    meaning: 'Observed against predicted shares, in bins of equal mass or width, or without bins.',
    formula:
      'mean p and share of positives of each bin, with Wilson’s interval; without bins by isotonic regression',
    source:
      'as scikit-learn’s calibration_curve; CORP: Dimitriadis, Gneiting and Jordan, PNAS 118 (2021)',
    notFor: 'Bins with few notes: look at their intervals.',
  },
  calibration: {
    displayName: 'Calibration by temperature, Platt or isotonic regression',
    meaning:
      'Makes probabilities fit, without changing their order; fitted across folds, so that no note calibrates itself. The kind with the least log loss on notes that it did not learn from is taken, and that choice is made across folds as well.',
    formula: 'σ(z/T); σ(a·z + b) with smoothed targets; the best rising step function',
    source:
      'Guo et al., ICML 2017; Platt 1999 with Lin, Lin and Weng 2007; Zadrozny and Elkan, KDD 2002',
    notFor:
      'Isotonic regression below 1,000 notes; data of another prevalence than that of the notes.',
  },
  'share-intervals': {
    displayName: 'Intervals of shares',
    meaning:
      'Wilson’s interval, to show, and the exact one, to claim; notes of a patient count for less.',
    formula:
      'Wilson’s score interval and Clopper and Pearson’s, of (Σ nₚ)²/Σ nₚ² notes, nₚ those of each patient',
    source:
      'Wilson 1927; Clopper and Pearson 1934; Kish 1965; Korn and Graubard, Survey Methodology 24 (1998)',
    notFor:
      'Many notes of each patient that are hardly alike: it takes them for copies and is too wide; the bootstrap is closer.',
  },
  bootstrap: {
    displayName: 'Bootstrap over patients',
    meaning:
      'The interval of any figure, or of a difference of two models, with whole patients drawn.',
    formula: 'the middle 95 % of 2,000 resamples of groups, corrected for bias and skew (BCa)',
    source: 'Efron, JASA 82 (1987); Davison and Hinkley 1997, section 3.8',
    notFor:
      'Few patients: it is too short (of 10 unequal ones it covered 88 % where 95 % is promised, of 20 90 %, of 40 and more 93 %), and below 10 none is given; what training anew would change.',
  },
  'paired-predictions': {
    displayName: 'McNemar’s test with groups',
    meaning: 'Whether two models were right equally often on the same notes, several of a patient.',
    formula: '(Σ dᵢ)² / (k/(k − 1)·Σ dᵢ²), and exactly by swapping models within patients',
    source: 'McNemar 1947; Obuchowski, Statistics in Medicine 17 (1998)',
    notFor: 'What training anew would change: it is of these trained models only.',
  },
  friedman: {
    displayName: 'Friedman’s test with Nemenyi’s',
    meaning: 'Whether any of several models differs in rank over tasks, and which pairs do.',
    formula: 'F = (n − 1)χ² / (n(k − 1) − χ²); mean ranks differ by q_α·√(k(k + 1)/(6n))',
    source: 'Friedman 1937; Iman and Davenport 1980; Demšar, JMLR 7 (2006)',
    notFor:
      'Folds of one task as if they were tasks: they share training data, which makes it too bold.',
  },
  equivalence: {
    displayName: 'Equivalence (TOST)',
    meaning: 'Whether a difference is shown to be smaller than one that would matter.',
    formula: 'p = max of P(T > (d̄ + Δ)/s), P(T > (Δ − d̄)/s), s corrected for overlapping training',
    source: 'Schuirmann 1987; Nadeau and Bengio, Machine Learning 52 (2003)',
    notFor: 'Margins chosen after the results were seen.',
  },
} as const satisfies Record<string, MethodDescription>;
