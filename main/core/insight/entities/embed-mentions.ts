import type { Advance } from '#core/base/advance.ts';
import { AnamnesisError } from '#core/base/error.ts';
import { pickVectors } from '#core/geometry/vectors/vectors.ts';
import type { LabelledMentions, ModelVectors } from '#core/geometry/likeness/measure-likeness.ts';
import { say } from '#core/wording/say.ts';
import { embedRuns } from './embed-runs.ts';
import type { ListedMentions, PlacedMention } from './list-mentions.ts';
import type { OpenedStateReader } from './open-state-reader.ts';

/** The same mentions to several models. */
export interface EmbeddedMentions {
  readonly mentions: readonly PlacedMention[];
  readonly labels: LabelledMentions;
  /** Rows as `mentions`. */
  readonly models: readonly ModelVectors[];
  /** Mentions, random words aside, of which a model read nothing. */
  readonly unread: number;
}

/**
 * The vectors of all mentions and random words to each model, opened one after another. What one
 * model cannot read is left out of all, so that they are compared on the same. `part` does the share
 * of one model.
 * @throws geometry.no-mentions, geometry.no-layer, blob.*, runtime.*
 */
export async function embedMentions(
  { sentences, mentions, groups }: ListedMentions,
  models: readonly { name: string; open: () => Promise<OpenedStateReader> }[],
  part: <Result>(size: number, work: (advance: Advance) => Promise<Result>) => Promise<Result>,
): Promise<EmbeddedMentions> {
  if (mentions.every(({ type }) => type === null)) refuseUnlabelled();
  const embedded: (ModelVectors & { readonly pieces: Int32Array })[] = [];
  for (const { name, open } of models) {
    const reader = await open();
    try {
      const { vectors, pieces } = await part(1, (told) =>
        embedRuns(reader, { sentences, runs: mentions }, told),
      );
      const { layer, layerCount } = reader;
      embedded.push({ model: name, layer, layerCount, vectors, pieces });
    } finally {
      await reader.dispose();
    }
  }
  const isRead = (index: number) => embedded.every(({ pieces }) => pieces[index] > 0);
  const read = Int32Array.from(mentions.keys()).filter(isRead);
  const kept = Array.from(read, (index) => mentions[index]);
  const entities = (of: readonly PlacedMention[]) => of.filter(({ type }) => type !== null).length;
  return {
    mentions: kept,
    labels: labelMentions(kept, groups),
    models: embedded.map(({ model, layer, layerCount, vectors }) => ({
      model,
      layer,
      layerCount,
      vectors: pickVectors(vectors, read),
    })),
    unread: entities(mentions) - entities(kept),
  };
}

function labelMentions(
  mentions: readonly PlacedMention[],
  groups: readonly string[],
): LabelledMentions {
  const named = mentions.flatMap(({ type }) => type ?? []);
  const typeNames = [...new Set(named)].sort();
  const typeOf = new Map(typeNames.map((name, index) => [name, index]));
  const groupOf = numberNames(groups);
  const surfaceOf = numberNames(mentions.map(({ surface }) => surface));
  return {
    typeNames,
    types: Int32Array.from(mentions, ({ type }) => (type === null ? -1 : (typeOf.get(type) ?? -1))),
    groups: Int32Array.from(mentions, ({ document }) => groupOf.get(groups[document]) ?? 0),
    surfaces: Int32Array.from(mentions, ({ surface }) => surfaceOf.get(surface) ?? 0),
    groupCount: groupOf.size,
  };
}

function numberNames(names: readonly string[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const name of names) if (!numbers.has(name)) numbers.set(name, numbers.size);
  return numbers;
}

function refuseUnlabelled(): never {
  throw new AnamnesisError('geometry.no-mentions', {
    expected: say('insight', 'labelledMentions'),
    found: say('insight', 'noMentions'),
    remedy: say('insight', 'chooseLabelled'),
  });
}
