import { expect, it } from 'vitest';
import { gatherAgreement, leadingFigures, type AgreementFigure } from './gather-agreement.ts';

const [ana, ben] = [
  { id: 'a', name: 'Ana' },
  { id: 'b', name: 'Ben' },
];
const figure = (
  measure: AgreementFigure['measure'],
  label: string | null,
  more: Partial<AgreementFigure> = {},
): AgreementFigure => ({
  measure,
  label,
  persons: null,
  value: 0.5,
  undefinedBecause: null,
  documents: 4,
  support: 9,
  interval: null,
  withoutInterval: 'too-few-groups',
  ...more,
});
const figures = [
  figure('nominal-alpha', null),
  figure('cohen-kappa', null, { persons: [ana, ben] }),
  figure('cohen-kappa', null, { persons: [ben, ana], documents: 2 }),
  figure('span-f1-exact', null),
  figure('span-f1-overlapping', null, { value: 0.7 }),
  figure('span-f1-exact', 'DRUG'),
];

it('puts figures of one label side by side, with none where a measure is not given', () => {
  const rows = gatherAgreement(figures, ['span-f1-exact', 'span-f1-overlapping']);
  expect(rows.map(({ label, figures: own }) => [label, own.map((each) => each?.value)])).toEqual([
    [null, [0.5, 0.7]],
    ['DRUG', [0.5, undefined]],
  ]);
});

it('keeps pairs of persons apart', () => {
  const rows = gatherAgreement(figures, ['cohen-kappa']);
  expect(rows.map(({ documents, persons }) => [persons?.[0].id, documents])).toEqual([
    ['a', 4],
    ['b', 2],
  ]);
});

it('leads with F1 of marks, and alpha after it', () => {
  expect(leadingFigures(figures).map(({ measure }) => measure)).toEqual([
    'span-f1-exact',
    'span-f1-overlapping',
    'nominal-alpha',
  ]);
});
