import type { Advance } from '#core/base/advance.ts';
import { AnamnesisError } from '#core/base/error.ts';
import { largestOf } from '#core/base/extremes.ts';
import { finishInTurns } from '#core/base/paced.ts';
import { RandomStream } from '#core/base/random-stream.ts';
import type { EntityMap, EntityMaps } from '#core/domain/entity-map.ts';
import { drawMaps, fewestPoints, type MapSettings } from '#core/geometry/maps/draw-maps.ts';
import { pickVectors } from '#core/geometry/vectors/vectors.ts';
import { say } from '#core/wording/say.ts';
import type { EmbeddedMentions } from './embed-mentions.ts';

export interface MentionMapSettings extends MapSettings {
  /** Of more mentions so many are drawn by chance, the same for all models. */
  readonly mostPoints: number;
  readonly seed: number;
}

/**
 * Maps of the same mentions to each model; `numbers` gives the number of each document.
 * @throws geometry.too-few, RunStopped
 */
export async function mapMentions(
  { mentions, models }: EmbeddedMentions,
  { mostPoints, seed, ...settings }: MentionMapSettings,
  { numbers, advance }: { readonly numbers: readonly number[]; readonly advance: Advance },
): Promise<EntityMaps> {
  const entities = Int32Array.from(mentions.keys()).filter((at) => mentions[at].type !== null);
  const largest = largestOf(settings.perplexities);
  const most = Math.floor((Math.min(entities.length, mostPoints) - 1) / 3);
  if (entities.length < fewestPoints || largest > most) {
    throw new AnamnesisError('geometry.too-few', {
      expected: say('insight', 'enoughForMap', Math.max(fewestPoints, 3 * largest + 1)),
      found: String(Math.min(entities.length, mostPoints)),
      remedy: say('insight', 'smallerPerplexity'),
    });
  }
  const order = new RandomStream(seed, 'points of maps').shuffle(entities.slice());
  const chosen = order.subarray(0, mostPoints).sort();
  const maps: EntityMap[] = [];
  for (const [place, { model, layer, vectors }] of models.entries()) {
    const drawn = await finishInTurns(drawMaps(pickVectors(vectors, chosen), settings), (share) =>
      advance('maps of mentions', place + share, models.length),
    );
    for (const map of drawn) maps.push({ model, layer, ...map });
  }
  const points = Array.from(chosen, (at) => {
    const { type, document, span } = mentions[at];
    return { type: type ?? '', document: numbers[document], start: span.start, end: span.end };
  });
  return { points, mentions: entities.length, maps };
}
