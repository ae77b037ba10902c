import { z } from 'zod';
import { documentChoiceSchema } from './document-choice.ts';
import { failureSchema } from './failure.ts';

/** Whose tokens are counted, under which vocabulary. */
export const tokenRequestSchema = z.strictObject({
  choice: documentChoiceSchema,
  /** Of a model of the workspace. */
  modelId: z.string().min(1).max(200),
});

const tokenGroupSchema = z.strictObject({
  value: z.string(),
  documents: z.int(),
  tokens: z.int(),
  longer: z.int(),
  beyond: z.int(),
});

/** A count under way, or the latest that was. */
export const tokenTaskSchema = z.strictObject({
  id: z.string(),
  request: tokenRequestSchema,
  /** What the model is called. */
  model: z.string(),
  state: z.enum(['running', 'done', 'stopped', 'failed']),
  /** 0 to 1. */
  share: z.number().nullable(),
  result: z
    .strictObject({
      /** Tokens that a model reads at once. */
      limit: z.int(),
      total: tokenGroupSchema,
      bySource: z.array(tokenGroupSchema).readonly(),
      lengths: z.array(z.strictObject({ share: z.number(), tokens: z.int() })).readonly(),
    })
    .nullable(),
  failure: failureSchema.nullable(),
});

export type TokenRequest = z.infer<typeof tokenRequestSchema>;
export type TokenTask = z.infer<typeof tokenTaskSchema>;
