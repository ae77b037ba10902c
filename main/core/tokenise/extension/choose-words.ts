import type { Paced } from '#core/base/paced.ts';
import { PriorityQueue } from '#core/tokenise/training/priority-queue.ts';
import type { PieceMatcher } from './piece-matcher.ts';

/** A word of the corpus, and how the vocabulary with the words chosen so far cuts it. */
interface WordState {
  readonly word: string;
  readonly count: number;
  /** Whether it may become a token itself. */
  readonly isCandidate: boolean;
  pieceCount: number;
  /** Length of its first piece; a new word that begins it counts only when it is longer. */
  firstLength: number;
}

export interface WordChoice {
  readonly wordCounts: ReadonlyMap<string, number>;
  readonly matcher: PieceMatcher;
  readonly isCandidate: (word: string, count: number) => boolean;
  readonly limit: number;
}

/** Words looked at between two pauses: some milliseconds of work. */
const wordsPerTurn = 512;

/**
 * The words that save a corpus the most tokens as tokens of their own, the best first. What a word
 * saves is counted over all words that begin with it: "paciente" also shortens "pacientes". Each
 * choice changes what others save, so that a word is counted anew when its turn comes (lazy greedy
 * choice, Minoux 1978); equal ones go by code unit. A word that would leave another unknown is not
 * chosen.
 */
export function* chooseWords({
  wordCounts,
  matcher,
  isCandidate,
  limit,
}: WordChoice): Paced<string[]> {
  const states = listStates({ wordCounts, matcher, isCandidate, limit });
  const savingOf = (index: number): number => {
    let saving = 0;
    for (const state of beginningWith(states, index)) {
      const { length } = states[index].word;
      if (state.firstLength >= length) continue;
      const rest = matcher.match(state.word, length);
      if (rest === null) return 0;
      saving += state.count * (state.pieceCount - 1 - rest.length);
    }
    return saving;
  };
  const queue = new PriorityQueue<{ index: number; saving: number }>(
    (a, b) => a.saving > b.saving || (a.saving === b.saving && a.index < b.index),
  );
  const enqueue = (index: number): void => {
    const saving = savingOf(index);
    if (saving > 0) queue.push({ index, saving });
  };
  for (const [index, state] of states.entries()) {
    if (state.isCandidate) enqueue(index);
    if (index % wordsPerTurn === wordsPerTurn - 1) yield;
  }

  const chosen: string[] = [];
  for (let looked = 1; chosen.length < limit; looked++) {
    if (looked % wordsPerTurn === 0) yield;
    const best = queue.pop();
    if (best === undefined) break;
    if (savingOf(best.index) !== best.saving) {
      enqueue(best.index);
      continue;
    }
    const { word } = states[best.index];
    chosen.push(word);
    for (const state of beginningWith(states, best.index)) {
      if (state.firstLength >= word.length) continue;
      state.firstLength = word.length;
      state.pieceCount = 1 + (matcher.match(state.word, word.length)?.length ?? 0);
    }
  }
  return chosen;
}

/** Known words, sorted, so that those that begin with another follow it. */
function listStates({ wordCounts, matcher, isCandidate }: WordChoice): WordState[] {
  const states: WordState[] = [];
  for (const [word, count] of wordCounts) {
    const pieces = matcher.match(word, 0);
    if (pieces === null) continue;
    states.push({
      word,
      count,
      isCandidate: pieces.length > 1 && isCandidate(word, count),
      pieceCount: pieces.length,
      firstLength: matcher.firstLength(word),
    });
  }
  return states.sort((a, b) => (a.word < b.word ? -1 : 1));
}

function* beginningWith(states: readonly WordState[], index: number): Generator<WordState> {
  const { word } = states[index];
  for (let place = index; place < states.length; place++) {
    if (!states[place].word.startsWith(word)) return;
    yield states[place];
  }
}
