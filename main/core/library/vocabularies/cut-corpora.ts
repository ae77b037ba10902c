import type { CorpusCuts } from '#core/domain/vocabulary-cuts.ts';
import {
  compareVocabularies,
  cutsOfSource,
  type SourceCuts,
  type TextSource,
} from '#core/tokenise/statistics.ts';
import type { Tokenizer } from '#core/tokenise/tokenizer.ts';
import { workThrough, type Advance, type CountedLines } from '#core/base/advance.ts';

/** How a vocabulary, and the one that it was extended from, cut texts. */
export function cutCorpora(
  sources: Iterable<TextSource>,
  before: Tokenizer | null,
  after: Tokenizer,
): CorpusCuts[] {
  const tokenizers = before === null ? [after] : [after, before];
  return compareVocabularies(tokenizers, sources).map(toCorpusCuts);
}

/** The same of corpora whose size is known, with its progress told. @throws RunStopped */
export async function cutKnownCorpora(
  corpora: Iterable<CountedLines & { readonly name: string }>,
  { before, after }: { readonly before: Tokenizer | null; readonly after: Tokenizer },
  advance: Advance,
): Promise<CorpusCuts[]> {
  const tokenizers = before === null ? [after] : [after, before];
  const all: CorpusCuts[] = [];
  for (const corpus of corpora) {
    const { name } = corpus;
    const work = (lines: Iterable<string>) => cutsOfSource(tokenizers, { name, lines });
    const what = `measuring how the vocabulary cuts ${name}`;
    all.push(toCorpusCuts(await workThrough(corpus, work, { what, advance })));
  }
  return all;
}

function toCorpusCuts({ source, wordCount, cuts }: SourceCuts): CorpusCuts {
  return { corpus: source, wordCount, before: cuts.at(1) ?? null, after: cuts[0] };
}
