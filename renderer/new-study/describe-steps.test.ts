import { expect, it } from 'vitest';
import type { PlanCheck } from '#contract/plan.ts';
import { catalogue } from '../messages/catalogue.ts';
import { describeSteps } from './describe-steps.ts';

const none: PlanCheck['steps'] = {
  ...{ vocabulary: 0, pretraining: 0, perplexity: 0, baseline: 0, 'fine-tuning': 0, final: 0 },
  ...{ transfer: 0, 'zero-shot': 0, 'few-shot': 0 },
};
const describe = (steps: Partial<PlanCheck['steps']>) =>
  describeSteps({ ...none, ...steps }, catalogue.en);

it('counts the steps of a plan by their kind', () => {
  expect(describe({ vocabulary: 1, pretraining: 2, 'fine-tuning': 14 })).toBe(
    '17 steps: 1 vocabulary, 2 pre-trainings, 14 fine-tunings',
  );
  expect(describe({ perplexity: 3, final: 1 })).toContain('4 steps: 3 ');
  expect(describe({ transfer: 1, 'zero-shot': 10, 'few-shot': 20 })).toBe(
    '31 steps: 1 source of a transfer, 10 zero-shot tests, 20 trainings on few examples',
  );
});

it('names no kind that there is none of', () => {
  expect(describe({ 'fine-tuning': 1 })).toBe('1 step: 1 fine-tuning');
  expect(describe({})).toBe('0 steps');
});
