import type { Contradiction } from './contradiction.ts';
import { boundsOf, type StatedScores } from './stated.ts';

/** More, or rougher figures, would take long, and nearly all is possible then. */
const mostExamples = 2000;
const roughestUnit = 0.01;

/**
 * Of one test whose number of examples is said: accuracy times examples is a whole number (GRIM: Brown
 * and Heathers 2017), and there are counts of right and wrong of two classes that give all of what is
 * printed, MCC too.
 */
export function checkMatrices(scores: StatedScores): Contradiction[] {
  const { of, exampleCount, figures } = scores;
  if (of !== 'one-test' || exampleCount === null || exampleCount > mostExamples) return [];
  const accuracy = figures.get('accuracy');
  if (accuracy === undefined) return [];
  const { least, most } = boundsOf(accuracy.stated);
  const nearest = Math.round(accuracy.stated.value * exampleCount) / exampleCount;
  const told = { place: accuracy.place, with: null, found: accuracy.stated.value };
  if (nearest < least || nearest > most) {
    return [{ kind: 'no-such-count', ...told, expected: { least: nearest, most: nearest } }];
  }
  const precision = figures.get('precision');
  const recall = figures.get('recall');
  if (precision === undefined || recall === undefined) return [];
  if (precision.stated.unit > roughestUnit || accuracy.stated.unit > roughestUnit) return [];
  if (hasMatrix(scores, exampleCount)) return [];
  return [
    {
      kind: 'no-such-matrix',
      ...told,
      with: precision.place,
      expected: { least: 0, most: 1 },
    },
  ];
}

/** Whether any counts of two classes give every figure that is printed. */
function hasMatrix({ figures }: StatedScores, exampleCount: number): boolean {
  const boundsFor = (name: 'accuracy' | 'precision' | 'recall' | 'f1' | 'mcc') => {
    const found = figures.get(name);
    return found === undefined ? { least: -Infinity, most: Infinity } : boundsOf(found.stated);
  };
  const [accuracy, precision, recall, f1, mcc] = (
    ['accuracy', 'precision', 'recall', 'f1', 'mcc'] as const
  ).map(boundsFor);
  const within = (value: number, { least, most }: { least: number; most: number }) =>
    value >= least && value <= most;
  for (let right = Math.max(0, Math.ceil(accuracy.least * exampleCount)); ; right++) {
    if (right > exampleCount || right / exampleCount > accuracy.most) return false;
    const wrong = exampleCount - right;
    for (let truePositive = 0; truePositive <= right; truePositive++) {
      // Of the wrong ones, so many false positives that precision is as printed.
      const first =
        precision.most > 0 ? Math.ceil(truePositive / precision.most - truePositive - 1e-9) : 0;
      for (let falsePositive = Math.max(0, first); falsePositive <= wrong; falsePositive++) {
        const ofPrecision = ratio(truePositive, truePositive + falsePositive);
        if (ofPrecision < precision.least) break;
        const falseNegative = wrong - falsePositive;
        if (
          within(ofPrecision, precision) &&
          within(ratio(truePositive, truePositive + falseNegative), recall) &&
          within(ratio(2 * truePositive, 2 * truePositive + wrong), f1) &&
          within(correlate(truePositive, falsePositive, falseNegative, right - truePositive), mcc)
        ) {
          return true;
        }
      }
    }
  }
}

/** 0 where a denominator is 0, as everywhere in the product. */
function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function correlate(tp: number, fp: number, fn: number, tn: number): number {
  const spread = (tp + fp) * (tp + fn) * (tn + fp) * (tn + fn);
  return spread === 0 ? 0 : (tp * tn - fp * fn) / Math.sqrt(spread);
}
