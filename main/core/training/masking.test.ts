import { describe, expect, test } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import { maskRow } from './masking.ts';

const vocabulary = { size: 1000, maskId: 4, specialIds: new Set([0, 1, 2, 3, 4]) };
const row = () =>
  Int32Array.from({ length: 128 }, (_, i) => (i === 0 ? 2 : i === 127 ? 3 : 100 + i));

test('chooses 15 % of the maskable tokens and never a special one', () => {
  const masked = maskRow(row(), 128, {
    vocabulary,
    fraction: 0.15,
    random: new RandomStream(1, 'm'),
  });
  expect(masked.columns).toHaveLength(Math.round(0.15 * 126));
  expect(masked.columns.includes(0) || masked.columns.includes(127)).toBe(false);
  expect(masked.labels).toEqual(masked.columns.map((column) => 100 + column));
});

test('leaves padding alone', () => {
  const masked = maskRow(row(), 20, {
    vocabulary,
    fraction: 0.5,
    random: new RandomStream(1, 'm'),
  });
  expect(Math.max(...masked.columns)).toBeLessThan(20);
});

test('replaces 80 % by [MASK], 10 % by random tokens and keeps 10 %', () => {
  const random = new RandomStream(7, 'shares');
  const counts = { mask: 0, kept: 0, random: 0 };
  for (let repeat = 0; repeat < 2000; repeat++) {
    const ids = row();
    const { columns, labels } = maskRow(ids, 128, { vocabulary, fraction: 0.15, random });
    columns.forEach((column, index) => {
      if (ids[column] === vocabulary.maskId) counts.mask++;
      else if (ids[column] === labels[index]) counts.kept++;
      else counts.random++;
      if (ids[column] !== vocabulary.maskId)
        expect(vocabulary.specialIds.has(ids[column])).toBe(false);
    });
  }
  const total = counts.mask + counts.kept + counts.random;
  // 38,000 draws: three standard deviations are 0.6 and 0.5 percentage points.
  expect(Math.abs(counts.mask / total - 0.8)).toBeLessThan(0.0065);
  expect(Math.abs(counts.kept / total - 0.1)).toBeLessThan(0.005);
  expect(Math.abs(counts.random / total - 0.1)).toBeLessThan(0.005);
});

test('the same stream gives the same masks, another epoch others', () => {
  const mask = (label: string) =>
    maskRow(row(), 128, { vocabulary, fraction: 0.15, random: new RandomStream(3, label) }).columns;
  expect(mask('epoch-1')).toEqual(mask('epoch-1'));
  expect(mask('epoch-1')).not.toEqual(mask('epoch-2'));
});

test('a row of few tokens yields one target nevertheless', () => {
  const { columns, labels } = maskRow(Int32Array.of(2, 500, 3, 0), 3, {
    vocabulary,
    fraction: 0.15,
    random: new RandomStream(1, 'few'),
  });
  expect([columns, labels]).toEqual([[1], [500]]);
});

test('a row of special tokens only yields no target', () => {
  const ids = Int32Array.of(2, 3, 0, 0);
  const { columns } = maskRow(ids, 4, {
    vocabulary,
    fraction: 0.15,
    random: new RandomStream(1, 'x'),
  });
  expect(columns).toEqual([]);
});

describe('whole words', () => {
  /** Words of one, two and three pieces in turn: 10 | 20 21 | 30 31 31 | … between special tokens. */
  const pieces = Array.from({ length: 20 }, () => [10, 20, 21, 30, 31, 31]).flat();
  const ids = () => Int32Array.of(2, ...pieces, 3);
  const continuations = new Uint8Array(1000);
  continuations[21] = continuations[31] = 1;
  const words = { ...vocabulary, continuations };
  const wordOf: number[] = [];
  pieces.forEach((id, index) => {
    wordOf[index + 1] = continuations[id] === 1 ? wordOf[index] : index;
  });

  test('are masked with all of their pieces, as many as are asked for and no more', () => {
    for (const fraction of [0.05, 0.15, 0.5]) {
      const { columns } = maskRow(ids(), pieces.length + 2, {
        ...{ vocabulary: words, fraction },
        random: new RandomStream(5, 'words'),
      });
      const wanted = Math.round(fraction * pieces.length);
      expect(columns.length).toBeLessThanOrEqual(wanted);
      expect(columns.length).toBeGreaterThan(wanted - 3);
      const chosen = new Set(columns.map((column) => wordOf[column]));
      const whole = wordOf.flatMap((word, column) => (chosen.has(word) ? [column] : []));
      expect(columns).toEqual(whole);
    }
  });

  test('are at least one, also where it is longer than what is asked for', () => {
    const { columns } = maskRow(Int32Array.of(2, 30, 31, 31, 3), 5, {
      ...{ vocabulary: words, fraction: 0.15 },
      random: new RandomStream(1, 'few'),
    });
    expect(columns).toEqual([1, 2, 3]);
  });
});
