import { describe, expect, it } from 'vitest';
import type { ScreeningRule } from '#core/domain/screening-rule.ts';
import { applyScreeningRule } from './apply-screening-rule.ts';

const share = { value: 0.9, lower: 0.8, upper: 1 };
const rule: ScreeningRule = {
  ...{ label: 'yes', notes: 200, positives: 70, groups: 90, folds: 5 },
  calibrator: { kind: 'platt', slope: 0.5, intercept: 0 },
  wanted: { sensitivity: 0.95, confidence: 0.95 },
  threshold: {
    ...{ probability: 0.6, sensitivityBound: 0.95, sensitivity: share, specificity: share },
    ...{ ppv: null, npv: null, alertsPerThousand: null },
  },
  ...{ neededPositives: 59, prevalence: 0.35, isPrevalenceStated: false },
};
const said = (probability: number) => [
  { name: 'no', probability: 1 - probability },
  { name: 'yes', probability },
];

describe('applyScreeningRule', () => {
  it('calibrates the class that is looked for and says on which side of the threshold it is', () => {
    // Log odds of 0.8 are 1.386; half of them is a probability of 2/3.
    expect(applyScreeningRule(rule, said(0.8))).toEqual({
      label: 'yes',
      probability: expect.closeTo(2 / 3, 12) as number,
      isCalibrated: true,
      threshold: 0.6,
      isAlert: true,
    });
    expect(applyScreeningRule(rule, said(0.5))?.isAlert).toBe(false);
    const atThreshold = { ...rule, calibrator: null };
    expect(applyScreeningRule(atThreshold, said(0.6))).toMatchObject({ isAlert: true });
  });

  it('says of no side where no threshold can be claimed, and nothing of an unknown class', () => {
    const without = { ...rule, calibrator: null, threshold: null };
    expect(applyScreeningRule(without, said(0.8))).toEqual({
      ...{ label: 'yes', probability: 0.8, isCalibrated: false, threshold: null, isAlert: null },
    });
    expect(applyScreeningRule(rule, [{ name: 'other', probability: 1 }])).toBeNull();
  });
});
