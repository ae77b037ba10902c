import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAnamnesisError } from '#core/base/error.ts';
import type { Metric } from '#core/domain/run.ts';
import { countConfusion } from './confusion-matrix.ts';
import { evaluateClassification } from './evaluate-classification.ts';
import { isMetricName, metricDescriptions } from './metric-names.ts';

interface ReferenceCase {
  readonly name: string;
  readonly gold: number[];
  readonly predicted: number[];
  readonly labels: string[];
  readonly confusion: number[][];
  readonly each: Record<'precision' | 'recall' | 'f1' | 'support', number[]>;
}
const reference = JSON.parse(
  readFileSync('test/fixtures/evaluation/scikit-learn.json', 'utf8'),
) as { cases: (ReferenceCase & Record<string, number>)[] };

function valueOf(metrics: Metric[], name: string, entityType: string | null = null): number {
  const found = metrics.filter((each) => each.name === name && each.entityType === entityType);
  expect(found).toHaveLength(1);
  return found[0].value;
}

describe('classification metrics equal scikit-learn', () => {
  it.each(reference.cases)('$name', (given) => {
    const gold = Int32Array.from(given.gold);
    const predicted = Int32Array.from(given.predicted);
    const matrix = countConfusion(gold, predicted, given.labels);
    expect([...matrix.counts]).toEqual(given.confusion.flat());
    const metrics = evaluateClassification(gold, predicted, given.labels);
    const overall = metrics.filter(({ entityType }) => entityType === null);
    expect(overall.length).toBeGreaterThan(5);
    for (const { name } of overall) {
      expect(metricDescriptions[name as keyof typeof metricDescriptions].scope).toBe('overall');
      expect(valueOf(metrics, name)).toBeCloseTo(given[name], 12);
    }
    given.labels.forEach((label, index) => {
      for (const name of ['precision', 'recall', 'f1', 'support'] as const) {
        expect(valueOf(metrics, name, label)).toBeCloseTo(given.each[name][index], 12);
      }
    });
  });
});

describe('evaluateClassification', () => {
  it('gives the same for labels as for their indices', () => {
    expect(evaluateClassification(['b', 'a', 'b'], ['b', 'b', 'a'], ['a', 'b'])).toEqual(
      evaluateClassification(Int32Array.of(1, 0, 1), Int32Array.of(1, 1, 0), ['a', 'b']),
    );
  });

  it('gives only metrics of the closed table, each once', () => {
    const metrics = evaluateClassification(['a', 'b'], ['a', 'a'], ['a', 'b']);
    const keys = metrics.map(({ name, entityType }) => `${name}/${String(entityType)}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(metrics.every(({ name }) => isMetricName(name))).toBe(true);
  });

  it('has a micro F1 that is the accuracy, and an MCC within −1 … 1', () => {
    const pairs = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(pairs, (items) => {
        const metrics = evaluateClassification(
          Int32Array.from(items, ([gold]) => gold),
          Int32Array.from(items, ([, predicted]) => predicted),
          ['a', 'b', 'c', 'd'],
        );
        expect(valueOf(metrics, 'f1-micro')).toBeCloseTo(valueOf(metrics, 'accuracy'), 12);
        expect(Math.abs(valueOf(metrics, 'mcc'))).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it.each([
    ['evaluation.empty', [], []],
    ['evaluation.length-mismatch', ['a'], []],
    ['evaluation.unknown-label', ['a'], ['c']],
  ] as const)('refuses with %s', (code, gold, predicted) => {
    let caught: unknown;
    try {
      evaluateClassification(gold, predicted, ['a', 'b']);
    } catch (error) {
      caught = error;
    }
    expect(isAnamnesisError(caught, code)).toBe(true);
  });
});
