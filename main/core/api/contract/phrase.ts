import { z } from 'zod';
import type { Phrase, Told } from '#core/base/phrase.ts';

const valueSchema = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.lazy(() => phraseSchema),
  z.lazy(() => z.array(toldSchema).readonly()),
]);

const phraseSchema: z.ZodType<Phrase> = z.strictObject({
  area: z.string(),
  key: z.string(),
  values: z.array(valueSchema).readonly(),
  english: z.string(),
});

/** What people read: the window says it in its own language (`render` of `wording.ts`). */
export const toldSchema: z.ZodType<Told> = z.union([z.string(), phraseSchema]);
