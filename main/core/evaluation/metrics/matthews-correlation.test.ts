import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countConfusion } from './confusion-matrix.ts';
import { matthewsCorrelation } from './matthews-correlation.ts';

const file = '../shared/data/reference/stats_reference.json';
const present = existsSync(file);

describe.skipIf(!present)(
  `MCC equals the shared reference (skipped where ${file} is absent)`,
  () => {
    const cases = present
      ? (
          JSON.parse(readFileSync(file, 'utf8')) as {
            mcc: { name: string; y_true: unknown[]; y_pred: unknown[]; recomputed: number }[];
          }
        ).mcc
      : [];

    it.each(cases)('$name', ({ y_true: gold, y_pred: predicted, recomputed }) => {
      const labels = [...new Set([...gold, ...predicted].map(String))].sort();
      const matrix = countConfusion(gold.map(String), predicted.map(String), labels);
      expect(matthewsCorrelation(matrix)).toBeCloseTo(recomputed, 12);
    });
  },
);
