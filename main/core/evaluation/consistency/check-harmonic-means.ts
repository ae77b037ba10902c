import type { MetricName } from '../metrics/metric-names.ts';
import type { Contradiction } from './contradiction.ts';
import { boundsOf, type StatedScores } from './stated.ts';

interface Triple {
  readonly precision: MetricName;
  readonly recall: MetricName;
  readonly f1: MetricName;
  /** Whether F1 of one test is the harmonic mean, or itself a mean of such over classes. */
  readonly isOneMatrix: boolean;
}

const triples: readonly Triple[] = [
  { precision: 'precision', recall: 'recall', f1: 'f1', isOneMatrix: true },
  { precision: 'precision-micro', recall: 'recall-micro', f1: 'f1-micro', isOneMatrix: true },
  { precision: 'precision-macro', recall: 'recall-macro', f1: 'f1-macro', isOneMatrix: false },
  {
    precision: 'precision-weighted',
    recall: 'recall-weighted',
    f1: 'f1-weighted',
    isOneMatrix: false,
  },
];

/**
 * F1 = 2PR/(P + R) of one matrix. Of means over tests or classes it need not lie between P and R, but
 * since the harmonic mean is concave, a mean of F1 is at most the harmonic mean of the means of P and R
 * (Jensen).
 */
export function checkHarmonicMeans(scores: StatedScores): Contradiction[] {
  return triples.flatMap(({ isOneMatrix, ...names }): Contradiction[] => {
    const [precision, recall, f1] = [names.precision, names.recall, names.f1].map((name) =>
      scores.figures.get(name),
    );
    if (precision === undefined || recall === undefined || f1 === undefined) return [];
    const [p, r, f] = [precision, recall, f1].map(({ stated }) => boundsOf(stated));
    const expected = { least: harmonicMean(p.least, r.least), most: harmonicMean(p.most, r.most) };
    const told = { place: f1.place, with: precision.place, found: f1.stated.value };
    if (isOneMatrix && scores.of === 'one-test') {
      return f.most < expected.least || f.least > expected.most
        ? [{ kind: 'f1-not-of-its-parts', ...told, expected }]
        : [];
    }
    return f.least > expected.most
      ? [{ kind: 'f1-above-its-parts', ...told, expected: { least: 0, most: expected.most } }]
      : [];
  });
}

function harmonicMean(precision: number, recall: number): number {
  return precision <= 0 || recall <= 0 ? 0 : (2 * precision * recall) / (precision + recall);
}
