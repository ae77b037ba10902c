import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { AnamnesisError } from '#core/base/error.ts';
import { unreadableFile } from '#core/collection/files/source-files.ts';
import { indexTerms } from '#core/corpus/find-terms.ts';
import { decodeText } from '#core/import/decode-text.ts';
import type { TermList } from '#core/insight/explanation-order.ts';

/** Languages whose indicator conditions are shipped. */
export const shippedTermLists = ['es', 'nl', 'ro'] as const;

/**
 * Terms of a list: a language of the shipped indicator conditions, a file like those, or a text with
 * a term in each line, in any encoding that an import reads. @throws explanation.term-list,
 * file.unreadable
 */
export function readTermList(named: string): TermList {
  const isShipped = shippedTermLists.some((language) => language === named);
  const path = isShipped
    ? new URL(`../../../resources/indicator-conditions/${named}.json`, import.meta.url)
    : named;
  const bytes = readBytes(path, named);
  const { text } = decodeText(bytes, named);
  const terms = termsOf(text).filter((term) => /[\p{L}\p{N}]/u.test(term));
  if (indexTerms(terms.map((term) => ({ text: term, type: 'term' }))).types.size === 0) {
    throw new AnamnesisError('explanation.term-list', {
      expected: 'a term in each line, or a file like those in resources/indicator-conditions',
      found: text === '' && bytes.length > 0 ? 'a file that is no text' : 'no term',
      remedy: `Name another file, or one of ${shippedTermLists.join(', ')} for the shipped lists.`,
      place: named,
    });
  }
  return { name: basename(named), terms };
}

function readBytes(path: string | URL, named: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw unreadableFile(named, error);
  }
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
