import { describe, expect, it } from 'vitest';
import type { ScreeningRule } from '#core/domain/screening-rule.ts';
import { confirmRule } from './confirm-rule.ts';

const ruleOf = (sensitivity: number, changes: Partial<ScreeningRule> = {}): ScreeningRule => ({
  ...{ label: 'yes', notes: 100, positives: 50, groups: 100, folds: 10, calibrator: null },
  ...{ wanted: { sensitivity, confidence: 0.95 }, neededPositives: 59 },
  ...{ prevalence: 0.02, isPrevalenceStated: true },
  threshold: {
    ...{ probability: 0.5, sensitivityBound: sensitivity, sensitivity: null, specificity: null },
    ...{ ppv: null, npv: null, alertsPerThousand: null },
  },
  ...changes,
});

/** So many positives above the threshold and below it, and ten negatives of which one alerts. */
const scoresOf = (
  found: number,
  missed: number,
  groupOf = (at: number): string | null => `p${at}`,
) => ({
  labels: ['no', 'yes'],
  notes: [
    ...Array.from({ length: found }, () => ['yes', 0.9] as const),
    ...Array.from({ length: missed }, () => ['yes', 0.1] as const),
    ['no', 0.6] as const,
    ...Array.from({ length: 9 }, () => ['no', 0.2] as const),
  ].map(([label, score], at) => ({
    ...{ id: `n${at}`, fold: 0, groupId: groupOf(at), label },
    scores: [1 - score, score],
  })),
});

describe('A threshold on notes that it was not learned from', () => {
  it('has the one-sided bounds of Clopper and Pearson', () => {
    // Where the sum of the binomial of 40 from 38, or up to 38, is 0.05: found by bisection of its exact terms.
    const confirmed = confirmRule(ruleOf(0.8), scoresOf(38, 2));
    expect(confirmed?.bounds.lower).toBeCloseTo(0.8508480387, 9);
    expect(confirmed?.bounds.upper).toBeCloseTo(0.9910430544, 9);
    expect(confirmed?.row).toMatchObject({
      ...{ truePositives: 38, falseNegatives: 2, falsePositives: 1, trueNegatives: 9 },
    });
  });

  it('is confirmed below the lower bound, contradicted above the upper one, else open', () => {
    const verdictOf = (wanted: number) => confirmRule(ruleOf(wanted), scoresOf(38, 2))?.verdict;
    expect([0.85, 0.852, 0.991, 0.992].map(verdictOf)).toEqual([
      ...['confirmed', 'open', 'open', 'contradicted'],
    ]);
  });

  it('counts notes of a patient for less', () => {
    const ofFour = confirmRule(
      ruleOf(0.8),
      scoresOf(38, 2, (at) => `p${Math.floor(at / 4)}`),
    );
    const alone = confirmRule(ruleOf(0.8), scoresOf(38, 2));
    expect(ofFour?.bounds.lower).toBeLessThan(alone?.bounds.lower ?? 0);
    expect(ofFour?.row.sensitivity.value).toBe(alone?.row.sensitivity.value);
  });

  it('calibrates as the rule has it', () => {
    // σ(z/2) of 0.9 is 0.75, of 0.6 is 0.55.
    const calibrator = { kind: 'temperature', temperature: 2 } as const;
    const threshold = { ...ruleOf(0.8).threshold, probability: 0.7 } as ScreeningRule['threshold'];
    const confirmed = confirmRule(ruleOf(0.8, { calibrator, threshold }), scoresOf(38, 2));
    expect(confirmed?.row).toMatchObject({ truePositives: 38, falsePositives: 0 });
  });

  it('says nothing where none is claimed, or no note is of the class', () => {
    expect(confirmRule(ruleOf(0.8, { threshold: null }), scoresOf(38, 2))).toBeNull();
    expect(confirmRule(ruleOf(0.8), scoresOf(0, 0))).toBeNull();
    expect(confirmRule(ruleOf(0.8, { label: 'other' }), scoresOf(38, 2))).toBeNull();
  });
});
