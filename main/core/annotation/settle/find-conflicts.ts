import { compareText } from '#core/domain/annotation-order.ts';
import type { ClassChoice } from '#core/domain/annotation-scheme.ts';
import type { conflictKinds } from '#core/domain/annotation-conflict.ts';
import type { AnnotationWork, GivenClass, GivenSpan } from '#core/domain/annotation-work.ts';
import { overlapOf } from './overlap-of.ts';

/** What two persons disagree on, of which one thing is decided. */
export type Conflict = { readonly id: string } & (
  | {
      readonly kind: 'class';
      readonly first: readonly GivenClass[];
      readonly second: readonly GivenClass[];
    }
  | {
      /** `missing`: one of them has it and the other nothing there. */
      readonly kind: Exclude<(typeof conflictKinds)[number], 'class'>;
      readonly first: GivenSpan | null;
      readonly second: GivenSpan | null;
    }
);

export interface Differences {
  readonly agreedClasses: readonly GivenClass[];
  readonly agreedSpans: readonly GivenSpan[];
  /** Classes first, then in the order of the text. */
  readonly conflicts: readonly Conflict[];
}

/**
 * What two works of one document have in common, and one conflict for each thing that differs: marks
 * that overlap are paired, those of the same type and with the longest overlap first, so that what is
 * decided once is not asked twice. Ids are the same each time. Marks that are equal but for their ids
 * are agreed, each once.
 */
export function findConflicts(
  first: AnnotationWork,
  second: AnnotationWork,
  classChoice: ClassChoice,
): Differences {
  const { agreed, left, right } = takeEqual(first.spans, second.spans);
  const pairs = pairUp(left, right);
  const conflicts = pairs.map(([one, other]): Conflict => {
    const id = `mark/${one?.id ?? ''}/${other?.id ?? ''}`;
    return { id, kind: kindOf(one, other), first: one, second: other };
  });
  const inSecond = new Set(second.classes.map(({ label }) => label));
  return {
    agreedClasses: first.classes.filter(({ label }) => inSecond.has(label)),
    agreedSpans: agreed,
    conflicts: [
      ...classConflicts(first.classes, second.classes, classChoice),
      ...conflicts.sort((a, b) => startOf(a) - startOf(b) || compareText(a.id, b.id)),
    ],
  };
}

function classConflicts(
  first: readonly GivenClass[],
  second: readonly GivenClass[],
  classChoice: ClassChoice,
): Conflict[] {
  const onlyIn = (some: readonly GivenClass[], others: readonly GivenClass[]) =>
    some.filter(({ label }) => !others.some((other) => other.label === label));
  const [left, right] = [onlyIn(first, second), onlyIn(second, first)];
  if (left.length === 0 && right.length === 0) return [];
  if (classChoice === 'one') return [{ id: 'class/', kind: 'class', first: left, second: right }];
  return [
    ...left.map((each) => ({ each, sides: { first: [each], second: [] } })),
    ...right.map((each) => ({ each, sides: { first: [], second: [each] } })),
  ]
    .map(({ each, sides }) => ({ id: `class/${each.label}`, kind: 'class', ...sides }) as const)
    .sort((a, b) => compareText(a.id, b.id));
}

const keyOf = ({ type, fragments, attributes }: GivenSpan) =>
  JSON.stringify([type, fragments, attributes]);

function takeEqual(first: readonly GivenSpan[], second: readonly GivenSpan[]) {
  const waiting = new Map<string, GivenSpan[]>();
  for (const span of second) waiting.set(keyOf(span), [...(waiting.get(keyOf(span)) ?? []), span]);
  const agreed: GivenSpan[] = [];
  const left: GivenSpan[] = [];
  for (const span of first) {
    if (waiting.get(keyOf(span))?.shift() === undefined) left.push(span);
    else agreed.push(span);
  }
  const rest = new Set([...waiting.values()].flat());
  return { agreed, left, right: second.filter((span) => rest.has(span)) };
}

type Pair = readonly [GivenSpan | null, GivenSpan | null];

function pairUp(left: readonly GivenSpan[], right: readonly GivenSpan[]): Pair[] {
  const candidates = left
    .flatMap((one) => right.map((other) => ({ one, other, shared: overlapOf(one, other) })))
    .filter(({ shared }) => shared > 0)
    .sort(
      (a, b) =>
        Number(b.one.type === b.other.type) - Number(a.one.type === a.other.type) ||
        b.shared - a.shared ||
        compareText(`${a.one.id}/${a.other.id}`, `${b.one.id}/${b.other.id}`),
    );
  const taken = new Set<GivenSpan>();
  const pairs: Pair[] = [];
  for (const { one, other } of candidates) {
    if (taken.has(one) || taken.has(other)) continue;
    taken.add(one).add(other);
    pairs.push([one, other]);
  }
  for (const one of left) if (!taken.has(one)) pairs.push([one, null]);
  for (const other of right) if (!taken.has(other)) pairs.push([null, other]);
  return pairs;
}

function kindOf(one: GivenSpan | null, other: GivenSpan | null) {
  if (one === null || other === null) return 'missing';
  if (one.type !== other.type) return 'type';
  return JSON.stringify(one.fragments) === JSON.stringify(other.fragments)
    ? 'attributes'
    : 'boundary';
}

function startOf(conflict: Conflict): number {
  if (conflict.kind === 'class') return -1;
  const { first, second } = conflict;
  const [one, other] = [first ?? second, second ?? first];
  return Math.min(one?.fragments[0].start ?? 0, other?.fragments[0].start ?? 0);
}
