import { selectDocuments } from '#core/collection/selection/select-documents.ts';
import type { KeptInsight } from '#core/domain/insight.ts';
import type { LabelledSetVersion } from '#core/storage/labelled-sets.ts';
import type { StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';

/** Under this kind the geometry of mentions is kept. */
export const geometryKind = 'entity-geometry';

/** As they are kept with a run, beside its seed. */
export interface GeometrySettings {
  /** Null for the last of each model. */
  readonly layer: number | null;
  readonly resamples: number;
  readonly perplexity: number;
  /** So many maps for each model, the first from principal axes. */
  readonly mapCount: number;
  readonly iterations: number;
  readonly mostPoints: number;
  /** Which engine computes: another one rounds otherwise. */
  readonly engine: string;
}

export interface GeometryOrder {
  readonly set: LabelledSetVersion;
  readonly settings: GeometrySettings;
  readonly seed: number;
  readonly models: readonly { readonly name: string; readonly stored: StoredModel }[];
}

/** Which documents, by the set that holds them. */
export interface GeometrySource {
  readonly set: string;
  readonly version: number;
  /** Of what the set holds. */
  readonly hash: string;
}

/**
 * Enters the geometry of the mentions of a frozen set among the kept insights: as a new one, or as
 * the one that was begun or done with all the same.
 */
export function keepGeometry(
  workspace: Workspace,
  { set, settings, seed, models }: GeometryOrder,
): KeptInsight {
  const source: GeometrySource = { set: set.name, version: set.version, hash: set.hash };
  const { documents } = selectDocuments(workspace, { set });
  return workspace.insights.begin({
    kind: geometryKind,
    subject: `${set.name} ${set.version}`,
    settings,
    seed,
    models: models.map(({ name, stored }) => ({
      id: stored.id,
      name,
      hash: workspace.blobs.get(stored.weightsBlobId).sha256,
    })),
    source,
    documents: Array.from(documents, ({ number }) => number),
  });
}
