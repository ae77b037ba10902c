import { z } from 'zod';

/** An error as it crosses to the window: the code and sentences of an AnamnesisError, no stack. */
export const failureSchema = z.strictObject({
  code: z.string(),
  expected: z.string(),
  found: z.string(),
  remedy: z.string(),
  /** Where: a file with a line, a key of a plan. */
  place: z.string().nullable(),
});

export type Failure = z.infer<typeof failureSchema>;

/** What every call gives: the output of the procedure, or why there is none. */
export type Reply<Output> =
  { readonly ok: true; readonly value: Output } | { readonly ok: false; readonly failure: Failure };
