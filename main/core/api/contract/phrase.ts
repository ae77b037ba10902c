import { z } from 'zod';
import type { Phrase, PhrasePart, Told } from '#core/base/phrase.ts';

const valueSchema = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.lazy(() => partSchema),
  z.lazy(() => z.array(z.union([z.string(), partSchema])).readonly()),
]);

const part = {
  area: z.string(),
  key: z.string(),
  values: z.array(valueSchema).readonly(),
};

/** With the English that parts had in phrases of earlier versions, which may be stored. */
const partSchema: z.ZodType<PhrasePart> = z.strictObject({
  ...part,
  english: z.string().optional(),
});

const phraseSchema: z.ZodType<Phrase> = z.strictObject({ ...part, english: z.string() });

/** What people read: the window says it in its own language (`render` of `wording.ts`). */
export const toldSchema: z.ZodType<Told> = z.union([z.string(), phraseSchema]);
