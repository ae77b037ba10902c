import { expect, it } from 'vitest';
import { describeSteps } from './describe-steps.ts';

it('counts the steps of a plan by their kind', () => {
  expect(describeSteps({ vocabulary: 1, pretraining: 2, 'fine-tuning': 14 })).toBe(
    '17 steps: 1 vocabulary, 2 pre-trainings, 14 fine-tunings',
  );
});

it('names no kind that there is none of', () => {
  expect(describeSteps({ vocabulary: 0, pretraining: 0, 'fine-tuning': 1 })).toBe(
    '1 step: 1 fine-tuning',
  );
  expect(describeSteps({ vocabulary: 0, pretraining: 0, 'fine-tuning': 0 })).toBe('0 steps');
});
