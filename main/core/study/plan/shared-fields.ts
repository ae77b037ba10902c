import { z } from 'zod';
import { textEncodings } from '#core/import/text-encoding.ts';

/** What several parts of a plan have alike. */

export const name = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, {
    error:
      'Invalid name: expected lower-case letters, digits, dot, underscore and hyphen, at most 64, a letter or digit first',
  })
  .describe('Lower-case letters, digits, dot, underscore and hyphen; at most 64 characters.');

export const title = z
  .string()
  .max(120)
  .regex(/^(?=.*\S)[^\p{Cc}\u2028-\u202e\u2066-\u2069]*$/u, {
    error: 'Invalid title: expected one line of text without control characters',
  })
  .optional()
  .describe(
    'How people read it, in any script, at most 120 characters; shown in the place of the name, which stays the key.',
  );

export const path = z.string().min(1).describe('Relative to the plan file, or absolute.');

export const fraction = z.number().min(0).max(1);

export const positiveInteger = z.int().positive();

export const optimiser = {
  learningRate: z.number().positive().max(1),
  weightDecay: z
    .number()
    .min(0)
    .default(0.01)
    .describe('Decoupled (AdamW); not applied to biases and LayerNorm.'),
  warmupFraction: fraction
    .default(0.1)
    .describe('Share of the steps in which the learning rate climbs.'),
  maxGradientNorm: z
    .number()
    .positive()
    .nullable()
    .default(1)
    .describe('Clip gradients to this global norm; null never clips.'),
  dropout: z.number().min(0).max(0.9).default(0.1),
};

export const encoding = z
  .enum(textEncodings)
  .optional()
  .describe(
    'Of all its files; when left out, Unicode is recognised and all else read as windows-1252. Older Romanian text may be windows-1250.',
  );
