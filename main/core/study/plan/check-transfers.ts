import { AnamnesisError } from '#core/base/error.ts';
import type { Phrase } from '#core/base/phrase.ts';
import { say } from '#core/wording/say.ts';
import type { Plan } from './plan-schema.ts';

/**
 * What a transfer names must be there, and its two tasks must be of one kind; whether their labels
 * fit is known when they are read (`data/map-labels.ts`). @throws plan.unknown-name, plan.invalid
 */
export function checkTransfers(
  plan: Plan,
  fileName: string,
  need: (table: object, name: string, place: string) => void,
): void {
  for (const [name, { source, target, fewShot }] of Object.entries(plan.transfers ?? {})) {
    const place = `transfers.${name}`;
    need(plan.tasks, source, place);
    need(plan.tasks, target, place);
    const refuse = (expected: Phrase, found: string) => {
      throw new AnamnesisError('plan.invalid', {
        place: `${fileName}: ${place}`,
        field: ['transfers', name],
        expected,
        found,
        remedy: say('plan', 'changeTransfer'),
      });
    };
    const titles = Object.values(plan.tasks).map(({ title }) => title);
    if (Object.hasOwn(plan.tasks, name) || titles.includes(name))
      refuse(say('plan', 'ownName'), name);
    if (source === target) refuse(say('plan', 'otherTarget'), source);
    const { repeats } = plan.tasks[target];
    if (repeats !== undefined) refuse(say('plan', 'dividedOnce'), `repeats ${repeats}`);
    const kinds = [plan.tasks[source].kind, plan.tasks[target].kind];
    if (kinds[0] !== kinds[1]) refuse(say('plan', 'sameKind'), kinds.join(', '));
    if (kinds.includes('multi-label')) refuse(say('plan', 'oneLabelEach'), 'multi-label');
    const examples = fewShot?.examples ?? [];
    if (new Set(examples).size < examples.length) {
      refuse(say('plan', 'eachNumberOnce'), examples.join(', '));
    }
  }
}
