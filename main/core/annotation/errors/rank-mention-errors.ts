/** A sentence with its mentions and what a model says of each word that has not learned from it. */
export interface ScoredSentence {
  readonly id: string;
  /** As given: one IOB2 tag per word. */
  readonly tags: readonly string[];
  /** [words][types + 1]: the probability of each type in the order of `types`, that of none last. */
  readonly probabilities: readonly (readonly number[])[];
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
  readonly expected: string | null;
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
export function rankMentionErrors(
  sentences: readonly ScoredSentence[],
  types: readonly string[],
): MentionIssue[] {
  return sentences
    .flatMap((sentence) => findIssues(sentence, types))
    .sort((a, b) => a.score - b.score);
}

interface Mention {
  readonly start: number;
  readonly end: number;
  /** Index of the type. */
  readonly type: number;
}

function findIssues(sentence: ScoredSentence, types: readonly string[]): MentionIssue[] {
  const { id, tags, probabilities } = sentence;
  const none = types.length;
  const given = tags.map((tag) => (tag === 'O' ? none : types.indexOf(tag.slice(2))));
  const found = probabilities.map(likeliest);
  const nameOf = (type: number) => (type === none ? null : types[type]);
  const mentions = readMentions(tags, given);
  const isGiven = tags.map((tag) => tag !== 'O');
  const issues = mentions.map(({ start, end, type }): MentionIssue => {
    const within = found.slice(start, end);
    const before = reach(found, { from: start - 1, step: -1, type, isGiven });
    const after = reach(found, { from: end, step: 1, type, isGiven });
    const isFound = within.includes(type);
    const isWhole = within.every((each) => each === type) && before === 0 && after === 0;
    const other = within.find((each) => each !== none && each !== type);
    const words = Array.from(
      { length: end - start + before + after },
      (_, at) => start - before + at,
    );
    const score = words.reduce(
      (least, word) => Math.min(least, probabilities[word][given[word]]),
      1,
    );
    const kind = isWhole
      ? 'none'
      : isFound
        ? 'boundary'
        : other === undefined
          ? 'spurious'
          : 'class';
    const expected = kind === 'spurious' ? none : kind === 'class' ? (other ?? none) : type;
    return { id, kind, start, end, given: nameOf(type), expected: nameOf(expected), score };
  });
  return [...issues, ...findMissing({ id, given, found, probabilities, isGiven }, types)];
}

/** Runs of words that the model gives a type and nobody did, unless they touch a mention of that type. */
function findMissing(
  {
    id,
    given,
    found,
    probabilities,
    isGiven,
  }: Pick<ScoredSentence, 'id' | 'probabilities'> & {
    readonly given: readonly number[];
    readonly found: readonly number[];
    readonly isGiven: readonly boolean[];
  },
  types: readonly string[],
): MentionIssue[] {
  const none = types.length;
  const issues: MentionIssue[] = [];
  for (let start = 0; start < found.length; start++) {
    if (isGiven[start] || found[start] === none) continue;
    const type = found[start];
    let end = start;
    let score = 1;
    for (; end < found.length && found[end] === type && !isGiven[end]; end++) {
      score = Math.min(score, probabilities[end][none]);
    }
    const touches = given[start - 1] === type || given[end] === type;
    if (!touches) {
      issues.push({ id, kind: 'missing', start, end, given: null, expected: types[type], score });
    }
    start = end - 1;
  }
  return issues;
}

/** How many free words beside a mention the model takes for it. */
function reach(
  found: readonly number[],
  {
    from,
    step,
    type,
    isGiven,
  }: {
    readonly from: number;
    readonly step: 1 | -1;
    readonly type: number;
    readonly isGiven: readonly boolean[];
  },
): number {
  let count = 0;
  for (let word = from; word >= 0 && word < found.length; word += step) {
    if (isGiven[word] || found[word] !== type) break;
    count++;
  }
  return count;
}

function readMentions(tags: readonly string[], given: readonly number[]): Mention[] {
  const mentions: Mention[] = [];
  for (let start = 0; start < tags.length; start++) {
    if (!tags[start].startsWith('B-')) continue;
    let end = start + 1;
    while (end < tags.length && tags[end] === `I-${tags[start].slice(2)}`) end++;
    mentions.push({ start, end, type: given[start] });
  }
  return mentions;
}

function likeliest(probabilities: readonly number[]): number {
  return probabilities.reduce(
    (best, value, label) => (value > probabilities[best] ? label : best),
    0,
  );
}
