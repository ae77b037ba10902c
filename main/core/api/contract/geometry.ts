import { z } from 'zod';

const count = z.int();
const figure = z.number().nullable();
const resampledSchema = z
  .strictObject({ value: z.number(), lower: figure, upper: figure })
  .nullable();

/** How alike the mentions of a frozen set are to models, and maps of them; what comes of it is kept. */
export const lookAtEntitiesSchema = z.strictObject({
  set: z.string().min(1).max(200),
  version: z.int().positive(),
  /** Side by side. */
  modelIds: z.array(z.string().min(1).max(200)).min(1).max(3).readonly(),
  /** From 1; null for the last of each model. */
  layer: z.int().min(1).max(200).nullable(),
  perplexity: z.int().min(2).max(500),
  /** For each model, the first from principal axes, others at random. */
  mapCount: z.int().min(1).max(3),
  seed: z.int().min(0).max(1_000_000),
});

const typeSchema = z.strictObject({
  type: z.string(),
  mentions: count,
  groups: count,
  surfaces: count,
  isThin: z.boolean(),
  all: figure,
  apart: resampledSchema,
  lift: resampledSchema,
  centred: resampledSchema,
});
const tableSchema = z.array(z.array(figure).readonly()).readonly();

/** As `domain/entity-geometry.ts` says it. */
const geometrySchema = z.strictObject({
  mentions: count,
  groups: count,
  unread: count,
  resamples: count,
  seed: count,
  models: z
    .array(
      z.strictObject({
        model: z.string(),
        layer: count,
        layerCount: count,
        size: count,
        baseline: resampledSchema,
        baselineWords: count,
        types: z.array(typeSchema).readonly(),
        between: tableSchema,
        betweenCentred: tableSchema,
      }),
    )
    .readonly(),
  differences: z
    .array(
      z.strictObject({
        model: z.string(),
        against: z.string(),
        type: z.string(),
        apart: resampledSchema.unwrap(),
        lift: resampledSchema.unwrap(),
        p: figure,
        adjustedP: figure,
      }),
    )
    .readonly(),
});

/** As `domain/entity-map.ts` says it. */
const mapsSchema = z.strictObject({
  points: z
    .array(
      z.strictObject({
        type: z.string(),
        document: z.int(),
        collectionId: z.int(),
        start: z.int(),
        end: z.int(),
      }),
    )
    .readonly(),
  mentions: count,
  maps: z
    .array(
      z.strictObject({
        model: z.string(),
        layer: count,
        perplexity: z.number(),
        seed: z.int().nullable(),
        divergence: z.number(),
        trustworthiness: z.number(),
        places: z.array(z.number()).readonly(),
      }),
    )
    .readonly(),
});

/** What was kept; null before it has ended. */
export const entitiesSchema = z.strictObject({
  geometry: geometrySchema.nullable(),
  /** Null too where there are too few mentions for a map. */
  maps: mapsSchema.nullable(),
});

export type LookAtEntities = z.infer<typeof lookAtEntitiesSchema>;
export type EntitiesView = z.infer<typeof entitiesSchema>;
export type GeometryView = z.infer<typeof geometrySchema>;
export type MapsView = z.infer<typeof mapsSchema>;
