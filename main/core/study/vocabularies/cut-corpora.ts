import { compareVocabularies, type TextSource } from '#core/tokenise/statistics.ts';
import type { Tokenizer } from '#core/tokenise/tokenizer.ts';
import type { CorpusCuts } from '../report/study-results.ts';

/** How a vocabulary, and the one that it was extended from, cut texts. */
export function cutCorpora(
  sources: Iterable<TextSource>,
  before: Tokenizer | null,
  after: Tokenizer,
): CorpusCuts[] {
  const tokenizers = before === null ? [after] : [after, before];
  return compareVocabularies(tokenizers, sources).map(({ source, wordCount, cuts }) => ({
    corpus: source,
    wordCount,
    before: cuts.at(1) ?? null,
    after: cuts[0],
  }));
}
