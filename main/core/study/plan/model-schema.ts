import { z } from 'zod';
import { name, optimiser, path, positiveInteger, title } from './shared-fields.ts';

const minFrequency = positiveInteger
  .default(2)
  .describe('A pair of pieces must have occurred this often to become one.');

const largestVocabulary = 500_000;

export const wordPiece = z.strictObject({
  algorithm: z
    .literal('wordpiece')
    .default('wordpiece')
    .describe('As BERT’s: models over it are of the BERT family.'),
  corpora: z.array(name).min(1),
  size: z.int().min(100).max(largestVocabulary).default(8000),
  minFrequency,
  lowercase: z.boolean().default(false),
  limitAlphabet: positiveInteger
    .default(1000)
    .describe('At most this many different characters; words with rarer ones are unknown.'),
});

export const byteLevelBpe = z.strictObject({
  algorithm: z
    .literal('byte-level-bpe')
    .describe('As RoBERTa’s: models over it are of the RoBERTa family, and no text is unknown.'),
  corpora: z.array(name).min(1),
  size: z
    .int()
    .min(261)
    .max(largestVocabulary)
    .default(8000)
    .describe('Five special tokens and 256 bytes are part of it.'),
  minFrequency,
});

const vocabularyExtension = z
  .strictObject({
    corpora: z.array(name).min(1),
    tokens: positiveInteger.max(100_000).default(1000).describe('At most this many new ones.'),
    minFrequency: positiveInteger
      .default(5)
      .describe('Words that are rarer in these corpora become no token.'),
  })
  .describe(
    'Add the words of corpora that save the most tokens to the vocabulary that the model starts with, before its pre-training; their embeddings begin as the mean of their pieces’.',
  );

const scratch = z.strictObject({
  kind: z.literal('scratch').describe('A new model with random weights.'),
  vocabulary: name,
  layers: positiveInteger.max(48).default(4),
  hiddenSize: positiveInteger.max(4096).default(256),
  heads: positiveInteger.max(64).default(4),
  intermediateSize: positiveInteger.max(16_384).default(1024),
  maxPositions: positiveInteger.max(8192).default(512).describe('The longest text, in tokens.'),
});

const checkpoint = z.strictObject({
  kind: z.literal('checkpoint').describe('A folder in the layout of Hugging Face.'),
  folder: path,
});

const library = z.strictObject({
  kind: z
    .literal('library')
    .describe('A model that the workspace has: see "anamnesis model list".'),
  model: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._/-]{0,255}$/)
    .describe('Its name in the library, or <study>/<model> for one that another study trained.'),
});

const parent = z.strictObject({
  kind: z.literal('model').describe('Another model of this plan.'),
  model: name,
});

const pretraining = z.strictObject({
  corpora: z.array(name).min(1),
  epochs: positiveInteger.max(1000).default(5),
  maxTokens: z.int().min(8).max(8192).default(512),
  batchSize: positiveInteger.max(4096).default(8),
  accumulation: positiveInteger.max(1024).default(4).describe('Batches per optimiser step.'),
  maskedFraction: z.number().min(0.01).max(0.9).default(0.15),
  wholeWords: z.boolean().default(false).describe('Mask all pieces of a word together.'),
  rows: z
    .enum(['packed', 'lines'])
    .optional()
    .describe(
      'packed, which is what is left out, fills each row with one line after the other; lines gives each line a row of its own.',
    ),
  weighting: z
    .union([z.enum(['size', 'even']), z.strictObject({ temperature: z.number().min(1).max(1000) })])
    .optional()
    .describe(
      'How much of an epoch each corpus is: by its size when left out, all alike, or by its size to the power of 1 / temperature.',
    ),
  use: z
    .enum(['best', 'last'])
    .optional()
    .describe(
      'Beside heldOut: which of its states the study goes on with, the best on held-out text when left out; the other is kept as well.',
    ),
  patience: positiveInteger
    .max(1000)
    .optional()
    .describe(
      'Beside heldOut: end after so many measurements in a row without a new best one; when left out, train all epochs.',
    ),
  ...optimiser,
  learningRate: optimiser.learningRate.default(2e-5),
});

export const model = z.strictObject({
  title,
  start: z.discriminatedUnion('kind', [scratch, checkpoint, library, parent]),
  extendVocabulary: vocabularyExtension.optional(),
  pretraining: pretraining.optional(),
});
