import type { Language } from '#core/wording/language.ts';
import { negationWords } from './negation-words.ts';

/** How many words a negation reaches, as NegEx. */
const reach = 6;

/** A word, or a mark that ends a sentence. */
const piece = /[\p{L}\p{M}\p{N}]+|[.;:!?\n]/gu;

/**
 * The terms of a list that a text has without a negation near them, each as often as it occurs: a
 * negation reaches six words, not beyond the end of a sentence and not past a word such as "but".
 * Upper and lower case and accents do not matter; words are found whole.
 */
export function findUnnegated(
  text: string,
  terms: readonly string[],
  language: Language,
): { readonly term: string; readonly isNegated: boolean }[] {
  const pieces = piecesOf(text);
  const { before, after, none, ends } = phrasesOf(language);
  const found: { term: string; isNegated: boolean }[] = [];
  const wanted = terms.map((term) => ({ term, words: piecesOf(term) }));
  const isPseudo = markPhrases(pieces, none);
  const isEnd = markPhrases(pieces, ends);
  const reaches = (from: number, to: number): boolean => {
    for (let index = from; index < to; index++) {
      if (isEnd[index] || isSentenceEnd(pieces[index])) return false;
    }
    return to - from <= reach;
  };
  const negators = (phrases: readonly string[][]) =>
    phrases.flatMap((words) =>
      pieces.flatMap((_, start) =>
        matchesAt(pieces, start, words) && !isPseudo[start]
          ? [{ start, end: start + words.length }]
          : [],
      ),
    );
  const [leading, trailing] = [negators(before), negators(after)];
  for (const { term, words } of wanted) {
    if (words.length === 0) continue;
    for (let start = 0; start + words.length <= pieces.length; start++) {
      if (!matchesAt(pieces, start, words)) continue;
      const end = start + words.length;
      const isNegated =
        leading.some((each) => each.end <= start && reaches(each.end, start)) ||
        trailing.some((each) => each.start >= end && reaches(end, each.start));
      found.push({ term, isNegated });
    }
  }
  return found;
}

const isSentenceEnd = (each: string) => /^[.;:!?\n]$/.test(each);

function piecesOf(text: string): string[] {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.match(piece) ?? [];
}

function matchesAt(pieces: readonly string[], start: number, words: readonly string[]): boolean {
  return words.every((word, index) => pieces[start + index] === word);
}

/** Which pieces belong to one of the phrases. */
function markPhrases(pieces: readonly string[], phrases: readonly string[][]): boolean[] {
  const marks = pieces.map(() => false);
  pieces.forEach((_, start) => {
    for (const words of phrases) {
      if (matchesAt(pieces, start, words)) marks.fill(true, start, start + words.length);
    }
  });
  return marks;
}

type Phrases = Readonly<Record<'before' | 'after' | 'none' | 'ends', readonly string[][]>>;
const known = new Map<Language, Phrases>();

function phrasesOf(language: Language): Phrases {
  const found = known.get(language);
  if (found !== undefined) return found;
  const { before, after, none, ends } = negationWords[language];
  const phrases = {
    before: before.map(piecesOf),
    after: after.map(piecesOf),
    none: none.map(piecesOf),
    ends: ends.map(piecesOf),
  };
  known.set(language, phrases);
  return phrases;
}
