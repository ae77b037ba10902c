import { AnamnesisError } from '#core/base/error.ts';

/** One IOB2 tag taken apart; `type` is '_' for a bare "B" or "I", as in seqeval. */
export interface ParsedTag {
  readonly prefix: 'B' | 'I' | 'O';
  readonly type: string;
}

const outside: ParsedTag = { prefix: 'O', type: '' };

/** Reads "O", "B-TYPE", "I-TYPE", "B" or "I"; throws `evaluation.invalid-tag` for all else. */
export function parseTag(tag: string, wordIndex: number): ParsedTag {
  if (tag === 'O') return outside;
  const prefix = tag[0];
  const wellFormed = tag.length === 1 || (tag[1] === '-' && tag.length > 2);
  if ((prefix === 'B' || prefix === 'I') && wellFormed) {
    return { prefix, type: tag.length === 1 ? '_' : tag.slice(2) };
  }
  throw new AnamnesisError('evaluation.invalid-tag', {
    expected: 'a tag O, B-TYPE or I-TYPE',
    found: 'another',
    remedy: 'Import the data with a reader that repairs tags.',
    place: `word ${wordIndex + 1}`,
  });
}
