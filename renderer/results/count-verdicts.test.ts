import { expect, it } from 'vitest';
import { createFormats } from '../format/formats.ts';
import { catalogue } from '../messages/catalogue.ts';
import { countVerdicts } from './count-verdicts.ts';

const verdicts = (['candidate-better', 'undecided', 'undecided'] as const).map((verdict) => ({
  verdict,
}));

it('many verdicts are counted, the most frequent first', () => {
  expect(countVerdicts(verdicts, catalogue.en.results, createFormats('en'))).toBe(
    '3 comparisons: 2 no difference shown · 1 candidate better',
  );
});

it('they are counted in every language', () => {
  expect(countVerdicts(verdicts, catalogue.es.results, createFormats('es'))).toBe(
    '3 comparaciones: 2 sin diferencia demostrada · 1 candidato mejor',
  );
});
