import { AnamnesisError } from '#core/base/error.ts';

/** Embeddings are rounded up to a multiple of one of these, so that matrices fit processors. */
const multiples = [8, 16, 32, 64, 128];
/** Rounding adds few rows; where every twentieth row is unused, the vocabulary is another one. */
const unusedShare = 1 / 20;

/**
 * Holds a vocabulary against the rows of the embeddings. More pieces than rows cannot be looked up;
 * fewer mean that another model's vocabulary lies in the folder, unless the rows are just rounded up
 * to a multiple. Returns a warning for that.
 * @throws checkpoint.vocabulary-mismatch
 */
export function checkVocabulary(pieceCount: number, rowCount: number): string | null {
  if (pieceCount === rowCount) return null;
  const isMultiple = multiples.some(
    (multiple) => rowCount === Math.ceil(pieceCount / multiple) * multiple,
  );
  if (isMultiple && rowCount - pieceCount <= unusedShare * rowCount) {
    return `The vocabulary has ${pieceCount} pieces for ${rowCount} rows of the embeddings; the others are padding.`;
  }
  throw new AnamnesisError('checkpoint.vocabulary-mismatch', {
    expected: `a vocabulary of ${rowCount} pieces, one per row of the embeddings`,
    found: `${pieceCount} pieces`,
    remedy: 'Take the vocabulary that belongs to these weights.',
  });
}
