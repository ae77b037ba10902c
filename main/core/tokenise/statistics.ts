import type { VocabularyCut } from '#core/domain/vocabulary-cuts.ts';
import { finishAtOnce, type Paced } from '#core/base/paced.ts';
import type { Tokenizer } from './tokenizer.ts';

/** Texts of one kind: a corpus, a language, a file. */
export interface TextSource {
  readonly name: string;
  readonly lines: Iterable<string>;
}

export interface SourceCuts {
  readonly source: string;
  /** Runs of characters other than white space. */
  readonly wordCount: number;
  /** In the order of the tokenizers. */
  readonly cuts: readonly VocabularyCut[];
}

const words = /\S+/gu;

/** Characters between two pauses: some milliseconds of work. */
const charactersPerTurn = 32_768;

/**
 * How vocabularies cut the same texts, source by source: one before and one after, or several to
 * choose from. Each text is read once.
 */
export function compareVocabularies(
  tokenizers: readonly Tokenizer[],
  sources: Iterable<TextSource>,
): SourceCuts[] {
  return Array.from(sources, (source) => finishAtOnce(cutsOfSource(tokenizers, source)));
}

/** The same of one source, as paced work. */
export function* cutsOfSource(
  tokenizers: readonly Tokenizer[],
  { name, lines }: TextSource,
): Paced<SourceCuts> {
  let wordCount = 0;
  let untilPause = charactersPerTurn;
  const sums = tokenizers.map((tokenizer) => ({ tokenizer, tokens: 0, unknown: 0 }));
  const add = (line: string) => {
    wordCount += line.match(words)?.length ?? 0;
    for (const sum of sums) {
      const { ids } = sum.tokenizer.encode(line);
      sum.tokens += ids.length;
      for (const id of ids) if (id === sum.tokenizer.special.unknown) sum.unknown++;
    }
  };
  for (const line of lines) {
    add(line);
    untilPause -= line.length;
    if (untilPause > 0) continue;
    untilPause = charactersPerTurn;
    yield;
  }
  const cuts = sums.map(({ tokens, unknown }) => ({
    tokenCount: tokens,
    unknownCount: unknown,
    tokensPerWord: wordCount === 0 ? 0 : tokens / wordCount,
    unknownRate: tokens === 0 ? 0 : unknown / tokens,
  }));
  return { source: name, wordCount, cuts };
}
