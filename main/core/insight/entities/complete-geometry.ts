import type { Advance } from '#core/base/advance.ts';
import { isAnamnesisError } from '#core/base/error.ts';
import { readSet } from '#core/collection/sets/read-set.ts';
import type { EntityGeometry } from '#core/domain/entity-geometry.ts';
import type { EntityMaps } from '#core/domain/entity-map.ts';
import type { KeptInsight } from '#core/domain/insight.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { Runtime } from '#core/training/ports.ts';
import { requireSame } from '../require-same.ts';
import { SharedAdvance } from '../share-advance.ts';
import { embedMentions } from './embed-mentions.ts';
import type { GeometrySettings, GeometrySource } from './geometry-order.ts';
import { listMentions } from './list-mentions.ts';
import { mapMentions } from './map-mentions.ts';
import { measureEntities } from './measure-entities.ts';
import { openStateReader } from './open-state-reader.ts';

export interface KeptGeometry {
  readonly geometry: EntityGeometry;
  /** Null where there are too few mentions for a map of this perplexity. */
  readonly maps: EntityMaps | null;
}

export interface GeometryPorts {
  /** @throws engine.* */
  readonly openRuntime: (engine: string) => Promise<Runtime>;
  readonly advance: Advance;
}

/** Which parts of the work are how long, about. */
const shares = { vectors: 5, likeness: 3, maps: 4 } as const;

/**
 * Does what was ordered and keeps the result; of one that has ended gives what was kept. Begun anew
 * it comes to the same. @throws geometry.no-mentions, geometry.no-layer, insight.other-model,
 * record.missing, blob.*, runtime.*; RunStopped, through `advance`
 */
export async function completeGeometry(
  workspace: Workspace,
  insight: KeptInsight,
  { openRuntime, advance }: GeometryPorts,
): Promise<KeptGeometry> {
  const { insights, labelledSets } = workspace;
  if (insight.finishedAtMs !== null) return insights.result(insight.id) as KeptGeometry;
  const settings = insight.settings as GeometrySettings;
  const { set, version } = insights.source(insight.id) as GeometrySource;
  const { seed } = insight;
  const documents = [...readSet(workspace, labelledSets.get(set, version))];
  const runtime = await openRuntime(settings.engine);
  const { layer } = settings;
  const models = insight.models.map((model) => {
    const stored = requireSame(workspace, model);
    return { name: model.name, open: () => openStateReader(workspace, stored, { runtime, layer }) };
  });
  const shared = new SharedAdvance(
    advance,
    'geometry of mentions',
    models.length * shares.vectors + shares.likeness + shares.maps,
  );
  const embedded = await embedMentions(listMentions(documents, seed), models, (size, work) =>
    shared.part(size * shares.vectors, work),
  );
  const geometry = await shared.part(shares.likeness, (told) =>
    measureEntities(embedded, { seed, resamples: settings.resamples }, told),
  );
  const numbers = documents.map(({ number }) => number);
  const maps = await shared.part(shares.maps, (told) =>
    mapMentions(embedded, mapSettingsOf(settings, seed), { numbers, advance: told }).catch(
      (error: unknown) => {
        if (isAnamnesisError(error, 'geometry.too-few')) return null;
        throw error;
      },
    ),
  );
  const result = { geometry, maps };
  insights.finish(insight.id, result);
  return result;
}

function mapSettingsOf(
  { perplexity, mapCount, iterations, mostPoints }: GeometrySettings,
  seed: number,
) {
  const more = Array.from({ length: mapCount - 1 }, (_, index) => seed + index);
  return { perplexities: [perplexity], seeds: [null, ...more], iterations, mostPoints, seed };
}
