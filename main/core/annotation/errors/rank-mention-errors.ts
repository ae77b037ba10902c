import { smallestOf } from '#core/base/extremes.ts';
import type { WordBeliefs } from '#core/domain/predictions.ts';

/** A sentence with its mentions and what a model thinks of each word that has not learned from it. */
export interface ScoredSentence extends WordBeliefs {
  readonly id: string;
  /** As given, in order, without overlap; words from 0, the end is exclusive. */
  readonly mentions: readonly GivenMention[];
}

interface GivenMention {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}

/** A mention that may be wrong, or a place where one may be missing. */
export interface MentionIssue {
  readonly id: string;
  /**
   * `class`: another type. `boundary`: other ends. `spurious`: no mention. `missing`: a mention that
   * nobody gave. `none`: the model agrees, and the place in the list alone says how surely.
   */
  readonly kind: 'class' | 'boundary' | 'missing' | 'spurious' | 'none';
  /** Words from 0; the end is exclusive. Of a mention as it was given, else as the model finds it. */
  readonly start: number;
  readonly end: number;
  readonly given: string | null;
  /** What the model finds in its place; null for no mention. */
  readonly expected: GivenMention | null;
  /** From 0, surely wrong, to 1. */
  readonly score: number;
}

/**
 * All given mentions, and all that the model finds where none is given, the likeliest to be wrong
 * first. The score is the worst of the words that a mention is about: the smallest probability of what
 * each was given, out of fold; for word tagging this finds more errors than a mean (Wang and Mueller,
 * arXiv 2210.03920). Of a mention the words beside it count too, which may belong to it. Which tag of
 * a type a word has (B or I) makes no error.
 */
export function rankMentionErrors(sentences: readonly ScoredSentence[]): MentionIssue[] {
  return sentences.flatMap(findIssues).sort((a, b) => a.score - b.score);
}

/** A sentence with what each of its words was given. */
interface Read extends ScoredSentence {
  readonly types: readonly (string | null)[];
}

function findIssues(sentence: ScoredSentence): MentionIssue[] {
  const types: (string | null)[] = sentence.found.map(() => null);
  for (const { start, end, type } of sentence.mentions) types.fill(type, start, end);
  const read = { ...sentence, types };
  return [...sentence.mentions.map((mention) => judgeMention(read, mention)), ...findMissing(read)];
}

function judgeMention(
  { id, found, given, types }: Read,
  { start, end, type }: GivenMention,
): MentionIssue {
  const before = reach({ found, types }, { from: start - 1, step: -1, type });
  const after = reach({ found, types }, { from: end, step: 1, type });
  const [first, last] = [start - before, end + after];
  const within = found.slice(start, end);
  const isWhole = within.every((each) => each === type) && before === 0 && after === 0;
  const other = within.find((each) => each !== null && each !== type) ?? null;
  const kind = isWhole
    ? 'none'
    : within.includes(type)
      ? 'boundary'
      : other === null
        ? 'spurious'
        : 'class';
  const expected = {
    none: { start, end, type },
    boundary: { ...stretchOf(found, { first, last, type }), type },
    class: other === null ? null : { start, end, type: other },
    spurious: null,
  }[kind];
  const score = smallestOf(given.slice(first, last));
  return { id, kind, start, end, given: type, expected, score };
}

/** From the first word to the last that the model takes for the type. */
function stretchOf(
  found: Read['found'],
  { first, last, type }: { readonly first: number; readonly last: number; readonly type: string },
) {
  const words = found.slice(first, last);
  return { start: first + words.indexOf(type), end: first + words.lastIndexOf(type) + 1 };
}

/** Runs of words that the model gives a type and nobody did, unless they touch a mention of that type. */
function findMissing({ id, found, given, types }: Read): MentionIssue[] {
  const issues: MentionIssue[] = [];
  for (let start = 0; start < found.length; start++) {
    const type = found[start];
    if (types[start] !== null || type === null) continue;
    let end = start;
    let score = 1;
    for (; end < found.length && found[end] === type && types[end] === null; end++) {
      score = Math.min(score, given[end]);
    }
    const touches = types[start - 1] === type || types[end] === type;
    if (!touches) {
      const expected = { start, end, type };
      issues.push({ id, kind: 'missing', start, end, given: null, expected, score });
    }
    start = end - 1;
  }
  return issues;
}

/** How many free words beside a mention the model takes for it. */
function reach(
  { found, types }: Pick<Read, 'found' | 'types'>,
  { from, step, type }: { readonly from: number; readonly step: 1 | -1; readonly type: string },
): number {
  let count = 0;
  for (let word = from; word >= 0 && word < found.length; word += step) {
    if (types[word] !== null || found[word] !== type) break;
    count++;
  }
  return count;
}
