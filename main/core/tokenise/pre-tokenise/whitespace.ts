import type { PreTokeniser } from './pre-tokeniser.ts';

/**
 * `\w+|[^\w\s]+` with Unicode's meaning of \w (UTS #18, annex C), as the Rust tokenizers that
 * trained the vocabularies understand it. The JavaScript library takes \w for ASCII only and would
 * cut "fiebre alérgica" at its é; here it is not followed.
 */
const words =
  /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}]+|[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}\s]+/gu;

/** Runs of letters and digits, and runs of everything else but space: `Whitespace`. */
export const preTokeniseWhitespace: PreTokeniser = (source, _isFirstSection, emit) => {
  for (const match of source.text.matchAll(words)) {
    emit(source, match.index, match.index + match[0].length);
  }
};
