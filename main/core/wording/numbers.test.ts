import { describe, expect, it } from 'vitest';
import { formatCount, formatDifference, formatP, formatScore } from '#core/base/format-number.ts';
import { createNumbers } from './numbers.ts';

describe('numbers in sentences', () => {
  it('are in English as the reports have them', () => {
    const { count, score, difference, p } = createNumbers('en');
    for (const value of [0, 0.0004, -0.0004, 0.5, -0.873, 12.3456]) {
      expect(score(value)).toBe(formatScore(value));
      expect(difference(value)).toBe(formatDifference(value));
    }
    for (const value of [null, 0, 0.00001, 0.00123, 0.0123, 0.5, 1]) {
      expect(p(value)).toBe(formatP(value));
    }
    expect(count(12345678)).toBe(formatCount(12345678));
  });

  it('are written as each language writes them', () => {
    const nl = createNumbers('nl');
    const es = createNumbers('es');
    const ro = createNumbers('ro');
    expect([nl, es, ro].map(({ count }) => count(1234567))).toEqual(Array(3).fill('1.234.567'));
    expect([nl, es, ro].map(({ score }) => score(-0.873))).toEqual(Array(3).fill('−0,873'));
    expect(nl.difference(0.021)).toBe('+0,021');
    expect(nl.difference(0)).toBe('0,000');
    expect(ro.p(0.00001)).toBe('< 0,0001');
    expect(es.percentage(0.125)).toBe('12,5 %');
    expect(ro.percentage(0.00001)).toBe('< 0,01 %');
    expect(nl.bytes(3_400_000)).toBe('3,4 MB');
    expect(ro.list(['a', 'b', 'c'])).toBe('a, b și c');
  });
});
