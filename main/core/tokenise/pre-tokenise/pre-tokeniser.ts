import type { AlignedText } from '#core/tokenise/aligned-text.ts';

/** Receives one word: units `start` … `end` − 1 of `source`. */
export type EmitWord = (source: AlignedText, start: number, end: number) => void;

/**
 * Cuts normalised text into words, which the model sees one at a time. `isFirstSection` is false
 * after an added token has cut the text; some tokenizers prepend a space only at the beginning.
 */
export type PreTokeniser = (source: AlignedText, isFirstSection: boolean, emit: EmitWord) => void;
