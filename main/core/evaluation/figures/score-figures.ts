import type { Averaging } from '#core/evaluation/metrics/average-scores.ts';
import {
  countPositives,
  oneAgainstRest,
  type BinaryScores,
} from '#core/evaluation/predictions/one-against-rest.ts';
import type { OutOfFoldScores } from '#core/evaluation/predictions/out-of-fold-scores.ts';
import { auroc } from '#core/evaluation/probabilities/auroc.ts';
import { averagePrecision } from '#core/evaluation/probabilities/average-precision.ts';
import { brierScore, brierScoreOfClasses } from '#core/evaluation/probabilities/brier-score.ts';
import { calibrationSlope } from '#core/evaluation/probabilities/calibration-slope.ts';
import { expectedCalibrationError } from '#core/evaluation/probabilities/expected-calibration-error.ts';
import { logLoss, logLossOfClasses } from '#core/evaluation/probabilities/log-loss.ts';
import type { Figure, UndefinedFigure } from './figure.ts';
import { makeFigure } from './make-figure.ts';

/** Figures of one class that are also averaged over classes. */
const averaged = { auroc, 'average-precision': averagePrecision } as const;
/** Those that are not: each mean would hide what they are looked at for. */
const single = { brier: brierScore, 'log-loss': logLoss, ece: expectedCalibrationError } as const;
const ofAll = { brier: brierScoreOfClasses, 'log-loss': logLossOfClasses } as const;

type AveragedName = keyof typeof averaged;

/**
 * All figures of out-of-fold probabilities: of each class against the rest, then averages of AUROC and
 * average precision, then Brier score and log loss of all classes at once. Scores of all folds are
 * pooled, which mixes the scales of as many models: see `meanOverFolds`.
 */
export function scoreFigures(scores: OutOfFoldScores): Figure[] {
  const classes = scores.labels.map((label) => ({ label, binary: oneAgainstRest(scores, label) }));
  const names = Object.keys(averaged) as AveragedName[];
  return [
    ...classes.flatMap(({ label, binary }) => classFigures(label, binary)),
    ...names.flatMap((name) =>
      averageFigures(
        name,
        classes.map(({ binary }) => binary),
      ),
    ),
    ...(['brier', 'log-loss'] as const).map((name) =>
      makeFigure({
        name,
        averaging: 'of-all',
        label: null,
        value: ofAll[name](scores),
        otherwise: 'nothing-to-count',
        support: scores.notes.length,
      }),
    ),
  ];
}

/** The figures of one class against the rest, without averages. */
export function classFigures(label: string, binary: BinaryScores): Figure[] {
  const support = countPositives(binary);
  const common = { averaging: 'one-against-rest', label, support } as const;
  const { intercept, slope } = calibrationSlope(binary);
  const coefficients = { 'calibration-intercept': intercept, 'calibration-slope': slope };
  const isMissing = support === 0 || support === binary.truths.length;
  const otherwise: UndefinedFigure = isMissing ? 'one-class-only' : 'no-finite-estimate';
  return [
    ...entriesOf({ ...averaged, ...single }).map(([name, figureOf]) =>
      makeFigure({ ...common, name, value: figureOf(binary), otherwise: 'one-class-only' }),
    ),
    ...entriesOf(coefficients).map(([name, coefficient]) =>
      makeFigure({
        ...common,
        name,
        value: coefficient?.value ?? null,
        intervals: coefficient === null ? [] : [coefficient.interval],
        otherwise,
      }),
    ),
  ];
}

/**
 * Macro: the plain mean over the classes where it is defined. Weighted: by the support of these.
 * Micro: over all pairs of a note and a class, as in scikit-learn.
 */
export function averageFigures(name: AveragedName, classes: readonly BinaryScores[]): Figure[] {
  const figureOf = averaged[name];
  const defined = classes.flatMap((binary) => {
    const value = figureOf(binary);
    return value === null ? [] : [{ value, support: countPositives(binary) }];
  });
  const mean = (weightOf: (support: number) => number): number | null => {
    const total = defined.reduce((sum, { support }) => sum + weightOf(support), 0);
    const sum = defined.reduce((all, { value, support }) => all + weightOf(support) * value, 0);
    return total === 0 ? null : sum / total;
  };
  const values: Record<Averaging, number | null> = {
    micro: figureOf(poolClasses(classes)),
    macro: mean(() => 1),
    weighted: mean((support) => support),
  };
  const support = classes[0]?.truths.length ?? 0;
  return entriesOf(values).map(([averaging, value]) =>
    makeFigure({ name, averaging, label: null, value, otherwise: 'one-class-only', support }),
  );
}

function poolClasses(classes: readonly BinaryScores[]): BinaryScores {
  return {
    truths: Uint8Array.from(classes.flatMap(({ truths }) => [...truths])),
    scores: Float64Array.from(classes.flatMap(({ scores }) => [...scores])),
  };
}

function entriesOf<Name extends string, Value>(table: Readonly<Record<Name, Value>>) {
  return Object.entries(table) as [Name, Value][];
}
