import { describe, expect, test } from 'vitest';
import { AnamnesisError } from '#core/base/error.ts';
import { checkVocabulary } from './check-vocabulary.ts';

describe('A vocabulary beside the rows of the embeddings', () => {
  test('fits as it is', () => {
    expect(checkVocabulary(300, 300)).toBeNull();
  });

  test.each([
    [300, 304],
    [300, 320],
    [30_522, 30_528],
  ])('of %d pieces for %d rows leaves padding', (pieces, rows) => {
    expect(checkVocabulary(pieces, rows)?.english).toContain('padding');
  });

  // Tokens that were added before the model was saved, and spare rows of a vocabulary to grow.
  test.each([
    [300, 303],
    [300, 400],
    [300, 600],
  ])('of %d pieces for %d rows leaves tokens that are not in the folder', (pieces, rows) => {
    const warning = checkVocabulary(pieces, rows)?.english;
    expect(warning).toContain(`${pieces} pieces for ${rows} rows`);
    expect(warning).toContain('not in the folder');
  });

  test.each([
    [301, 300],
    [300, 601],
    [30_000, 119_547],
  ])('of %d pieces for %d rows belongs to another model', (pieces, rows) => {
    expect(() => checkVocabulary(pieces, rows)).toThrow(AnamnesisError);
  });
});
