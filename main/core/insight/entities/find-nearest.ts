import { AnamnesisError } from '#core/base/error.ts';
import type { Span } from '#core/domain/text.ts';
import { nearestVectors } from '#core/geometry/vectors/nearest-vectors.ts';
import { unitVectors } from '#core/geometry/vectors/vectors.ts';
import { say } from '#core/wording/say.ts';
import type { EmbeddedMentions } from './embed-mentions.ts';
import type { PlacedMention } from './list-mentions.ts';

export interface NearMention {
  readonly type: string;
  readonly surface: string;
  readonly document: number;
  readonly span: Span;
  /** Cosine, from −1 to 1. */
  readonly likeness: number;
}

export interface NearestMentions {
  readonly model: string;
  readonly chosen: Omit<NearMention, 'likeness'>;
  readonly nearest: readonly NearMention[];
}

/**
 * To each model, the mentions most like the first whose text this is; those of the same words are
 * passed over where others are asked for. @throws geometry.no-mention
 */
export function findNearest(
  { mentions, models, labels }: EmbeddedMentions,
  text: string,
  { count, otherWords }: { readonly count: number; readonly otherWords: boolean },
): NearestMentions[] {
  const wanted = text.trim().toLowerCase().replace(/\s+/gu, ' ');
  const chosen = mentions.findIndex(({ type, surface }) => type !== null && surface === wanted);
  if (chosen < 0) {
    throw new AnamnesisError('geometry.no-mention', {
      expected: say('insight', 'mentionLike'),
      found: say('insight', 'noMentions'),
      remedy: say('insight', 'correctMention'),
    });
  }
  const isAsked = (index: number) =>
    labels.types[index] >= 0 && !(otherWords && labels.surfaces[index] === labels.surfaces[chosen]);
  return models.map(({ model, vectors }) => ({
    model,
    chosen: show(mentions[chosen]),
    nearest: nearestVectors(unitVectors(vectors), chosen, { count, isAsked }).map(
      ({ index, likeness }) => ({ ...show(mentions[index]), likeness }),
    ),
  }));
}

function show({ type, surface, document, span }: PlacedMention): Omit<NearMention, 'likeness'> {
  return { type: type ?? '', surface, document, span };
}
