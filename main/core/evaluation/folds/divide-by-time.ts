import { AnamnesisError } from '#core/base/error.ts';
import type { TaskKind } from '#core/evaluation/metrics/metric-names.ts';
import { say } from '#core/wording/say.ts';
import { dayOf, DayTally } from './day-tally.ts';
import { listLabels, type FoldAssignment, type FoldItem, type FoldSides } from './fold-item.ts';
import { planPeriods, type Period } from './plan-periods.ts';

/** Folds of which each learns from what is earlier than all that it tests. */
export interface TimeFolds extends FoldAssignment {
  /** [folds] */
  readonly sides: readonly FoldSides[];
  /** Those that are tested: the first fold tests the second period. */
  readonly periods: readonly Period[];
  /** Items without a date, which are neither learned from nor tested. */
  readonly undatedCount: number;
  /** Labels that some fold tests before any example of them was learned from. */
  readonly unlearnedLabels: readonly string[];
}

/**
 * Folds by time, as a model that is put to work meets what comes: the dates are divided into one
 * period more than folds (`planPeriods`); each fold tests a period and learns from all that is
 * earlier, but for what is of a group (a patient) that it tests. Nothing is drawn by lot.
 * @throws folds.no-dates, folds.too-few-dates, folds.nothing-earlier
 */
export function divideByTime(
  items: readonly FoldItem[],
  { kind, foldCount }: { readonly kind: TaskKind; readonly foldCount: number },
): TimeFolds {
  const days = items.map(({ date }) => (typeof date === 'string' ? dayOf(date) : null));
  const tally = new DayTally();
  for (const day of days) tally.add(day);
  if (tally.undatedCount === items.length) {
    throw new AnamnesisError('folds.no-dates', {
      expected: say('plan', 'datedExamples'),
      found: say('plan', 'noneDated', items.length),
      remedy: say('plan', 'giveDates'),
    });
  }
  const [, ...periods] = planPeriods(tally.list(), foldCount);
  const foldOf = Int32Array.from(days, (day) =>
    day === null ? -1 : periods.findLastIndex(({ from }) => from <= day),
  );
  const sides = periods.map(({ from }, fold) => divide(items, { days, foldOf }, { from, fold }));
  const unlearned = new Set<string>();
  for (const [fold, { train, test }] of sides.entries()) {
    requireLearnable(kind, items, { train, fold, from: periods[fold].from });
    const learned = new Set(listLabels(Array.from(train, (index) => items[index])));
    for (const index of test) {
      for (const label of items[index].labels) if (!learned.has(label)) unlearned.add(label);
    }
  }
  return {
    foldCount,
    foldOf,
    sides,
    periods,
    undatedCount: tally.undatedCount,
    unlearnedLabels: [...unlearned].sort(),
  };
}

function divide(
  items: readonly FoldItem[],
  { days, foldOf }: { readonly days: readonly (string | null)[]; readonly foldOf: Int32Array },
  { from, fold }: { readonly from: string; readonly fold: number },
): FoldSides {
  const indices = Int32Array.from(items.keys());
  const test = indices.filter((index) => foldOf[index] === fold);
  const tested = new Set(Array.from(test, (index) => items[index].groupId));
  const isEarlier = (day: string | null) => day !== null && day < from;
  const isTested = ({ groupId }: FoldItem) => groupId !== null && tested.has(groupId);
  return {
    test,
    train: indices.filter((index) => isEarlier(days[index]) && !isTested(items[index])),
  };
}

/** A classifier needs two classes, a finder of entities one type. */
function requireLearnable(
  kind: TaskKind,
  items: readonly FoldItem[],
  {
    train,
    fold,
    from,
  }: { readonly train: Int32Array; readonly fold: number; readonly from: string },
): void {
  const labels = listLabels(Array.from(train, (index) => items[index]));
  const needed = kind === 'entities' ? 1 : 2;
  if (labels.length >= needed) return;
  throw new AnamnesisError('folds.nothing-earlier', {
    expected: say('plan', 'labelsEarlier', kind),
    found: say('plan', 'foundEarlier', fold + 1, from, train.length, labels),
    remedy: say('plan', 'fewerPeriods'),
  });
}
