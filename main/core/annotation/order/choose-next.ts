import { RandomStream } from '#core/base/random-stream.ts';

/** A document that nobody has labelled and that is not of the test slice. */
export interface Candidate {
  readonly number: number;
  /** What a model says: one probability per class, or of a word tagger the mean of its words. */
  readonly probabilities: readonly number[];
  /** What the document is about: as long for all, of length 1; words weighed, or an embedding. */
  readonly features: readonly (readonly [column: number, value: number])[];
}

/** How the next documents are chosen. The list is closed. */
export type NextChoice =
  | { readonly by: 'random'; readonly seed: number }
  /** What a model is least sure of, and not all of one sort. */
  | { readonly by: 'uncertain' }
  /** What is likely of a class, such as a rare one. */
  | { readonly by: 'likely'; readonly label: number };

/** Among how many times as many of the least sure the most different are looked for. */
const pool = 10;

/**
 * Numbers of the next documents, the first to be labelled first. By uncertainty: of the `pool` times
 * `count` with the largest entropy, one after the other the one with the largest entropy × (1 − its
 * likeness to the most alike that is taken): a ranking by information density turned round, so that
 * near copies do not fill a batch (Settles, Active Learning Literature Survey, 2009, section 3.6).
 */
export function chooseNext(
  candidates: readonly Candidate[],
  count: number,
  choice: NextChoice,
): number[] {
  if (choice.by === 'random') {
    const numbers = candidates.map(({ number }) => number).sort((a, b) => a - b);
    return new RandomStream(choice.seed, 'next documents').shuffle(numbers).slice(0, count);
  }
  if (choice.by === 'likely') {
    const { label } = choice;
    return byScore(candidates, ({ probabilities }) => probabilities[label])
      .slice(0, count)
      .map(({ number }) => number);
  }
  return takeDiverse(byScore(candidates, entropyOf).slice(0, pool * count), count);
}

/** In bits. */
export function entropyOf({ probabilities }: Pick<Candidate, 'probabilities'>): number {
  return probabilities.reduce(
    (sum, value) => (value > 0 ? sum - value * Math.log2(value) : sum),
    0,
  );
}

function takeDiverse(candidates: readonly Candidate[], count: number): number[] {
  const rest = candidates.map((candidate) => ({
    candidate,
    entropy: entropyOf(candidate),
    likeness: 0,
  }));
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

function worth({ entropy, likeness }: { readonly entropy: number; readonly likeness: number }) {
  return entropy * (1 - likeness);
}

/** The largest first; of equal ones the smaller number, so that the order is the same each time. */
function byScore(candidates: readonly Candidate[], scoreOf: (candidate: Candidate) => number) {
  return [...candidates].sort((a, b) => scoreOf(b) - scoreOf(a) || a.number - b.number);
}
