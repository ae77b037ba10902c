import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packRows } from './pack-rows.ts';

const settings = { maxTokens: 8, classificationId: 101, separatorId: 102, paddingId: 0 };
const pack = (lines: number[][]) =>
  [
    ...packRows(
      lines.map((line) => Int32Array.from(line)),
      settings,
    ),
  ].map((row) => ({
    ids: [...row.ids],
    length: row.length,
  }));

test('fills rows with consecutive lines, separated', () => {
  expect(pack([[1, 2], [3, 4, 5, 6], [7]])).toEqual([
    { ids: [101, 1, 2, 102, 3, 4, 5, 102], length: 8 },
    { ids: [101, 6, 102, 7, 102, 0, 0, 0], length: 5 },
  ]);
});

test('every token comes once, in order, and only the last row has room left', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 30 })), (lines) => {
      const rows = pack(lines);
      const kept = rows.flatMap((row) => row.ids.filter((id) => id > 0 && id < 101));
      expect(kept).toEqual(lines.flat());
      for (const row of rows) {
        expect(row.ids).toHaveLength(8);
        expect(row.ids[0]).toBe(101);
        expect(row.ids[row.length - 1]).toBe(102);
      }
      for (const row of rows.slice(0, -1)) expect(row.length).toBeGreaterThanOrEqual(7);
    }),
  );
});
