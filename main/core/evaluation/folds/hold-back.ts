import { AnamnesisError } from '#core/base/error.ts';
import type { RandomStream } from '#core/base/random-stream.ts';
import type { TaskKind } from '#core/evaluation/metrics/metric-names.ts';
import { say } from '#core/wording/say.ts';
import { dealSingly } from './assign-folds.ts';
import type { FoldItem } from './fold-item.ts';
import { groupItems } from './group-items.ts';
import { placeGroups } from './place-groups.ts';

export interface InnerSplit {
  readonly learned: readonly number[];
  readonly heldBack: readonly number[];
}

/**
 * Divides what a fold learns from once more: about `share` of `chosen` is held back, by whole groups
 * and as evenly by label as a fold is. A label that would then be learned nowhere keeps its groups.
 * `items` are all of the task, of which `chosen` are numbers.
 * @throws folds.too-few-groups where nothing could be held back
 */
export function holdBack(
  items: readonly FoldItem[],
  chosen: readonly number[],
  {
    kind,
    share,
    random,
  }: { readonly kind: TaskKind; readonly share: number; readonly random: RandomStream },
): InnerSplit {
  const own = chosen.map((number) => items[number]);
  const groups = groupItems(own);
  const foldCount = Math.min(Math.round(1 / share), groups.count);
  if (foldCount < 2) throw refuse(groups.count);
  const { foldOf } =
    kind === 'entities' || groups.count < own.length
      ? placeGroups(own, foldCount, random)
      : dealSingly(kind, own, { foldCount, random });
  const isHeld = Array.from(foldOf, (fold) => fold === 0);
  // Groups are only ever given back: what is learned once stays so.
  const learned = new Set<string>();
  const learnFrom = (item: number) => {
    for (const label of own[item].labels) learned.add(label);
  };
  isHeld.forEach((held, item) => {
    if (!held) learnFrom(item);
  });
  for (let group = 0; group < groups.count; group++) {
    const members = groups.members(group);
    if (!isHeld[members[0]]) continue;
    const isNeeded = [...members].some((item) =>
      own[item].labels.some((label) => !learned.has(label)),
    );
    if (!isNeeded) continue;
    for (const item of members) {
      isHeld[item] = false;
      learnFrom(item);
    }
  }
  if (!isHeld.includes(true)) throw refuse(groups.count);
  return {
    learned: chosen.filter((_, item) => !isHeld[item]),
    heldBack: chosen.filter((_, item) => isHeld[item]),
  };
}

function refuse(groupCount: number): AnamnesisError {
  return new AnamnesisError('folds.too-few-groups', {
    expected: say('training', 'innerGroups'),
    found: String(groupCount),
    remedy: say('training', 'noInnerSplit'),
  });
}
