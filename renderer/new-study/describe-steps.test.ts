import { expect, it } from 'vitest';
import { catalogue } from '../messages/catalogue.ts';
import { describeSteps } from './describe-steps.ts';

const describe = (steps: Parameters<typeof describeSteps>[0]) => describeSteps(steps, catalogue.en);

it('counts the steps of a plan by their kind', () => {
  expect(
    describe({
      vocabulary: 1,
      pretraining: 2,
      perplexity: 0,
      baseline: 0,
      'fine-tuning': 14,
      final: 0,
    }),
  ).toBe('17 steps: 1 vocabulary, 2 pre-trainings, 14 fine-tunings');
});

it('names no kind that there is none of', () => {
  expect(
    describe({
      vocabulary: 0,
      pretraining: 0,
      perplexity: 0,
      baseline: 0,
      'fine-tuning': 1,
      final: 0,
    }),
  ).toBe('1 step: 1 fine-tuning');
  expect(
    describe({
      vocabulary: 0,
      pretraining: 0,
      perplexity: 0,
      baseline: 0,
      'fine-tuning': 0,
      final: 0,
    }),
  ).toBe('0 steps');
});
