import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Metric } from '#core/domain/run.ts';
import { labelSetFigures } from '#core/evaluation/figures/label-set-figures.ts';
import { resampledLabelSets } from '#core/evaluation/judgement/resampled-label-sets.ts';
import { figureKey } from '#core/evaluation/figures/figure-key.ts';
import { evaluateLabelSets } from './evaluate-label-sets.ts';
import { isMetricName } from './metric-names.ts';

type Matrix = readonly (readonly number[])[];
interface ReferenceCase extends Readonly<Record<string, unknown>> {
  readonly truth: Matrix;
  readonly guess: Matrix;
  readonly each: Readonly<Record<'precision' | 'recall' | 'f1' | 'support' | 'mcc', number[]>>;
}
const { cases } = JSON.parse(readFileSync('test/fixtures/evaluation/label-sets.json', 'utf8')) as {
  cases: ReferenceCase[];
};

const setsOf = (matrix: Matrix) =>
  matrix.map((row) => [...row.keys()].filter((label) => row[label] === 1));
const namesOf = ({ truth }: ReferenceCase) => truth[0].map((_, label) => `label ${label}`);

describe('metrics of notes with several labels equal scikit-learn', () => {
  it.each(cases.map((given, index) => [index, given] as const))('case %i', (_, given) => {
    const names = namesOf(given);
    const metrics = evaluateLabelSets(setsOf(given.truth), setsOf(given.guess), names);
    const valueOf = (name: string, label: string | null) => {
      const found = metrics.filter((each) => each.name === name && each.entityType === label);
      expect(found).toHaveLength(1);
      return found[0].value;
    };
    for (const name of [
      ...['subset-accuracy', 'hamming-loss'],
      ...['micro', 'macro', 'weighted'].flatMap((by) =>
        ['f1', 'precision', 'recall'].map((score) => `${score}-${by}`),
      ),
    ]) {
      expect(valueOf(name, null), name).toBeCloseTo(given[name] as number, 12);
    }
    for (const [name, values] of Object.entries(given.each)) {
      values.forEach((value, label) => {
        expect(valueOf(name, names[label]), name).toBeCloseTo(value, 12);
      });
    }
    expect(metrics.every(({ name }: Metric) => isMetricName(name))).toBe(true);
  });
});

it('figures of resampled notes are those of the notes themselves', () => {
  const given = cases[1];
  const labels = namesOf(given);
  const truths = setsOf(given.truth);
  const notes = setsOf(given.guess).map((own, index) => ({
    ...{ id: String(index), fold: index % 2, groupId: null, truth: truths[index], given: own },
    scores: labels.map((_, label) => (own.includes(label) ? 0.5 : 0.1) + ((index * 7) % 40) / 100),
  }));
  const figures = new Map(
    labelSetFigures({ labels, notes }).map((figure) => [figureKey(figure), figure.value]),
  );
  const { keys, valuesOf } = resampledLabelSets({ labels, notes });
  const values = valuesOf(Int32Array.from(notes.keys()));
  expect(keys.length).toBeGreaterThan(40);
  keys.forEach((key, place) => {
    const [value, expected] = [values[place], figures.get(key)];
    expect(expected, key).not.toBeUndefined();
    if (value === null) expect(expected, key).toBeNull();
    else expect(value, key).toBeCloseTo(expected!, 12);
  });
});

it('what is no set of the task is refused', () => {
  expect(() => evaluateLabelSets([], [], ['a', 'b'])).toThrow('evaluation.empty');
  expect(() => evaluateLabelSets([[0]], [], ['a', 'b'])).toThrow('evaluation.length-mismatch');
  expect(() => evaluateLabelSets([[2]], [[]], ['a', 'b'])).toThrow('evaluation.unknown-label');
  expect(() => evaluateLabelSets([[]], [[2]], ['a', 'b'])).toThrow('evaluation.unknown-label');
});
