/** A mention in a text; positions in characters or words, `end` exclusive. */
export interface LabelledSpan {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/**
 * When a found mention counts: the four schemata of SemEval 2013, task 9.1 (Segura-Bedmar et al.),
 * as nervaluate names them. The list is closed.
 */
export type MatchingMode =
  /** Both ends and the type. */
  | 'strict'
  /** Both ends, whatever the type. */
  | 'exact'
  /** Both ends count 1, any overlap counts ½, whatever the type. */
  | 'partial'
  /** The type, with any overlap. */
  | 'type';

/** How one found mention stands to the true one with which it is paired. */
export type MatchGrade = 'correct' | 'partial' | 'incorrect';

type Judge = (sameEnds: boolean, sameType: boolean) => MatchGrade;

const judges: Record<MatchingMode, Judge> = {
  strict: (sameEnds, sameType) => (sameEnds && sameType ? 'correct' : 'incorrect'),
  exact: (sameEnds) => (sameEnds ? 'correct' : 'incorrect'),
  partial: (sameEnds) => (sameEnds ? 'correct' : 'partial'),
  type: (_, sameType) => (sameType ? 'correct' : 'incorrect'),
};
/** All of them, in the order in which they are told. */
export const matchingModes = Object.keys(judges) as readonly MatchingMode[];
const ranks: Record<MatchGrade, number> = { correct: 0, partial: 1, incorrect: 2 };

interface Pair {
  readonly gold: number;
  readonly predicted: number;
  readonly grade: MatchGrade;
  /** How far apart the ends are, both added up. */
  readonly distance: number;
}

/**
 * Pairs true and found mentions of one text that overlap, each at most once: correct pairs first,
 * among them those with the nearest ends, so that the order in which mentions are listed changes
 * nothing and none that is right is taken by one that is not. Gives the grade of each pair.
 */
export function matchSpans(
  gold: readonly LabelledSpan[],
  predicted: readonly LabelledSpan[],
  mode: MatchingMode,
): MatchGrade[] {
  const pairs = listOverlaps(gold, predicted, judges[mode]).sort(
    (a, b) =>
      ranks[a.grade] - ranks[b.grade] ||
      a.distance - b.distance ||
      gold[a.gold].start - gold[b.gold].start ||
      predicted[a.predicted].start - predicted[b.predicted].start,
  );
  const takenGold = new Set<number>();
  const takenPredicted = new Set<number>();
  const grades: MatchGrade[] = [];
  for (const pair of pairs) {
    if (takenGold.has(pair.gold) || takenPredicted.has(pair.predicted)) continue;
    takenGold.add(pair.gold);
    takenPredicted.add(pair.predicted);
    grades.push(pair.grade);
  }
  return grades;
}

/** All pairs that share a character. Long texts hold many mentions, so only neighbours are tried. */
function listOverlaps(
  gold: readonly LabelledSpan[],
  predicted: readonly LabelledSpan[],
  judge: Judge,
): Pair[] {
  const order = predicted.map((_, index) => index);
  order.sort((a, b) => predicted[a].start - predicted[b].start);
  const longest = predicted.reduce((length, { start, end }) => Math.max(length, end - start), 0);
  const pairs: Pair[] = [];
  gold.forEach((truth, goldIndex) => {
    let place = firstFrom(order, (index) => predicted[index].start >= truth.start - longest);
    for (; place < order.length && predicted[order[place]].start <= truth.end; place++) {
      const found = predicted[order[place]];
      const sameEnds = found.start === truth.start && found.end === truth.end;
      if (!sameEnds && Math.min(found.end, truth.end) <= Math.max(found.start, truth.start))
        continue;
      pairs.push({
        gold: goldIndex,
        predicted: order[place],
        grade: judge(sameEnds, found.type === truth.type),
        distance: Math.abs(found.start - truth.start) + Math.abs(found.end - truth.end),
      });
    }
  });
  return pairs;
}

/** The first place from which on the condition holds, found by halving. */
function firstFrom(order: readonly number[], holds: (index: number) => boolean): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(order[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}
