import type { PlanCheck } from '#contract/plan.ts';
import { count } from '../format/number.ts';

/** "17 steps: 1 vocabulary, 2 pre-trainings, 14 fine-tunings". */
export function describeSteps(steps: PlanCheck['steps']): string {
  const parts = [
    [steps.vocabulary, 'vocabulary', 'vocabularies'],
    [steps.pretraining, 'pre-training', 'pre-trainings'],
    [steps['fine-tuning'], 'fine-tuning', 'fine-tunings'],
  ] as const;
  const total = parts.reduce((sum, [amount]) => sum + amount, 0);
  const named = parts
    .filter(([amount]) => amount > 0)
    .map(([amount, noun, plural]) => count(amount, noun, plural));
  return `${count(total, 'step')}${named.length === 0 ? '' : `: ${named.join(', ')}`}`;
}
