import type { Paced } from '#core/base/paced.ts';
import { PairTable, type PairEntry } from './pair-table.ts';
import { PriorityQueue } from './priority-queue.ts';

/** A word of the corpus as token ids; `ids` shrinks with every merge. */
export interface SymbolWord {
  readonly ids: number[];
  readonly count: number;
}

export interface MergeRequest {
  /** Changed in place. */
  readonly words: readonly SymbolWord[];
  /** Pairs that occur less often are never merged. */
  readonly minFrequency: number;
  /** False once the vocabulary is full. */
  hasRoom(): boolean;
  /** The id of the token that two become, new or known from another merge. */
  join(left: number, right: number): number;
}

/** Merges, and words before the first merge, between two pauses: some milliseconds of work. */
const mergesPerTurn = 16;
const wordsPerTurn = 4096;

/** A pair and how often it occurred when it was put into the queue. */
type QueuedPair = Readonly<Pick<PairEntry, 'left' | 'right' | 'count'>>;

/** The most frequent pair first; of equally frequent ones that with the smaller ids. */
function precedes(a: QueuedPair, b: QueuedPair): boolean {
  if (a.count !== b.count) return a.count > b.count;
  return a.left !== b.left ? a.left < b.left : a.right < b.right;
}

/**
 * Byte-pair encoding's training (Sennrich, Haddow and Birch 2016): the most frequent pair of
 * neighbouring tokens becomes one token, again and again. Only words that hold the pair are
 * touched, so that the time follows the number of changes and not corpus × merges.
 */
export function* mergePairs(request: MergeRequest): Paced<void> {
  const { words, minFrequency } = request;
  const table = new PairTable();
  for (const [word, { ids, count }] of words.entries()) {
    if (word % wordsPerTurn === wordsPerTurn - 1) yield;
    for (let place = 1; place < ids.length; place++) {
      table.add(ids[place - 1], ids[place], { count, word });
    }
  }
  const queue = new PriorityQueue(precedes);
  const enqueue = ({ left, right, count }: PairEntry): void => {
    queue.push({ left, right, count });
  };
  table.takeRaised().forEach(enqueue);

  let mergeCount = 0;
  while (request.hasRoom()) {
    const candidate = queue.pop();
    if (candidate === undefined) return;
    const entry = table.get(candidate.left, candidate.right);
    if (entry === undefined || entry.count <= 0) continue;
    if (entry.count !== candidate.count) {
      // Rarer than when it was queued: back to its proper place. (More frequent: queued anew then.)
      if (entry.count < candidate.count) enqueue(entry);
      continue;
    }
    if (entry.count < minFrequency) return;
    mergeEverywhere(request, table, entry);
    table.takeRaised().forEach(enqueue);
    if (++mergeCount % mergesPerTurn === 0) yield;
  }
}

function mergeEverywhere(request: MergeRequest, table: PairTable, entry: PairEntry): void {
  const { left, right } = entry;
  const joined = request.join(left, right);
  // A word listed twice no longer holds the pair the second time.
  const { words } = entry;
  entry.words = [];
  for (const word of words) {
    const { ids, count } = request.words[word];
    let length = 0;
    for (let place = 0; place < ids.length; place++) {
      const isPair = ids[place] === left && place + 1 < ids.length && ids[place + 1] === right;
      if (!isPair) {
        ids[length++] = ids[place];
        continue;
      }
      if (length > 0) {
        table.add(ids[length - 1], left, { count: -count, word });
        table.add(ids[length - 1], joined, { count, word });
      }
      if (place + 2 < ids.length) {
        table.add(right, ids[place + 2], { count: -count, word });
        table.add(joined, ids[place + 2], { count, word });
      }
      table.add(left, right, { count: -count, word });
      ids[length++] = joined;
      place++;
    }
    ids.length = length;
  }
}
