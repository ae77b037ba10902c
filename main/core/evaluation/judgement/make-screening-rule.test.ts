import { expect, it } from 'vitest';
import { makeScreeningRule } from './make-screening-rule.ts';

/** Notes that stand alone, the positives with high scores. */
function scoresOf(positives: number, negatives: number) {
  const notes = Array.from({ length: positives + negatives }, (_, item) => {
    const isPositive = item < positives;
    const score = isPositive ? 0.6 + (0.3 * item) / positives : 0.2;
    return {
      id: `n${item}`,
      fold: item % 2,
      groupId: null,
      label: isPositive ? 'yes' : 'no',
      scores: [1 - score, score],
    };
  });
  return { labels: ['no', 'yes'], notes };
}

const wanted = { label: 'yes', sensitivity: 0.9, prevalence: 0.1 };

it('says nothing of what no note could show', () => {
  const { threshold } = makeScreeningRule(scoresOf(60, 0), wanted);
  expect(threshold?.sensitivity?.value).toBeGreaterThan(0.9);
  expect(threshold).toMatchObject({ specificity: null, ppv: null, alertsPerThousand: null });
  const both = makeScreeningRule(scoresOf(60, 60), wanted).threshold;
  expect(both?.specificity?.value).toBe(1);
  expect(both?.ppv).not.toBeNull();
});
