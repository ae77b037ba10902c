import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sigmoidOf } from '#core/domain/class-probabilities.ts';
import { judgeLabelSetBaseline } from './judge-label-set-baseline.ts';
import type { MultiLabelPlan } from '../plan/plan-schema.ts';

const { baseline } = JSON.parse(
  readFileSync('test/fixtures/evaluation/label-sets.json', 'utf8'),
) as {
  baseline: { texts: string[]; truth: number[][]; learned: number; probabilities: number[][] };
};
const classes = ['cough', 'fever', 'pain'];
const notes = baseline.texts.map((text, index) => ({
  ...{ id: String(index), text, groupId: null },
  labels: classes.filter((_, label) => baseline.truth[index][label] === 1),
}));
const sides = {
  learned: notes.slice(0, baseline.learned),
  tested: notes.slice(baseline.learned),
  classes,
};
const plan = { threshold: 0.5 } as MultiLabelPlan;
const logitsOf = (name: 'majority' | 'tf-idf') => {
  const { predictions } = judgeLabelSetBaseline(sides, { name, plan });
  return predictions.kind === 'multi-label' ? predictions.notes.map(({ logits }) => logits) : [];
};

it('counting words gives the probabilities of scikit-learn’s OneVsRestClassifier', () => {
  logitsOf('tf-idf').forEach((logits, note) => {
    logits.forEach((logit, label) => {
      expect(sigmoidOf(logit)).toBeCloseTo(baseline.probabilities[note][label], 5);
    });
  });
});

it('the commonest answer is the share of each label, whatever the text', () => {
  const said = logitsOf('majority');
  classes.forEach((label, index) => {
    const count = sides.learned.filter(({ labels }) => labels.includes(label)).length;
    for (const logits of said)
      expect(sigmoidOf(logits[index])).toBeCloseTo(count / baseline.learned, 12);
  });
});
