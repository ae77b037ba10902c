import { describe, expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import type { Interval } from '#core/evaluation/intervals/interval.ts';
import { shareIntervals } from '#core/evaluation/intervals/share-intervals.ts';
import { wilsonInterval } from '#core/evaluation/intervals/wilson-interval.ts';
import { selectBinary } from '#core/evaluation/predictions/one-against-rest.ts';
import { auroc } from '#core/evaluation/probabilities/auroc.ts';
import { drawDependentNotes, drawPatientSizes } from '#core/evaluation/testing/dependent-notes.ts';
import { bootstrapGroups } from './bootstrap-groups.ts';
import { comparePairedPredictions } from './compare-paired-predictions.ts';
import { friedmanTest } from './friedman.ts';
import { nemenyiCriticalDifference, nemenyiTest } from './nemenyi.ts';
import { normalUpperTail } from './normal-distribution.ts';
import { testEquivalence } from './test-equivalence.ts';

/**
 * How often tests cry wolf and intervals miss, with patients of unequal size whose notes are alike.
 * Seeded, so each rate is always the same number; bounds leave three standard errors around what is
 * claimed. ANAMNESIS_TRIALS=20 tries 20 times as many, which takes minutes, with bounds that are as
 * much narrower.
 */
const factor = Number(process.env.ANAMNESIS_TRIALS ?? 1);

/** The rate over all trials, of each thing that is looked at, with three standard errors at 5 %. */
function ratesOf<Name extends string>(
  label: string,
  trials: number,
  happens: (random: RandomStream) => Record<Name, boolean>,
): Record<Name, number> & { margin: number } {
  const random = new RandomStream(1998, label);
  const counts: Partial<Record<Name, number>> = {};
  const count = trials * factor;
  for (let trial = 0; trial < count; trial++) {
    const outcome = happens(random);
    for (const name of Object.keys(outcome) as Name[]) {
      counts[name] = (counts[name] ?? 0) + Number(outcome[name]) / count;
    }
  }
  const rates = { ...(counts as Record<Name, number>), margin: 3 * Math.sqrt(0.0475 / count) };
  if (factor > 1) process.stdout.write(`${label}: ${JSON.stringify(rates)}\n`);
  return rates;
}

const misses = (interval: Interval | null, truth: number): boolean =>
  interval === null || interval.lower > truth || interval.upper < truth;

describe('bootstrap over patients', () => {
  it('covers a share in about 93 % of samples of 60 patients, where notes alone miss a third', () => {
    const rates = ratesOf('share', 150, (random) => {
      const { groupIds, values } = drawDependentNotes(random, drawPatientSizes(random, 60), 0.5);
      const flags = values.map((value) => Number(value > 0.5));
      const shareOf = (items: Int32Array) => [
        items.reduce((sum, item) => sum + flags[item], 0) / items.length,
      ];
      const bootstrap = { groupIds, figuresOf: shareOf, random, resamples: 400 };
      const positives = flags.reduce((sum, flag) => sum + flag, 0);
      const truth = normalUpperTail(0.5);
      return {
        bca: misses(bootstrapGroups(bootstrap)[0].interval, truth),
        percentile: misses(
          bootstrapGroups({ ...bootstrap, method: 'percentile' })[0].interval,
          truth,
        ),
        wilson: misses(shareIntervals(positives, groupIds)[0], truth),
        exact: misses(shareIntervals(positives, groupIds)[1], truth),
        notes: misses(wilsonInterval(positives, flags.length), truth),
      };
    });
    expect(rates.bca).toBeLessThan(0.08 + rates.margin);
    expect(rates.percentile).toBeLessThan(0.08 + rates.margin);
    expect(rates.wilson).toBeLessThan(0.05 + rates.margin);
    expect(rates.exact).toBeLessThan(0.05 + rates.margin);
    expect(rates.notes).toBeGreaterThan(0.15);
  });

  it('covers less with few patients: more than 80 % of samples of 10', () => {
    const truth = normalUpperTail(0.5);
    const rates = ratesOf('ten patients', 200, (random) => {
      const { groupIds, values } = drawDependentNotes(random, drawPatientSizes(random, 10), 0.5);
      const shareOf = (items: Int32Array) => [
        items.reduce((sum, item) => sum + Number(values[item] > 0.5), 0) / items.length,
      ];
      const [share] = bootstrapGroups({ groupIds, figuresOf: shareOf, random, resamples: 400 });
      return { bca: misses(share.interval, truth) };
    });
    expect(rates.bca).toBeLessThan(0.15 + rates.margin);
    expect(rates.bca).toBeGreaterThan(0.05);
  });

  it('covers an AUROC, and the difference of two models on the same notes', () => {
    const truth = normalUpperTail(-1 / Math.SQRT2);
    const rates = ratesOf('auroc', 60, (random) => {
      const sizes = drawPatientSizes(random, 50);
      const { groupIds, values } = drawDependentNotes(random, sizes, 0.3);
      const truths = Uint8Array.from(values, (_, note) => (note % 3 === 0 ? 1 : 0));
      const scoresOf = () => {
        const own = drawDependentNotes(random, sizes, 0.3).values;
        return Float64Array.from(own, (value, note) => value + truths[note]);
      };
      const [a, b] = [scoresOf(), scoresOf()];
      const aurocOf = (scores: Float64Array, items: Int32Array) =>
        auroc(selectBinary({ truths, scores }, items));
      const [single, difference] = bootstrapGroups({
        groupIds,
        figuresOf: (items) => {
          const [ofA, ofB] = [aurocOf(a, items), aurocOf(b, items)];
          return [ofA, ofA === null || ofB === null ? null : ofA - ofB];
        },
        random,
        resamples: 300,
      });
      return {
        single: misses(single.interval, truth),
        difference: misses(difference.interval, 0),
      };
    });
    expect(rates.single).toBeLessThan(0.08 + rates.margin);
    expect(rates.difference).toBeLessThan(0.08 + rates.margin);
  });

  it('gives no interval of few patients, of what is mostly undefined, or without spread', () => {
    const random = new RandomStream(5, 'edges');
    const groupIds = Array.from({ length: 30 }, (_, note) => `patient ${note}`);
    const [nothing, never, still, rare] = bootstrapGroups({
      groupIds,
      figuresOf: (items) => [
        null,
        items.includes(0) && items.includes(1) ? 1 + items[0] : null,
        1,
        items.includes(0) || items.includes(1) || items.includes(2) ? items[0] : null,
      ],
      random,
      resamples: 400,
    });
    expect(nothing).toMatchObject({ interval: null, withoutInterval: 'often-undefined' });
    expect(never).toMatchObject({ interval: null, withoutInterval: 'often-undefined' });
    expect(still).toMatchObject({ estimate: 1, interval: null, withoutInterval: 'no-spread' });
    // In one resample of 20 none of three patients is drawn.
    expect(rare.undefinedResamples).toBeGreaterThan(0);
    const few = bootstrapGroups({
      groupIds: groupIds.map((_, note) => `patient ${note % 9}`),
      figuresOf: (items) => [items[0]],
      random,
    });
    expect(few[0].withoutInterval).toBe('too-few-groups');
  });
});

describe('paired predictions of two equally good models', () => {
  it('differ at 5 % in 5 % of samples by patients, in far more by notes', () => {
    const rates = ratesOf('paired', 600, (random) => {
      const sizes = drawPatientSizes(random, 40);
      const { groupIds, values } = drawDependentNotes(random, sizes, 0.5);
      // Which of the two a patient's notes suit depends on the patient.
      const others = drawDependentNotes(random, sizes, 0.5).values;
      const predictions = groupIds.map((groupId, note) => ({
        groupId,
        aIsRight: values[note] > -0.8,
        bIsRight: others[note] > -0.8,
      }));
      const grouped = comparePairedPredictions(predictions);
      const alone = comparePairedPredictions(
        predictions.map((each) => ({ ...each, groupId: null })),
      );
      return {
        exact: grouped.exactP <= 0.05,
        obuchowski: grouped.p <= 0.05,
        interval: misses(grouped.interval, 0),
        notes: alone.exactP <= 0.05,
      };
    });
    expect(rates.exact).toBeLessThan(0.05 + rates.margin);
    expect(rates.exact).toBeGreaterThan(0.05 - 0.01 - rates.margin);
    expect(rates.obuchowski).toBeLessThan(0.06 + rates.margin);
    expect(rates.interval).toBeLessThan(0.07 + rates.margin);
    expect(rates.notes).toBeGreaterThan(0.12);
  });

  it('are told apart where one is better', () => {
    const rates = ratesOf('power', 150, (random) => {
      const sizes = drawPatientSizes(random, 80);
      const { groupIds, values } = drawDependentNotes(random, sizes, 0.3);
      const others = drawDependentNotes(random, sizes, 0.3).values;
      const { exactP, difference } = comparePairedPredictions(
        groupIds.map((groupId, note) => ({
          groupId,
          aIsRight: values[note] > -1.5,
          bIsRight: others[note] > -0.5,
        })),
      );
      return { found: exactP <= 0.05 && difference > 0 };
    });
    expect(rates.found).toBeGreaterThan(0.9);
  });
});

describe('several equally good models', () => {
  const draw = (random: RandomStream, blocks: number) =>
    Array.from({ length: blocks }, () => Array.from({ length: 4 }, () => random.normal()));

  for (const blocks of [5, 12]) {
    it(`differ at 5 % in about 5 % of samples of ${blocks} tasks`, () => {
      const reach = nemenyiCriticalDifference({ meanRanks: [], blockCount: blocks, modelCount: 4 });
      const rates = ratesOf(`friedman ${blocks}`, 1000, (random) => {
        const { p, chiSquareP, meanRanks } = friedmanTest(draw(random, blocks));
        const widest = Math.max(...meanRanks) - Math.min(...meanRanks);
        return { f: p <= 0.05, chiSquare: chiSquareP <= 0.05, anyPair: widest >= reach };
      });
      expect(rates.f).toBeLessThan(0.06 + rates.margin);
      expect(rates.chiSquare).toBeLessThan(0.05 + rates.margin);
      expect(rates.anyPair).toBeLessThan(0.05 + rates.margin);
    });
  }

  it('have a p in Nemenyi’s test that is 5 % where the critical difference is', () => {
    const random = new RandomStream(12, 'nemenyi');
    for (let trial = 0; trial < 20; trial++) {
      const friedman = friedmanTest(draw(random, 6));
      const reach = nemenyiCriticalDifference(friedman);
      for (const { p, rankDifference } of nemenyiTest(friedman)) {
        expect(p <= 0.05).toBe(Math.abs(rankDifference) >= reach);
      }
    }
  });
});

describe('equivalence', () => {
  it('is claimed in at most 5 % of samples where the difference is the margin, folds alike', () => {
    const rates = ratesOf('equivalence', 3000, (random) => {
      // Nadeau and Bengio's model: differences of all folds correlate by the test fraction.
      const shared = random.normal() * Math.sqrt(0.1);
      const differences = Array.from(
        { length: 10 },
        () => 0.02 + 0.01 * (shared + random.normal() * Math.sqrt(0.9)),
      );
      const test = (testFraction: number) =>
        testEquivalence(differences, { margin: 0.02, testFraction });
      const corrected = test(0.1);
      const { lower, upper } = corrected.interval!;
      expect(corrected.areEquivalent).toBe(lower >= -0.02 && upper <= 0.02);
      return { corrected: corrected.areEquivalent, plain: test(0).areEquivalent };
    });
    expect(rates.corrected).toBeLessThan(0.05 + rates.margin);
    expect(rates.plain).toBeGreaterThan(0.08);
  });
});
