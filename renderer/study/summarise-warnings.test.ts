import { expect, it } from 'vitest';
import type { WarningView } from '#contract/study.ts';
import { createFormats } from '../format/formats.ts';
import { catalogue } from '../messages/catalogue.ts';
import { summariseWarnings } from './summarise-warnings.ts';

const warnings = (...kinds: WarningView['kind'][]) => kinds.map((kind) => ({ kind }));
const some = warnings('cut-texts', 'failed-step', 'failed-step', 'rare-labels');
const many = warnings(...Array.from({ length: 1200 }, () => 'failed-step' as const));

it('counts warnings by their kind, the most frequent kind first', () => {
  expect(summariseWarnings(some, catalogue.en.study, createFormats('en'))).toBe(
    '4 warnings: failed steps (2), texts longer than models read (1), classes or types not in every fold (1)',
  );
});

it('writes thousands as all counts are written', () => {
  expect(summariseWarnings(many, catalogue.en.study, createFormats('en'))).toBe(
    '1,200 warnings: failed steps (1,200)',
  );
  expect(summariseWarnings(many, catalogue.ro.study, createFormats('ro'))).toBe(
    '1.200 de avertismente: pași eșuați (1.200)',
  );
});
