import { AnamnesisError } from '#core/base/error.ts';
import type { Phrase } from '#core/base/phrase.ts';
import { say } from '#core/wording/say.ts';

/** Embeddings are rounded up to a multiple of one of these, so that matrices fit processors. */
const multiples = [8, 16, 32, 64, 128];
/** Where more rows than that have no piece, the vocabulary is another model's. */
const spareShare = 1 / 2;

/**
 * Holds a vocabulary against the rows of the embeddings. More pieces than rows cannot be looked up.
 * Fewer have two honest reasons: rows are rounded up to a multiple, and tokens get rows before they
 * are saved, or without ever being. Returns a warning for both.
 * @throws checkpoint.vocabulary-mismatch
 */
export function checkVocabulary(pieceCount: number, rowCount: number): Phrase | null {
  if (pieceCount === rowCount) return null;
  const spare = rowCount - pieceCount;
  if (spare > 0 && spare <= spareShare * rowCount) {
    const isRoundedUp = multiples.some(
      (multiple) => rowCount === Math.ceil(pieceCount / multiple) * multiple,
    );
    return say('findings', isRoundedUp ? 'morePieces' : 'missingPieces', pieceCount, rowCount);
  }
  throw new AnamnesisError('checkpoint.vocabulary-mismatch', {
    expected: `a vocabulary of ${rowCount} pieces, one per row of the embeddings`,
    found: `${pieceCount} pieces`,
    remedy: 'Take the vocabulary that belongs to these weights.',
  });
}
