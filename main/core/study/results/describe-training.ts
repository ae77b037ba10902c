import type { Phrase } from '#core/base/phrase.ts';
import { say } from '#core/wording/say.ts';
import type { TaskPlan } from '../plan/plan-schema.ts';

/** What a reader must know of how models were fine-tuned on a task; nothing where it is as usual. */
export function describeTraining({ frozenEncoder, layerDecay }: TaskPlan): Phrase[] {
  return [
    ...(frozenEncoder ? [say('training', 'frozenEncoder')] : []),
    ...(layerDecay === undefined ? [] : [say('training', 'layerDecay', layerDecay)]),
  ];
}
