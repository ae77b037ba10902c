import { z } from 'zod';
import { documentFilterSchema } from './documents.ts';

/** Documents of a collection that fit a filter, or those of a frozen version of a set. */
export const documentChoiceSchema = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('collection'), filter: documentFilterSchema }),
  z.strictObject({
    of: z.literal('set'),
    name: z.string().min(1).max(200),
    version: z.int().positive(),
  }),
]);

export type DocumentChoiceView = z.infer<typeof documentChoiceSchema>;
