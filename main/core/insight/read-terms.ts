import { AnamnesisError } from '#core/base/error.ts';
import { indexTerms } from '#core/corpus/find-terms.ts';
import { decodeText } from '#core/import/decode-text.ts';
import { say } from '#core/wording/say.ts';
import type { TermList } from './explanation-order.ts';

/**
 * Terms of a file: one like the shipped indicator conditions, or a text with a term in each line, in
 * any encoding that an import reads. @throws explanation.term-list
 */
export function readTerms(bytes: Uint8Array, name: string): TermList {
  const { text } = decodeText(bytes, name);
  const terms = termsOf(text).filter((term) => /[\p{L}\p{N}]/u.test(term));
  if (indexTerms(terms.map((term) => ({ text: term, type: 'term' }))).types.size > 0) {
    return { name, terms };
  }
  throw new AnamnesisError('explanation.term-list', {
    expected: say('insight', 'termInEachLine'),
    found: text === '' && bytes.length > 0 ? say('insight', 'noText') : say('insight', 'noTerm'),
    remedy: say('insight', 'nameOtherList'),
    place: name,
  });
}

/** The text of a file, in any encoding that an import reads. */
export function readNote(bytes: Uint8Array, name: string): string {
  return decodeText(bytes, name).text;
}

function termsOf(text: string): string[] {
  const shipped = asShipped(text);
  if (shipped !== null) return shipped;
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function asShipped(text: string): string[] | null {
  try {
    const { conditions } = JSON.parse(text) as { conditions?: { terms?: unknown }[] };
    if (!Array.isArray(conditions)) return null;
    return conditions.flatMap(({ terms }) =>
      Array.isArray(terms) ? terms.filter((term) => typeof term === 'string') : [],
    );
  } catch {
    return null;
  }
}
