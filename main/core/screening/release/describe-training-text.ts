import { countScripts } from '#core/corpus/letter-scripts.ts';
import { recogniseLanguage } from '#core/corpus/recognise-language/recognise-language.ts';
import type { ReleasedText } from '#core/domain/screening-release.ts';
import { shareOfUnknown } from '../share-of-unknown.ts';
import type { Tokenizer } from '#core/tokenise/tokenizer.ts';

/** Scripts and languages of fewer of the letters and notes than this came by chance. */
const leastShare = 0.02;
/** Whatever was met in training: typing errors and signs alone make no text unlike it. */
const leastUnknown = 0.1;

/** What the notes were like that a model learned from. */
export function describeTrainingText(texts: Iterable<string>, tokenizer: Tokenizer): ReleasedText {
  let notes = 0;
  let mostUnknown = leastUnknown;
  const letters = new Map<string, number>();
  const languages = new Map<string, number>();
  for (const text of texts) {
    notes++;
    mostUnknown = Math.max(mostUnknown, shareOfUnknown(tokenizer.encode(text).ids, tokenizer));
    for (const [script, count] of countScripts(text)) add(letters, script, count);
    const language = recogniseLanguage(text)?.language;
    if (language !== undefined) add(languages, language, 1);
  }
  return { notes, mostUnknown, scripts: frequent(letters), languages: frequent(languages) };
}

function add(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

function frequent(counts: ReadonlyMap<string, number>): string[] {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return [...counts].filter(([, count]) => count >= leastShare * all).map(([key]) => key);
}
