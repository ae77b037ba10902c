import type { Advance } from '#core/base/advance.ts';
import { finishInTurns } from '#core/base/paced.ts';
import type { EntityGeometry } from '#core/domain/entity-geometry.ts';
import { measureLikeness } from '#core/geometry/likeness/measure-likeness.ts';
import type { EmbeddedMentions } from './embed-mentions.ts';

/** How alike mentions are within and between types, to each model. @throws RunStopped */
export async function measureEntities(
  { labels, models, unread }: EmbeddedMentions,
  settings: { readonly seed: number; readonly resamples: number },
  advance: Advance,
): Promise<EntityGeometry> {
  const measured = await finishInTurns(measureLikeness(labels, models, settings), (share) =>
    advance('likeness of mentions', share, 1),
  );
  const entities = labels.types
    .map((_, index) => index)
    .filter((index) => labels.types[index] >= 0);
  return {
    mentions: entities.length,
    groups: new Set(entities.map((index) => labels.groups[index])).size,
    unread,
    ...settings,
    ...measured,
  };
}
