import type { PreTokeniser } from './pre-tokeniser.ts';

/**
 * Offsets for a pre-tokenizer of the library that only cuts: its words are substrings of the text
 * in order, so each is found again behind the one before.
 */
export function cutAsLibrary(preTokeniser: {
  pre_tokenize_text(text: string): string[];
}): PreTokeniser {
  return (source, _isFirstSection, emit) => {
    let position = 0;
    for (const word of preTokeniser.pre_tokenize_text(source.text)) {
      const start = source.text.indexOf(word, position);
      position = start + word.length;
      emit(source, start, position);
    }
  };
}
