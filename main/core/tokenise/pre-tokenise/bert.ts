import type { PreTokeniser } from './pre-tokeniser.ts';

const unknown = 0;
const letter = 1;
const space = 2;
const punctuation = 3;
const surrogate = 4;

/** BERT calls all of ASCII that is neither letter, digit nor space punctuation, `$` and `^` too. */
const isPunctuation = /[\p{P}\u0021-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u007E]/u;
const isSpace = /\s/u;

/** Class of every UTF-16 unit, found when it is first met: a look-up is faster than a pattern. */
const classes = new Uint8Array(65_536);

function classify(unit: number): number {
  const character = String.fromCharCode(unit);
  const found =
    unit >= 0xd800 && unit <= 0xdfff
      ? surrogate
      : isSpace.test(character)
        ? space
        : isPunctuation.test(character)
          ? punctuation
          : letter;
  classes[unit] = found;
  return found;
}

/** Cuts at white space and makes each punctuation character a word: `BertPreTokenizer`. */
export const preTokeniseBert: PreTokeniser = (source, _isFirstSection, emit) => {
  const { text } = source;
  let wordStart = -1;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    let kind = classes[unit];
    if (kind === unknown) kind = classify(unit);
    let length = 1;
    if (kind === surrogate) {
      const character = String.fromCodePoint(text.codePointAt(index) ?? unit);
      length = character.length;
      kind = isPunctuation.test(character) ? punctuation : letter;
    }
    if (kind === letter) {
      if (wordStart < 0) wordStart = index;
    } else {
      if (wordStart >= 0) emit(source, wordStart, index);
      wordStart = -1;
      if (kind === punctuation) emit(source, index, index + length);
    }
    index += length - 1;
  }
  if (wordStart >= 0) emit(source, wordStart, text.length);
};
