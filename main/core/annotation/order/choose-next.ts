import { RandomStream } from '#core/base/random-stream.ts';

/** A document that nobody has labelled and that is not of the test slice. */
export interface Candidate {
  readonly number: number;
  /** What a model says of it: how unsure it is, or how likely a label is. */
  readonly score: number;
  /** What the document is about: as long for all, of length 1; words weighed, or an embedding. */
  readonly features: readonly (readonly [column: number, value: number])[];
}

/** Among how many times as many of the least sure the most different are looked for. */
const pool = 3;

/** Numbers by chance, the same for the same seed, in whatever order they are given. */
export function drawNext(numbers: readonly number[], seed: number): number[] {
  const sorted = [...numbers].sort((a, b) => a - b);
  return new RandomStream(seed, 'next documents').shuffle(sorted);
}

/** Numbers of those with the largest score, the largest first. */
export function takeLikely(candidates: readonly Candidate[], count: number): number[] {
  return byScore(candidates)
    .slice(0, count)
    .map(({ number }) => number);
}

/**
 * Numbers of what a model is least sure of, and not all of one sort: of the `pool` times `count` with the
 * largest score, one after the other the one with the largest score × (1 − its likeness to the most alike
 * that is taken): a ranking by information density turned round, so that near copies do not fill a batch
 * (Settles, Active Learning Literature Survey, 2009, section 3.6).
 */
export function takeDiverse(candidates: readonly Candidate[], count: number): number[] {
  const rest = byScore(candidates)
    .slice(0, pool * count)
    .map((candidate) => ({ candidate, likeness: 0 }));
  const taken: number[] = [];
  while (taken.length < count && rest.length > 0) {
    let best = 0;
    for (let at = 1; at < rest.length; at++) {
      if (worth(rest[at]) > worth(rest[best])) best = at;
    }
    const [{ candidate }] = rest.splice(best, 1);
    taken.push(candidate.number);
    const chosen = new Map(candidate.features);
    for (const each of rest) {
      const alike = each.candidate.features.reduce(
        (sum, [column, value]) => sum + value * (chosen.get(column) ?? 0),
        0,
      );
      each.likeness = Math.max(each.likeness, alike);
    }
  }
  return taken;
}

interface Rated {
  readonly candidate: Candidate;
  readonly likeness: number;
}

function worth({ candidate: { score }, likeness }: Rated): number {
  return score * (1 - likeness);
}

/** The largest first; of equal ones the smaller number, so that the order is the same each time. */
function byScore(candidates: readonly Candidate[]): Candidate[] {
  return [...candidates].sort((a, b) => b.score - a.score || a.number - b.number);
}
