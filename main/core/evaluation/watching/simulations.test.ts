import { describe, expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import { compareShares } from './compare-shares.ts';
import { countBounds, type ReadStratum } from './count-bounds.ts';
import { comparePrevalence } from './estimate-prevalence.ts';
import { judgeTests } from './judge-tests.ts';
import { kolmogorovSmirnov } from './kolmogorov-smirnov.ts';
import { meanDiscrepancy } from './mean-discrepancy.ts';
import { pOfClaim, sensitivityOfSample, type ReadSample } from './sensitivity-of-sample.ts';

const trials = Number(process.env.ANAMNESIS_TRIALS ?? 1);
/** Of a share that was observed so often: three standard errors. */
const error = (share: number, times: number) => 3 * Math.sqrt((share * (1 - share)) / times);

/** A month of patients: what is measured of each hangs together, as it does in one release. */
function drawMonth(random: RandomStream, { patients = 80, prevalence = 0.1, shift = 0 } = {}) {
  return Array.from({ length: patients }, () => {
    const isPositive = random.uniform() < prevalence;
    const odds = random.normal() * 1.5 + (isPositive ? 2 : -2) + shift;
    const probability = 1 / (1 + Math.exp(-odds));
    const words = Math.floor(40 + 60 * random.uniform());
    let unknown = 0;
    for (let word = 0; word < words; word++) if (random.uniform() < 0.03) unknown++;
    return {
      probability,
      isAlert: probability > 0.3,
      isAgreed: isPositive,
      unknown: unknown / words,
      vector: [odds / 3 + random.normal(), random.normal(), random.normal()],
    };
  });
}

type Month = ReturnType<typeof drawMonth>;

function testMonth(before: Month, month: Month, random: RandomStream) {
  const options = { random, permutations: 199 };
  const of = <Value>(get: (patient: Month[number]) => Value): [Value[], Value[]] => [
    before.map(get),
    month.map(get),
  ];
  const alerts = (patients: Month) => patients.filter(({ isAlert }) => isAlert);
  const agreed = (patients: Month) => {
    return {
      count: alerts(patients).filter(({ isAgreed }) => isAgreed).length,
      total: alerts(patients).length,
    };
  };
  const share = (patients: Month) => ({ count: alerts(patients).length, total: patients.length });
  return [
    { name: 'scores', p: kolmogorovSmirnov(...of(({ probability }) => probability)).p },
    { name: 'text', p: meanDiscrepancy(...of(({ vector }) => vector), options).p },
    { name: 'words', p: kolmogorovSmirnov(...of(({ unknown }) => unknown)).p },
    {
      name: 'prevalence',
      p: comparePrevalence(...of(({ probability }) => probability), { ...options, prior: 0.5 }),
    },
    { name: 'alerts', p: compareShares(share(before), share(month)) },
    { name: 'agreement', p: compareShares(agreed(before), agreed(month)) },
  ];
}

describe('An alarm', () => {
  const rate = 0.05;

  it('comes in no more months than is stated, where nothing changed', () => {
    const months = 400 * trials;
    let [alarms, unadjusted] = [0, 0];
    for (let month = 0; month < months; month++) {
      const random = new RandomStream(month, 'months without a change');
      const tests = testMonth(drawMonth(random), drawMonth(random), random);
      if (judgeTests(tests, rate).some(({ isAlarm }) => isAlarm)) alarms++;
      if (tests.some(({ p }) => p <= rate)) unadjusted++;
    }
    expect(alarms / months).toBeLessThanOrEqual(rate + error(rate, months));
    // Not by never coming; and six tests each at the rate alone would not keep it.
    expect(alarms / months).toBeGreaterThan(0.005);
    expect(unadjusted / months).toBeGreaterThan(rate + error(rate, months));
  });

  it.each([
    ['more positives', { prevalence: 0.6 }, ['prevalence', 'alerts']],
    ['scores that lie higher', { shift: 1 }, ['scores']],
  ])('comes with %s', (_, change, names) => {
    const random = new RandomStream(3, 'months with a change');
    const tests = testMonth(drawMonth(random), drawMonth(random, change), random);
    const alarms = judgeTests(tests, rate).filter(({ isAlarm }) => isAlarm);
    expect(alarms.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
  });
});

/** Reads so many of a stratum, without replacement. */
function read(random: RandomStream, total: number, positives: number, count: number): ReadStratum {
  let [left, found] = [positives, 0];
  for (let drawn = 0; drawn < count; drawn++) {
    if (random.uniform() >= left / (total - drawn)) continue;
    left--;
    found++;
  }
  return { total, read: count, positives: found };
}

describe('Bounds of what a sample was read of', () => {
  it.each([
    [400, 8, 60],
    [2_000, 20, 150],
    [100, 60, 20],
  ])('hold in 95 % of draws: %i items, %i positives, %i read', (total, positives, count) => {
    const random = new RandomStream(11, 'bounds');
    const draws = 600 * trials;
    let held = 0;
    for (let draw = 0; draw < draws; draw++) {
      const { lower, upper } = countBounds(read(random, total, positives, count));
      if (lower <= positives && positives <= upper) held++;
    }
    expect(held / draws).toBeGreaterThanOrEqual(0.95 - error(0.95, draws));
  });
});

describe('A sensitivity that was estimated from a sample', () => {
  /** Alerts read as a whole or in part, and two strata of others: those near the threshold, and the rest. */
  type Stratum = readonly [total: number, positives: number, read: number];
  const hospitals: [string, Stratum, Stratum, Stratum][] = [
    ['nearly all found', [60, 40, 60], [200, 2, 60], [1_800, 1, 60]],
    ['many missed', [80, 30, 80], [300, 12, 80], [1_500, 6, 80]],
    ['alerts looked at in part', [200, 60, 90], [400, 10, 100], [2_000, 4, 100]],
  ];

  it.each(hospitals)('lies within its interval: %s', (_, alerts, near, far) => {
    const random = new RandomStream(5, 'sensitivity');
    const draws = 400 * trials;
    const truth = alerts[1] / (alerts[1] + near[1] + far[1]);
    let [held, refuted, sum] = [0, 0, 0];
    for (let draw = 0; draw < draws; draw++) {
      const sample: ReadSample = {
        alerts: read(random, ...alerts),
        others: [read(random, ...near), read(random, ...far)],
      };
      const { lower, upper, missed } = sensitivityOfSample(sample);
      sum += missed.value;
      if (lower <= truth && truth <= upper) held++;
      if (pOfClaim(sample, truth) <= 0.05) refuted++;
    }
    expect(held / draws).toBeGreaterThanOrEqual(0.95 - error(0.95, draws));
    expect(refuted / draws).toBeLessThanOrEqual(0.05 + error(0.05, draws));
    // Unbiased: half of what is missed is far more than the error of the mean.
    expect(Math.abs(sum / draws / (near[1] + far[1]) - 1)).toBeLessThan(0.5);
  });

  it('is exact where all was read, and known by bounds alone where nothing was', () => {
    const whole = (total: number, positives: number) => ({ total, read: total, positives });
    expect(sensitivityOfSample({ alerts: whole(10, 6), others: [whole(90, 2)] })).toMatchObject({
      ...{ value: 0.75, lower: 0.75, upper: 0.75 },
    });
    const unread = { total: 90, read: 0, positives: 0 };
    const unknown = sensitivityOfSample({ alerts: whole(10, 6), others: [unread] });
    expect([unknown.lower, unknown.upper]).toEqual([6 / 96, 1]);
  });

  it('refutes a claim that it lies far below, and no other', () => {
    const alerts = { total: 60, read: 60, positives: 20 };
    const missing = { alerts, others: [{ total: 500, read: 200, positives: 15 }] };
    expect(pOfClaim(missing, 0.95)).toBeLessThan(0.001);
    const none = { alerts, others: [{ total: 500, read: 200, positives: 0 }] };
    expect(pOfClaim(none, 0.95)).toBe(1);
  });
});
