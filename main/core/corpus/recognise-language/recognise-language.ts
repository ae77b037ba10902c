import { largestOf } from '#core/base/extremes.ts';
import { functionWords, type RecognisableLanguage } from './function-words.ts';

export interface RecognisedLanguage {
  /** ISO 639-1. */
  readonly language: RecognisableLanguage;
  /** From 0 to 1: what this language has of the belief, where all are equally likely before. */
  readonly certainty: number;
}

const languages = Object.keys(functionWords) as RecognisableLanguage[];
const masks = collectMasks();
/** More of a text tells no more. */
const sampleLength = 4_000;
/** One word in this many is a function word of the language in any text that is one. */
const leastShare = 1 / 12;
/** How much likelier a function word is in its own language than in another, as a logarithm. */
const weightOfWord = Math.log(8);
/** How much likelier a letter or ending is that others hardly have. */
const weightOfSign = Math.log(4);

/** What is rare in other languages: letters and endings, one match a word. */
const signs: Readonly<Partial<Record<RecognisableLanguage, RegExp>>> = {
  en: /(?:ing|tion|ness|ly)$|th/,
  nl: /ij|aa|(?:heid|isch|ing)$|sch/,
  es: /ñ|(?:ción|ciones|dad|miento)$|^[¿¡]/,
  ro: /[ășțşţ]|(?:ului|ilor|ului|area|ării)$/,
  de: /[äß]|(?:ung|keit|lich)$/,
  fr: /[çœ]|(?:aux|eux|ité|ment)$|è/,
  it: /(?:zione|zioni|mente|ità)$/,
  pt: /[ãõ]|(?:ção|ções|dade)$/,
};

/**
 * The language of a text, by its function words and by letters that others lack; null where too few
 * words of any are found, as in a table of values or a list of names. Only the start is looked at.
 */
export function recogniseLanguage(text: string): RecognisedLanguage | null {
  const words =
    text
      .slice(0, sampleLength)
      .toLowerCase()
      .match(/[\p{L}\p{M}’]+/gu) ?? [];
  const hits = new Float64Array(languages.length);
  const scores = new Float64Array(languages.length);
  for (const word of words) {
    const mask = masks.get(word) ?? 0;
    for (const [index, language] of languages.entries()) {
      const isOf = (mask & (1 << index)) !== 0;
      if (isOf) hits[index]++;
      if (isOf) scores[index] += weightOfWord;
      else if (mask === 0 && signs[language]?.test(word) === true) scores[index] += weightOfSign;
    }
  }
  const best = scores.indexOf(largestOf(scores, 0));
  if (hits[best] < 2 || hits[best] < leastShare * words.length) return null;
  // Words of a text are not independent: a long one shall not be surer than a page.
  const temper = Math.min(1, 40 / words.length);
  const beliefs = Array.from(scores, (score) => Math.exp((score - scores[best]) * temper));
  const certainty = 1 / beliefs.reduce((sum, belief) => sum + belief, 0);
  return { language: languages[best], certainty };
}

function collectMasks(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [index, language] of languages.entries()) {
    for (const word of functionWords[language].split(' ')) {
      found.set(word, (found.get(word) ?? 0) | (1 << index));
    }
  }
  return found;
}
