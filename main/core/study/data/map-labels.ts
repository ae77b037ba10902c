import { AnamnesisError } from '#core/base/error.ts';
import { nameSome } from '#core/wording/name-some.ts';
import { say } from '#core/wording/say.ts';
import type { TransferPlan } from '../plan/plan-schema.ts';

/** By label of the source: what it is in the target; null where it is left out. */
export type LabelMapping = ReadonlyMap<string, string | null>;

/**
 * What the labels of the source are in the target. Each label of the target must be learned as
 * something: of one that is not, every figure would only say so.
 * @throws plan.unknown-name, transfer.no-shared-label, transfer.label-unlearned
 */
export function mapLabels(
  name: string,
  { labels = {}, source, target }: TransferPlan,
  known: { readonly source: readonly string[]; readonly target: readonly string[] },
): LabelMapping {
  const place = `transfers.${name}.labels`;
  const field = ['transfers', name, 'labels'];
  const need = (label: string, all: readonly string[], task: string) => {
    if (all.includes(label)) return;
    throw new AnamnesisError('plan.unknown-name', {
      place,
      field,
      expected: say('plan', 'labelOf', task, nameSome(all)),
      found: label,
      remedy: say('plan', 'nameAsTask'),
    });
  };
  for (const [from, to] of Object.entries(labels)) {
    need(from, known.source, source);
    if (to !== null) need(to, known.target, target);
  }
  const mapping = new Map(
    known.source.map((label) => {
      const named = Object.hasOwn(labels, label) ? labels[label] : label;
      return [label, named !== null && known.target.includes(named) ? named : null] as const;
    }),
  );
  const learned = new Set(mapping.values());
  const unlearned = known.target.filter((label) => !learned.has(label));
  if (unlearned.length === 0) return mapping;
  throw new AnamnesisError(
    unlearned.length === known.target.length
      ? 'transfer.no-shared-label'
      : 'transfer.label-unlearned',
    {
      place,
      field,
      expected: say('plan', 'learnedLabels', target, source),
      found: say('plan', 'unlearnedLabels', nameSome(unlearned), nameSome(known.source)),
      remedy: say('plan', 'mapOrLeaveOut'),
    },
  );
}

/** No draw may ask for more examples than there are beside a fold. @throws transfer.too-few-examples */
export function requireExamples(
  name: string,
  beside: number,
  asked: readonly (number | 'all')[],
): void {
  const most = asked.reduce<number>((max, each) => (each === 'all' ? max : Math.max(max, each)), 0);
  if (most <= beside) return;
  throw new AnamnesisError('transfer.too-few-examples', {
    place: `transfers.${name}.fewShot`,
    field: ['transfers', name, 'fewShot', 'examples'],
    expected: say('plan', 'examplesAtMost', beside),
    found: String(most),
    remedy: say('plan', 'fewerExamples'),
  });
}
