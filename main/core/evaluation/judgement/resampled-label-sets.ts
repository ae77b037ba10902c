import { figureKey } from '#core/evaluation/figures/figure-key.ts';
import type { FigureAveraging, FigureName } from '#core/evaluation/figures/figure-descriptions.ts';
import {
  correlationOf,
  matchesOf,
  namedScores,
} from '#core/evaluation/figures/label-set-figures.ts';
import {
  averageMacro,
  averageMicro,
  averageWeighted,
} from '#core/evaluation/metrics/average-scores.ts';
import { countDifferences, isSameSet } from '#core/evaluation/metrics/label-set-scores.ts';
import {
  scoresOfLabel,
  type LabelSetScores,
} from '#core/evaluation/predictions/label-set-scores.ts';
import { resampledClass } from './resampled-class.ts';
import type { ResampledFigures } from './resampled-figures.ts';

const averages = { micro: averageMicro, macro: averageMacro, weighted: averageWeighted } as const;
const scoreNames = ['precision', 'recall', 'f1'] as const;
const ofClass = ['auroc', 'average-precision', 'brier', 'log-loss'] as const;
const shares = ['sensitivity', 'specificity', 'ppv', 'npv'] as const;

/**
 * The figures of label sets that a bootstrap looks at: all of `labelSetFigures` but calibration error,
 * intercept and slope, of which resamples with copies of notes are biased, and averages of areas but
 * macro.
 */
export function resampledLabelSets(scores: LabelSetScores): ResampledFigures {
  const { labels, notes } = scores;
  const size = labels.length;
  const classes = labels.map((_, index) => resampledClass(scoresOfLabel(scores, index)));
  const isExact = Uint8Array.from(notes, ({ truth, given }) => Number(isSameSet(truth, given)));
  const wrong = Float64Array.from(notes, ({ truth, given }) => countDifferences(truth, given));
  /** [notes × labels] 0 neither, 1 given, 2 true, 3 both. */
  const answers = new Uint8Array(notes.length * size);
  notes.forEach(({ truth, given }, note) => {
    for (const label of given) answers[note * size + label] += 1;
    for (const label of truth) answers[note * size + label] += 2;
  });
  return {
    keys: [
      keyOf('subset-accuracy', 'of-all', null),
      keyOf('hamming-loss', 'of-all', null),
      ...(Object.keys(averages) as (keyof typeof averages)[]).flatMap((averaging) =>
        scoreNames.map((name) => keyOf(name, averaging, null)),
      ),
      ...labels.flatMap((label) =>
        [...scoreNames, 'mcc' as const, ...ofClass, ...shares].map((name) =>
          keyOf(name, 'one-against-rest', label),
        ),
      ),
      keyOf('auroc', 'macro', null),
      keyOf('average-precision', 'macro', null),
    ],
    valuesOf: (items) => {
      const counts = new Float64Array(size * 4);
      let [exact, errors] = [0, 0];
      for (const item of items) {
        exact += isExact[item];
        errors += wrong[item];
        for (let label = 0; label < size; label++)
          counts[4 * label + answers[item * size + label]]++;
      }
      const ofLabels = labels.map((_, label) => {
        const [tn, fp, fn, tp] = counts.subarray(4 * label, 4 * label + 4);
        return { tn, fp, fn, tp };
      });
      const matches = ofLabels.map(matchesOf);
      const count = items.length;
      const areas = { auroc: new MeanOfKnown(), averagePrecision: new MeanOfKnown() };
      const eachLabel = ofLabels.flatMap((of, label) => {
        const { auroc, averagePrecision, brier, logLoss } = classes[label](items);
        areas.auroc.add(auroc);
        areas.averagePrecision.add(averagePrecision);
        const { tp, fp, fn, tn } = of;
        return [
          ...namedScores(matches[label]).map(([, value]) => value),
          correlationOf(of),
          ...[auroc, averagePrecision, brier, logLoss],
          ...[share(tp, tp + fn), share(tn, tn + fp), share(tp, tp + fp), share(tn, tn + fn)],
        ];
      });
      return [
        count === 0 ? null : exact / count,
        count === 0 ? null : errors / (count * size),
        ...Object.values(averages).flatMap((average) => {
          const averaged = average(matches);
          return scoreNames.map((name) => averaged[name]);
        }),
        ...eachLabel,
        areas.auroc.value,
        areas.averagePrecision.value,
      ];
    },
  };
}

function share(count: number, of: number): number | null {
  return of === 0 ? null : count / of;
}

function keyOf(name: FigureName, averaging: FigureAveraging, label: string | null): string {
  return figureKey({ name, averaging, mode: null, label });
}

/** The plain mean of the values that are defined. */
class MeanOfKnown {
  #sum = 0;
  #count = 0;

  add(value: number | null): void {
    if (value === null) return;
    this.#sum += value;
    this.#count++;
  }

  get value(): number | null {
    return this.#count === 0 ? null : this.#sum / this.#count;
  }
}
