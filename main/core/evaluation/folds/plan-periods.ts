import { AnamnesisError } from '#core/base/error.ts';
import { say } from '#core/wording/say.ts';
import type { DayCount } from './day-tally.ts';

/** A stretch of days, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
  /** Examples that were written in it. */
  readonly count: number;
}

/**
 * Divides days into one period that is only learned from and `foldCount` that are tested, one after
 * the other, with as many examples each as whole days allow; the first has what cannot be divided,
 * as in scikit-learn's TimeSeriesSplit. `days` are sorted.
 * @throws folds.too-few-dates
 */
export function planPeriods(days: readonly DayCount[], foldCount: number): Period[] {
  const total = days.reduce((sum, { count }) => sum + count, 0);
  const wanted = Math.floor(total / (foldCount + 1));
  const first = total - foldCount * wanted;
  const periods = new Map<number, Period>();
  let seen = 0;
  for (const { day, count } of days) {
    // That of the first example of the day: a day is never divided.
    const place = seen < first ? 0 : 1 + Math.floor((seen - first) / Math.max(1, wanted));
    const begun = periods.get(place) ?? { from: day, count: 0 };
    periods.set(place, { from: begun.from, to: day, count: begun.count + count });
    seen += count;
  }
  // Where one day fills a period or more, the next is missing.
  if (wanted > 0 && periods.size === foldCount + 1) return [...periods.values()];
  throw new AnamnesisError('folds.too-few-dates', {
    expected: say('plan', 'periodsForFolds', foldCount),
    found: say('plan', 'periodsFound', total, days.length),
    remedy: say('plan', 'fewerPeriods'),
  });
}
