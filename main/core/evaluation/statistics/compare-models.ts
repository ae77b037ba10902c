import { AnamnesisError } from '#core/base/error.ts';
import { correctedResampledTTest } from './corrected-resampled-t-test.ts';
import { describeSample } from './describe-sample.ts';
import { judgeComparison, type Verdict } from './judge-comparison.ts';
import { rankBiserialCorrelation } from './rank-biserial-correlation.ts';
import { smallestPossibleP } from './smallest-possible-p.ts';
import { wilcoxonSignedRank } from './wilcoxon-signed-rank.ts';

/** Two models on the same folds; differences are a − b, so that a positive one favours a. */
export interface ModelComparison {
  readonly foldCount: number;
  /** The test whose p is adjusted and judged: the corrected one where the data was divided repeatedly. */
  readonly decidedBy: 'wilcoxon' | 'corrected-t';
  readonly meanA: number;
  readonly meanB: number;
  readonly meanDifference: number;
  /** Of the mean difference; corrected as `correctedT` is. Null with a single fold. */
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  readonly confidence: number;
  readonly wilcoxon: {
    /** The smaller rank sum. */
    readonly statistic: number;
    /** Folds in which the models differ. */
    readonly pairCount: number;
    readonly p: number;
    readonly method: 'exact' | 'approximate';
  };
  /** Holm's, of the test that decides, over all comparisons made together; null until `adjustComparisons` has filled it in. */
  readonly pHolm: number | null;
  /** How many comparisons were planned together: those over which `pHolm` was adjusted. */
  readonly familySize: number;
  /** The smallest two-sided p that Wilcoxon's test can give with so many folds. */
  readonly smallestPossibleP: number;
  /** Matched-pairs rank-biserial correlation. */
  readonly effectSize: number;
  /** Nadeau and Bengio's test; null where the differences have no spread. */
  readonly correctedT: {
    readonly t: number | null;
    readonly p: number | null;
    readonly degreesOfFreedom: number;
  };
  readonly verdict: Verdict;
}

export interface ComparisonInput {
  /** One value per fold. */
  readonly a: readonly number[];
  /** The other model's values on the same folds in the same order. */
  readonly b: readonly number[];
  /** Share of all data in a test fold, 1/k for k folds. */
  readonly testFraction: number;
  readonly confidence?: number;
  /** Of how many values, the first, the folds are of one division; all unless it was made repeatedly. */
  readonly ofFirstDivision?: number;
}

/**
 * Everything a table says of two models on the same folds, of a metric where higher is better.
 * Folds of several divisions of the same data are no independent pairs: of them the corrected t-test
 * decides, with the variance of Nadeau and Bengio over all folds (Bouckaert and Frank, "Evaluating the
 * replicability of significance tests for comparing learning algorithms", PAKDD 2004), and
 * Wilcoxon's test tells of the first division alone.
 * Throws `evaluation.empty`, `evaluation.length-mismatch` or `evaluation.not-a-number`.
 */
export function compareModels(input: ComparisonInput): ModelComparison {
  requireComparable(input);
  const { a, b, testFraction, confidence = 0.95, ofFirstDivision = a.length } = input;
  const differences = a.map((value, fold) => differenceOf(value, b[fold]));
  const wilcoxon = wilcoxonSignedRank(differences.slice(0, ofFirstDivision));
  const corrected = correctedResampledTTest(differences, { testFraction, confidence });
  const comparison = {
    foldCount: a.length,
    decidedBy: ofFirstDivision < a.length ? ('corrected-t' as const) : ('wilcoxon' as const),
    meanA: describeSample(a).mean,
    meanB: describeSample(b).mean,
    meanDifference: corrected.meanDifference,
    interval:
      corrected.lower === null || corrected.upper === null
        ? null
        : { lower: corrected.lower, upper: corrected.upper },
    confidence,
    wilcoxon: {
      statistic: wilcoxon.statistic,
      pairCount: wilcoxon.pairCount,
      p: wilcoxon.p,
      method: wilcoxon.method,
    },
    pHolm: null,
    familySize: 1,
    smallestPossibleP: smallestPossibleP(ofFirstDivision),
    effectSize: rankBiserialCorrelation(wilcoxon),
    correctedT: {
      t: corrected.t,
      p: corrected.p,
      degreesOfFreedom: corrected.degreesOfFreedom,
    },
  };
  return { ...comparison, verdict: judgeComparison(comparison) };
}

/**
 * Scores are ratios of counts, so equal differences are common, and their last bits are rounding
 * noise: unrounded, it would break ties, make a difference of none, and move p.
 */
function differenceOf(a: number, b: number): number {
  return Number((a - b).toFixed(12));
}

function requireComparable({ a, b }: ComparisonInput): void {
  const remedy = 'Compare models that have finished the same folds of the task.';
  if (a.length !== b.length) {
    throw new AnamnesisError('evaluation.length-mismatch', {
      expected: `as many folds for both models, ${a.length}`,
      found: `${b.length}`,
      remedy,
    });
  }
  if (a.length === 0) {
    throw new AnamnesisError('evaluation.empty', {
      expected: 'at least one fold that both models have finished',
      found: 'none',
      remedy,
    });
  }
  const fold = a.findIndex((value, index) => !Number.isFinite(value) || !Number.isFinite(b[index]));
  if (fold >= 0) {
    throw new AnamnesisError('evaluation.not-a-number', {
      expected: 'a finite number for both models',
      found: 'something else',
      remedy: 'Look at the run of this fold: its training has probably diverged.',
      place: `fold ${fold + 1}`,
    });
  }
}
