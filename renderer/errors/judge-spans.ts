/** An entity in a text; UTF-16 units, `end` exclusive. */
export interface FoundSpan {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  /** How sure the model was; none of a true entity. */
  readonly score?: number;
}

/** What became of an entity, true or found. The list is closed. */
export type SpanVerdict = 'right' | 'wrong-boundary' | 'wrong-type' | 'missed' | 'spurious';

export interface JudgedSpan extends FoundSpan {
  readonly verdict: SpanVerdict;
  /** The true entity in whose place it was found; of a missed one itself. */
  readonly truth: FoundSpan | null;
}

/**
 * The entities that a model found beside the true ones, and the true ones that it missed, in the order of
 * the text. They are paired as the figures count them (`evaluation/entities/match-spans.ts`, strict):
 * right ones first, then those that overlap, the nearest ends first, each at most once.
 */
export function judgeSpans(
  truths: readonly FoundSpan[],
  found: readonly FoundSpan[],
): JudgedSpan[] {
  const pairs = truths
    .flatMap((truth) =>
      found.filter((each) => doOverlap(truth, each)).map((each) => ({ truth, each })),
    )
    .sort(
      (a, b) =>
        Number(isRight(b.truth, b.each)) - Number(isRight(a.truth, a.each)) ||
        distance(a.truth, a.each) - distance(b.truth, b.each) ||
        a.truth.start - b.truth.start ||
        a.each.start - b.each.start,
    );
  const truthOf = new Map<FoundSpan, FoundSpan>();
  const met = new Set<FoundSpan>();
  for (const { truth, each } of pairs) {
    if (met.has(truth) || truthOf.has(each)) continue;
    met.add(truth);
    truthOf.set(each, truth);
  }
  const judged = found.map((each): JudgedSpan => {
    const truth = truthOf.get(each) ?? null;
    return { ...each, truth, verdict: judge(truth, each) };
  });
  const missed = truths
    .filter((truth) => !met.has(truth))
    .map((truth): JudgedSpan => ({ ...truth, truth, verdict: 'missed' }));
  return [...judged, ...missed].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** An entity of the other type is a matter of type, wherever it ends. */
function judge(truth: FoundSpan | null, found: FoundSpan): SpanVerdict {
  if (truth === null) return 'spurious';
  if (truth.type !== found.type) return 'wrong-type';
  return haveSameEnds(truth, found) ? 'right' : 'wrong-boundary';
}

function doOverlap(a: FoundSpan, b: FoundSpan): boolean {
  return Math.min(a.end, b.end) > Math.max(a.start, b.start);
}

function haveSameEnds(a: FoundSpan, b: FoundSpan): boolean {
  return a.start === b.start && a.end === b.end;
}

function isRight(a: FoundSpan, b: FoundSpan): boolean {
  return a.type === b.type && haveSameEnds(a, b);
}

function distance(a: FoundSpan, b: FoundSpan): number {
  return Math.abs(a.start - b.start) + Math.abs(a.end - b.end);
}
