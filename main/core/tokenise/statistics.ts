import type { TextDocument } from '#core/domain/text.ts';
import type { Tokenizer } from './tokenizer.ts';

/** How a tokenizer cuts the texts of one source. */
export interface TokenStatistics {
  readonly source: string;
  readonly documentCount: number;
  /** Runs of characters other than white space. */
  readonly wordCount: number;
  /** Without special tokens around the texts. */
  readonly tokenCount: number;
  readonly unknownCount: number;
  /** The vocabulary's fertility; 0 without words. Near 1 the vocabulary knows the words. */
  readonly tokensPerWord: number;
  /** Share of tokens that are the unknown token; 0 without tokens. */
  readonly unknownRate: number;
}

const words = /\S+/gu;

/** Statistics per source, in the order in which the sources first appear (the paper's Table 1). */
export function countTokens(
  tokenizer: Tokenizer,
  documents: Iterable<TextDocument>,
): readonly TokenStatistics[] {
  const sources = new Map<
    string,
    { documents: number; words: number; tokens: number; unknown: number }
  >();
  for (const { source, text } of documents) {
    let sums = sources.get(source);
    if (sums === undefined) {
      sums = { documents: 0, words: 0, tokens: 0, unknown: 0 };
      sources.set(source, sums);
    }
    const { ids } = tokenizer.encode(text);
    sums.documents++;
    sums.words += text.match(words)?.length ?? 0;
    sums.tokens += ids.length;
    for (const id of ids) if (id === tokenizer.special.unknown) sums.unknown++;
  }
  return [...sources].map(([source, sums]) => ({
    source,
    documentCount: sums.documents,
    wordCount: sums.words,
    tokenCount: sums.tokens,
    unknownCount: sums.unknown,
    tokensPerWord: sums.words === 0 ? 0 : sums.tokens / sums.words,
    unknownRate: sums.tokens === 0 ? 0 : sums.unknown / sums.tokens,
  }));
}
