import { accuracy } from '#core/evaluation/metrics/accuracy.ts';
import { balancedAccuracy } from '#core/evaluation/metrics/balanced-accuracy.ts';
import { cohenKappa } from '#core/evaluation/metrics/cohen-kappa.ts';
import type { ConfusionMatrix } from '#core/evaluation/metrics/confusion-matrix.ts';
import { matthewsCorrelation } from '#core/evaluation/metrics/matthews-correlation.ts';
import type { Figure } from './figure.ts';
import { makeFigure } from './make-figure.ts';

const ofAll = {
  accuracy,
  mcc: matthewsCorrelation,
  'balanced-accuracy': balancedAccuracy,
  'cohen-kappa': cohenKappa,
} as const;

/** The figures that a matrix of all classes gives at once. */
export function agreementFigures(matrix: ConfusionMatrix): Figure[] {
  const support = matrix.counts.reduce((sum, count) => sum + count, 0);
  return (Object.keys(ofAll) as (keyof typeof ofAll)[]).map((name) =>
    makeFigure({
      name,
      averaging: name === 'balanced-accuracy' ? 'macro' : 'of-all',
      label: null,
      value: support === 0 ? null : ofAll[name](matrix),
      otherwise: support === 0 ? 'nothing-to-count' : 'one-class-only',
      support,
    }),
  );
}
