import { expect, it } from 'vitest';
import { inEnglish } from '#core/base/phrase.ts';
import type { Measurement, TaskSummary } from '#core/report/study-results.ts';
import { warnOfBaselines } from './warn-of-baselines.ts';

const task = {
  name: 'screen',
  kind: 'classification',
  foldCount: 6,
  repeats: 1,
  primaryMetric: 'mcc',
} as TaskSummary;

function measure(model: string, values: readonly number[]): Measurement[] {
  return values.map((value, fold) => ({
    ...{ model, task: 'screen', fold, runId: `${model}-${fold}` },
    metric: { name: 'mcc', entityType: null, value },
  }));
}

const words = [0.4, 0.42, 0.41, 0.4, 0.43, 0.4];
const baselines = [...measure('majority', [0, 0, 0, 0, 0, 0]), ...measure('tf-idf', words)];
const textsOf = (measurements: readonly Measurement[], models = ['a']) =>
  warnOfBaselines([task], models, measurements).map(({ text }) => inEnglish(text));

it('a model below the best baseline is told of, with both figures', () => {
  const measured = [...baselines, ...measure('a', [0.3, 0.3, 0.31, 0.3, 0.3, 0.3])];
  expect(textsOf(measured)).toEqual([
    'a is not better than the baseline tf-idf (MCC 0.302 against 0.410): it costs more and gives no more.',
  ]);
});

it('one that is better in the mean, but not shown to be, is told of', () => {
  const measured = [...baselines, ...measure('a', [0.5, 0.3, 0.6, 0.3, 0.5, 0.45])];
  expect(textsOf(measured)).toEqual([
    'a is better than the baseline tf-idf (MCC 0.442 against 0.410), but that may be chance: the folds do not show it.',
  ]);
});

it('nothing is said of one that beats them, of one whose folds are not done, and without baselines', () => {
  const good = measure(
    'a',
    words.map((value, fold) => value + 0.2 + fold / 100),
  );
  expect(textsOf([...baselines, ...good])).toEqual([]);
  expect(textsOf([...baselines, ...measure('a', [0.1, 0.1])])).toEqual([]);
  expect(textsOf(measure('a', words))).toEqual([]);
});
