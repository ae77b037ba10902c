import { expect, it } from 'vitest';
import { countVerdicts } from './verdict-names.ts';

it('many verdicts are counted, the most frequent first', () => {
  const verdicts = ['candidate-better', 'undecided', 'undecided'] as const;
  expect(countVerdicts(verdicts.map((verdict) => ({ verdict })))).toBe(
    '3 comparisons: 2 no difference shown · 1 candidate better',
  );
});
