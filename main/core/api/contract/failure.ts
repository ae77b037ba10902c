import { z } from 'zod';
import { toldSchema } from './phrase.ts';

/** An error as it crosses to the window: the code and sentences of an AnamnesisError, no stack. */
export const failureSchema = z.strictObject({
  code: z.string(),
  expected: toldSchema,
  found: toldSchema,
  remedy: toldSchema,
  /** Where: a file with a line, a key of a plan. */
  place: toldSchema.nullable(),
  /** The keys that lead to what of a plan it is about. */
  field: z.array(z.string()).readonly().optional(),
});

export type Failure = z.infer<typeof failureSchema>;

/** What every call gives: the output of the procedure, or why there is none. */
export type Reply<Output> =
  { readonly ok: true; readonly value: Output } | { readonly ok: false; readonly failure: Failure };
