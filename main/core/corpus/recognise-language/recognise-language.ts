import { largestOf } from '#core/base/extremes.ts';
import { functionWords, type RecognisableLanguage } from './function-words.ts';

export interface RecognisedLanguage {
  /** ISO 639-1. */
  readonly language: RecognisableLanguage;
  /** From 0 to 1: what this language has of the belief, where all are equally likely before. */
  readonly certainty: number;
}

/** What is rare in other languages: letters and endings, one match a word. */
const signs: Readonly<Record<RecognisableLanguage, RegExp>> = {
  en: /(?:ing|tion|ness|ly)$|th/,
  nl: /ij|aa|(?:heid|isch|ing)$|sch/,
  es: /ñ|(?:ción|ciones|dad|miento)$/,
  ro: /[ășțşţ]|(?:ului|ilor|area|ării)$/,
  de: /[äß]|(?:ung|keit|lich)$/,
  fr: /[çœ]|(?:aux|eux|ité|ment)$|è/,
  it: /(?:zione|zioni|mente|ità)$/,
  pt: /[ãõ]|(?:ção|ções|dade)$/,
};

const languages = Object.keys(functionWords) as RecognisableLanguage[];
const known = collectFunctionWords();
/** More of a text tells no more. */
const sampleLength = 600;
/** One word in this many is a function word of the language in any text that is one. */
const leastShare = 1 / 12;
/** How much likelier a function word is in its own language than in another, as a logarithm. */
const weightOfWord = Math.log(8);
/** The same of a letter or ending that others hardly have. */
const weightOfSign = Math.log(4);
/** By so many function words more than any other a language is told without looking at letters. */
const clearLead = 5;

/**
 * The language of a text, by its function words and, where these leave a doubt, by letters that
 * others lack; null where too few words of any are found, as in a table of values or a list of
 * names. Only the start is looked at.
 */
export function recogniseLanguage(text: string): RecognisedLanguage | null {
  const words =
    text
      .slice(0, sampleLength)
      .toLowerCase()
      .match(/[\p{L}\p{M}’]+/gu) ?? [];
  const hits = new Float64Array(languages.length);
  for (const word of words) addBits(hits, known.get(word) ?? 0);
  const scores = hits.map((count) => count * weightOfWord);
  if (leadOf(hits) < clearLead) {
    for (const word of words) {
      if (known.has(word)) continue;
      for (const [index, language] of languages.entries()) {
        if (signs[language].test(word)) scores[index] += weightOfSign;
      }
    }
  }
  const best = scores.indexOf(largestOf(scores, 0));
  if (hits[best] < 2 || hits[best] < leastShare * words.length) return null;
  // Words of a text are not independent: a long one shall not be surer than a page.
  const temper = Math.min(1, 40 / words.length);
  const beliefs = scores.map((score) => Math.exp((score - scores[best]) * temper));
  const certainty = 1 / beliefs.reduce((sum, belief) => sum + belief, 0);
  return { language: languages[best], certainty };
}

/** Counts one for each language whose bit is set. */
function addBits(counts: Float64Array, mask: number): void {
  for (let index = 0, rest = mask; rest !== 0; index++, rest >>= 1) counts[index] += rest & 1;
}

/** By how much the largest is larger than the one after it. */
function leadOf(counts: Float64Array): number {
  const sorted = counts.toSorted();
  return sorted[sorted.length - 1] - sorted[sorted.length - 2];
}

function collectFunctionWords(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [index, language] of languages.entries()) {
    for (const word of functionWords[language].split(' ')) {
      found.set(word, (found.get(word) ?? 0) | (1 << index));
    }
  }
  return found;
}
