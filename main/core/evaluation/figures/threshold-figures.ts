import { clopperPearsonInterval } from '#core/evaluation/intervals/clopper-pearson-interval.ts';
import { wilsonInterval } from '#core/evaluation/intervals/wilson-interval.ts';
import type { BinaryConfusion } from '#core/evaluation/thresholds/confusion-at-threshold.ts';
import type { Figure } from './figure.ts';
import { makeFigure } from './make-figure.ts';

/** What each is a share of: counted over all that could. */
const shares = {
  sensitivity: (c: BinaryConfusion) => [c.truePositives, c.truePositives + c.falseNegatives],
  specificity: (c: BinaryConfusion) => [c.trueNegatives, c.trueNegatives + c.falsePositives],
  ppv: (c: BinaryConfusion) => [c.truePositives, c.truePositives + c.falsePositives],
  npv: (c: BinaryConfusion) => [c.trueNegatives, c.trueNegatives + c.falseNegatives],
} as const;

/**
 * Sensitivity, specificity, PPV and NPV of one class, each with Wilson’s interval and the exact one.
 * Both take notes as independent; with several notes of a patient take `bootstrapFigures` beside them.
 */
export function thresholdFigures(
  label: string,
  confusion: BinaryConfusion,
  confidence = 0.95,
): Figure[] {
  return (Object.keys(shares) as (keyof typeof shares)[]).map((name) => {
    const [count, total] = shares[name](confusion);
    return makeFigure({
      name,
      averaging: 'one-against-rest',
      label,
      value: total === 0 ? null : count / total,
      otherwise: 'nothing-to-count',
      intervals: [
        wilsonInterval(count, total, confidence),
        clopperPearsonInterval(count, total, confidence),
      ],
      support: total,
    });
  });
}
