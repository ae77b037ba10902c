import type { RandomStream } from '#core/base/random-stream.ts';
import type { SampleEstimate, WatchFinding, WatchName } from '#core/domain/screening-watch.ts';
import { watchNames } from '#core/domain/screening-watch.ts';
import { quantile } from '#core/evaluation/statistics/quantile.ts';
import { compareShares, type Share } from '#core/evaluation/watching/compare-shares.ts';
import {
  comparePrevalence,
  estimatePrevalence,
} from '#core/evaluation/watching/estimate-prevalence.ts';
import { judgeTests } from '#core/evaluation/watching/judge-tests.ts';
import { kolmogorovSmirnov } from '#core/evaluation/watching/kolmogorov-smirnov.ts';
import { meanDiscrepancy } from '#core/evaluation/watching/mean-discrepancy.ts';
import { usualPermutations } from '#core/evaluation/watching/permutations.ts';
import type { MonthMeasures } from './measure-month.ts';

/** Of fewer nothing is compared: what they would have to differ by is more than anybody could miss. */
const leastPatients = 50;

export interface Comparison {
  /** Null for a month that later ones are compared with. */
  readonly before: MonthMeasures | null;
  readonly now: MonthMeasures;
  /** The share of positives where the probabilities were calibrated; null where none were. */
  readonly prior: number | null;
  readonly sensitivity: SampleEstimate | null;
  readonly falseAlarmRate: number;
  readonly random: RandomStream;
}

/** What was measured of one thing, before it is judged with the others. */
type Measured = Omit<WatchFinding, 'name' | 'adjustedP' | 'isAlarm'>;

const unknown: Measured = { before: null, now: null, distance: null, p: null };

/** All that was looked at, in the order of `watchNames`, judged together. */
export function compareMonths(comparison: Comparison): WatchFinding[] {
  const { sensitivity, falseAlarmRate } = comparison;
  const measured: Readonly<Record<WatchName, Measured>> = {
    scores: compareScores(comparison),
    text: compareTexts(comparison),
    'unknown-words': compareNewWords(comparison),
    prevalence: comparePrevalences(comparison),
    alerts: compareCounts(comparison, ({ alerts, scored }) => ({ count: alerts, total: scored })),
    'not-judged': compareCounts(comparison, ({ notJudged, patients }) => {
      return { count: notJudged, total: patients };
    }),
    agreement: compareCounts(comparison, ({ agreed, decided }) => {
      return { count: agreed, total: decided };
    }),
    sensitivity: {
      ...{ before: sensitivity?.claimed ?? null, now: sensitivity?.sensitivity?.value ?? null },
      ...{ distance: null, p: sensitivity?.p ?? null },
    },
  };
  const tests = watchNames.map((name) => ({ name, p: measured[name].p }));
  return judgeTests(tests, falseAlarmRate).map((judged) => {
    return { ...measured[judged.name], ...judged };
  });
}

/** As many divisions as it takes that the smallest p is well below what Holm asks of it. */
function permutationsFor(falseAlarmRate: number): number {
  return Math.max(usualPermutations, Math.ceil((4 * watchNames.length) / falseAlarmRate));
}

function areEnough(...samples: readonly (readonly unknown[])[]): boolean {
  return samples.every(({ length }) => length >= leastPatients);
}

function compareScores({ before, now }: Comparison): Measured {
  const scores = before?.scores ?? [];
  return {
    before: middleOf(scores),
    now: middleOf(now.scores),
    ...(areEnough(scores, now.scores)
      ? kolmogorovSmirnov(scores, now.scores)
      : { distance: null, p: null }),
  };
}

function compareTexts({ before, now, random, falseAlarmRate }: Comparison): Measured {
  const vectors = before?.vectors ?? [];
  if (!areEnough(vectors, now.vectors)) return unknown;
  const { discrepancy, p } = meanDiscrepancy(vectors, now.vectors, {
    ...{ random, permutations: permutationsFor(falseAlarmRate) },
  });
  return { ...unknown, distance: discrepancy, p };
}

function compareNewWords({ before, now }: Comparison): Measured {
  const shares = before?.newWords ?? [];
  return {
    before: meanOf(shares),
    now: meanOf(now.newWords),
    ...(areEnough(shares, now.newWords)
      ? kolmogorovSmirnov(shares, now.newWords)
      : { distance: null, p: null }),
  };
}

function comparePrevalences(comparison: Comparison): Measured {
  const { before, now, prior, random, falseAlarmRate } = comparison;
  if (prior === null) return unknown;
  const probabilities = before?.probabilities ?? [];
  const estimate = (of: readonly number[]) =>
    of.length === 0 ? null : estimatePrevalence(of, prior).value;
  return {
    ...{ before: estimate(probabilities), now: estimate(now.probabilities), distance: null },
    p: areEnough(probabilities, now.probabilities)
      ? comparePrevalence(probabilities, now.probabilities, {
          ...{ prior, random, permutations: permutationsFor(falseAlarmRate) },
        })
      : null,
  };
}

/** Exact whatever the numbers: few do no harm, they show nothing. */
function compareCounts(
  { before, now }: Comparison,
  shareOf: (counts: MonthMeasures['counts']) => Share,
): Measured {
  const then = before === null ? { count: 0, total: 0 } : shareOf(before.counts);
  const since = shareOf(now.counts);
  const told = ({ count, total }: Share) => (total === 0 ? null : count / total);
  return {
    ...{ before: told(then), now: told(since), distance: null },
    p: then.total === 0 || since.total === 0 ? null : compareShares(then, since),
  };
}

function middleOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : quantile(Float64Array.from(values).sort(), 0.5);
}

function meanOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
