import { expect, it } from 'vitest';
import { summariseWarnings } from './summarise-warnings.ts';

const warnings = (...kinds: string[]) => kinds.map((kind) => ({ kind }));

it('counts warnings by their kind, the most frequent kind first', () => {
  const some = warnings('cut texts', 'failed steps', 'failed steps', 'rare labels');
  expect(summariseWarnings(some)).toBe(
    '4 warnings: failed steps (2), cut texts (1), rare labels (1)',
  );
});

it('writes thousands as all counts are written', () => {
  const many = warnings(...Array.from({ length: 1200 }, () => 'failed steps'));
  expect(summariseWarnings(many)).toMatch(/^1,200 warnings: failed steps \(1,200\)$/);
});
