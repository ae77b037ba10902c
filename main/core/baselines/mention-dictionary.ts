import type { ScoredWordSpan } from '#core/domain/predictions.ts';
import type { TaggedSentence } from '#core/domain/text.ts';
import { readEntities } from '#core/evaluation/entities/read-entities.ts';

/** Every mention of the training side by its words, in lower case, with the type to give it. */
export interface MentionDictionary {
  readonly longestWordCount: number;
  readonly entries: ReadonlyMap<string, { readonly type: string; readonly share: number }>;
}

/** Words that are an entity in fewer of their occurrences are left alone. */
const smallestShare = 0.5;

/**
 * Learns the mentions of tagged sentences. The type of a mention is the commonest that its words
 * have; its share is how many of all occurrences of these words, marked or not, are of that type.
 */
export function learnMentions(sentences: readonly TaggedSentence[]): MentionDictionary {
  const typeCounts = new Map<string, Map<string, number>>();
  let longestWordCount = 0;
  for (const sentence of sentences) {
    const words = wordsOf(sentence);
    for (const { start, end, type } of readEntities(sentence.tags)) {
      const key = keyOf(words, start, end);
      const counts = typeCounts.get(key) ?? new Map<string, number>();
      typeCounts.set(key, counts.set(type, (counts.get(type) ?? 0) + 1));
      longestWordCount = Math.max(longestWordCount, end - start);
    }
  }
  const occurrences = new Map<string, number>();
  for (const sentence of sentences) {
    const words = wordsOf(sentence);
    for (const [start, end] of stretches(words.length, longestWordCount)) {
      const key = keyOf(words, start, end);
      if (typeCounts.has(key)) occurrences.set(key, (occurrences.get(key) ?? 0) + 1);
    }
  }
  const entries = new Map<string, { type: string; share: number }>();
  for (const [key, counts] of typeCounts) {
    const [[type, count]] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
    const share = count / (occurrences.get(key) ?? count);
    if (share >= smallestShare) entries.set(key, { type, share });
  }
  return { longestWordCount, entries };
}

/** Looks the words of a sentence up from left to right, the longest mention first. */
export function findMentions(
  { longestWordCount, entries }: MentionDictionary,
  sentence: Pick<TaggedSentence, 'text' | 'words'>,
): ScoredWordSpan[] {
  const words = wordsOf(sentence);
  const found: ScoredWordSpan[] = [];
  for (let start = 0; start < words.length; start++) {
    for (let end = Math.min(words.length, start + longestWordCount); end > start; end--) {
      const entry = entries.get(keyOf(words, start, end));
      if (entry === undefined) continue;
      found.push({ start, end, type: entry.type, score: entry.share });
      start = end - 1;
      break;
    }
  }
  return found;
}

function wordsOf({ text, words }: Pick<TaggedSentence, 'text' | 'words'>): string[] {
  return words.map(({ start, end }) => text.slice(start, end).toLowerCase());
}

const keyOf = (words: readonly string[], start: number, end: number) =>
  words.slice(start, end).join(' ');

function* stretches(wordCount: number, longest: number): Generator<[number, number]> {
  for (let start = 0; start < wordCount; start++) {
    for (let end = start + 1; end <= Math.min(wordCount, start + longest); end++)
      yield [start, end];
  }
}
