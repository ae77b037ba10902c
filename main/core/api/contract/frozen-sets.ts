import { z } from 'zod';
import { collectionSchema, documentFilterSchema, documentSchema } from './documents.ts';

const name = z.string().trim().min(1).max(200);

/** Documents of a frozen version are narrowed by all but their collection. */
export const frozenFilterSchema = documentFilterSchema.omit({ collectionId: true });
const versionNumber = z.int().positive();
export const namedVersionSchema = z.strictObject({ name, version: versionNumber });
export const askFrozenSchema = namedVersionSchema.extend({ filter: frozenFilterSchema });
export const ofFrozenDocumentSchema = namedVersionSchema.extend({ number: z.int().positive() });

/** A document with the annotations that were frozen with it. */
export const frozenDocumentSchema = documentSchema.omit({ versions: true }).extend({
  collection: collectionSchema.pick({ id: true, name: true }),
});

/** Longer lists are for the terminal, which reads them from files. */
const names = z.array(name).min(1).max(50_000).readonly();

/** What is left of documents that fit a filter. */
export const freezeChoiceSchema = z.strictObject({
  filter: documentFilterSchema,
  only: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('all') }),
    /** A share of the patients, drawn by the seed. */
    z.strictObject({
      by: z.literal('share'),
      share: z.number().gt(0).lt(1),
      seed: z.int().min(0),
    }),
    z.strictObject({ by: z.literal('patients'), names }),
    z.strictObject({ by: z.literal('documents'), names }),
  ]),
});

export const freezeSetSchema = freezeChoiceSchema.extend({
  name,
  /** A test set for the end, which is not taken back. */
  isLocked: z.boolean(),
});

export const freezeCountSchema = z.strictObject({ documents: z.int(), patients: z.int() });

export type FrozenFilterView = z.infer<typeof frozenFilterSchema>;
export type FrozenDocumentView = z.infer<typeof frozenDocumentSchema>;
export type NamedVersion = z.infer<typeof namedVersionSchema>;
export type FreezeChoice = z.infer<typeof freezeChoiceSchema>;
export type FreezeRequest = z.infer<typeof freezeSetSchema>;
export type FreezeCount = z.infer<typeof freezeCountSchema>;
