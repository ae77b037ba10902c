import type { PlanCheck } from '#contract/plan.ts';
import type { WindowMessages } from '../messages/window-messages.ts';

const kinds = [
  'vocabulary',
  'pretraining',
  'perplexity',
  'baseline',
  'fine-tuning',
  'transfer',
  'zero-shot',
  'few-shot',
  'final',
] as const;

/** "17 steps: 1 vocabulary, 2 pre-trainings, 14 fine-tunings". */
export function describeSteps(
  steps: PlanCheck['steps'],
  { common, newStudy }: Pick<WindowMessages, 'common' | 'newStudy'>,
): string {
  const total = common.steps(kinds.reduce((sum, kind) => sum + steps[kind], 0));
  const named = kinds
    .filter((kind) => steps[kind] > 0)
    .map((kind) => newStudy.runs[kind](steps[kind]));
  return named.length === 0 ? total : newStudy.stepsByKind(total, named.join(', '));
}
