import { z } from 'zod';

/** How a vocabulary cuts the words of one corpus. */
const cutSchema = z.strictObject({
  tokenCount: z.int(),
  unknownCount: z.int(),
  /** 1 where the vocabulary knows every word, more the finer it cuts. */
  tokensPerWord: z.number(),
  /** Share of the tokens that stand for what the vocabulary cannot write. */
  unknownRate: z.number(),
});

/** A vocabulary that was trained, or that of a model that was extended. */
export const vocabularySchema = z.strictObject({
  /** Of the vocabulary, or of the model whose vocabulary was extended. */
  name: z.string(),
  kind: z.enum(['trained', 'extended']),
  /** Of a trained one. */
  algorithm: z.enum(['wordpiece', 'byte-level-bpe']).nullable(),
  /** Tokens, special ones included. */
  size: z.int(),
  /** Of an extended one. */
  addedCount: z.int().nullable(),
  /** Empty for what the first versions made. */
  corpora: z
    .array(
      z.strictObject({
        corpus: z.string(),
        /** Runs of characters other than white space. */
        wordCount: z.int(),
        /** By the vocabulary that was extended. */
        before: cutSchema.nullable(),
        after: cutSchema,
      }),
    )
    .readonly(),
});

/** One that a run of a study made. */
export const studyVocabularySchema = vocabularySchema.extend({ runId: z.string() });

export type VocabularyView = z.infer<typeof vocabularySchema>;
export type StudyVocabularyView = z.infer<typeof studyVocabularySchema>;
