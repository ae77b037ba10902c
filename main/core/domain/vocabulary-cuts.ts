/** The kinds of vocabularies that can be trained here. */
export type VocabularyAlgorithm = 'wordpiece' | 'byte-level-bpe';

/** How one vocabulary cuts the texts of a source. */
export interface VocabularyCut {
  /** Without special tokens around the lines. */
  readonly tokenCount: number;
  readonly unknownCount: number;
  /** The vocabulary's fertility; 0 without words. Near 1 the vocabulary knows the words. */
  readonly tokensPerWord: number;
  /** Share of tokens that are the unknown token; 0 without tokens. */
  readonly unknownRate: number;
}

/** How a vocabulary cuts a corpus; `before` is the vocabulary that was extended. */
export interface CorpusCuts {
  readonly corpus: string;
  readonly wordCount: number;
  readonly before: VocabularyCut | null;
  readonly after: VocabularyCut;
}
