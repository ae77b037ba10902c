import type { AlignedText } from '#core/tokenise/aligned-text.ts';

/** Changes text before it is cut into words, and remembers where each unit came from. */
export type Normaliser = (source: AlignedText) => AlignedText;
