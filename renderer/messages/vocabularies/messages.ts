import type { VocabularyView } from '#contract/vocabulary.ts';

/** Vocabularies, and how they cut texts. */
export interface VocabulariesMessages {
  readonly title: string;
  readonly note: string;
  readonly named: (name: string) => string;
  readonly algorithms: Readonly<Record<NonNullable<VocabularyView['algorithm']>, string>>;
  readonly trained: (tokens: number) => string;
  readonly trainedBy: (algorithm: string, tokens: number) => string;
  readonly extended: (added: string, tokens: number) => string;
  readonly howToRead: string;
  readonly notMeasured: string;
  readonly cuts: (name: string, description: string) => string;
  readonly cutsBeforeAndAfter: (name: string, description: string) => string;
  readonly corpus: string;
  readonly words: string;
  readonly tokensPerWord: string;
  readonly unknownTokens: string;
  readonly before: string;
  readonly after: string;
}
