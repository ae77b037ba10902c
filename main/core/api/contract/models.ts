import { z } from 'zod';
import { failureSchema } from './failure.ts';
import { toldSchema } from './phrase.ts';
import { vocabularySchema } from './vocabulary.ts';

const identifier = z.string().min(1).max(200);
/** On the machine on which the program runs: absolute, or relative to `pathsRelativeTo`. */
const path = z
  .string()
  .min(1)
  .max(4_096)
  .refine((text) => !text.includes('\0'), 'a path without a zero character');

const headKindSchema = z.enum([
  'masked-language-model',
  'sequence-classification',
  'token-classification',
]);

/** Why nobody needs a model any more. */
const supersededReasonSchema = z.enum(['repeated', 'replaced']);

/** Whether a model is still needed, and why: a reason to keep it, or one why nobody needs it. */
const standingSchema = z.strictObject({
  isSuperseded: z.boolean(),
  reason: z.enum([
    'imported',
    'chosen',
    'exported',
    'start',
    'newest',
    'ancestor',
    ...supersededReasonSchema.options,
  ]),
});

/** A model as a line of the library. */
const modelLineSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** What plans and commands call it: "my-bert", "study/model", or its id. */
  reference: z.string(),
  origin: z.enum(['imported', 'extended', 'pre-trained', 'fine-tuned', 'superseded']),
  /** Fine-tuned on all folds but one, to be tested on that: not a model to use. */
  isOfFold: z.boolean(),
  /** The architecture family, for example "bert" or "xlm-roberta". */
  family: z.string(),
  /** What stands on it; null for a bare encoder. */
  head: headKindSchema.nullable(),
  /** Null when the file with its weights cannot be read. */
  parameterCount: z.int().nullable(),
  weightsBytes: z.int(),
  vocabularySize: z.int(),
  /** Codes, as the card of the imported checkpoint named them; empty where none did. */
  languages: z.array(z.string()).readonly(),
  /** The study that made it. */
  study: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  /** The model whose weights it began with. */
  parent: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  createdAtMs: z.number(),
  /** Marked by a user to be kept. */
  isChosen: z.boolean(),
  wasExported: z.boolean(),
  standing: standingSchema,
});

export const modelLibrarySchema = z.strictObject({
  /** Newest first. */
  models: z.array(modelLineSchema).readonly(),
  /** The folder to which paths of imports and exports are relative. */
  pathsRelativeTo: z.string(),
});

const lineageStepSchema = z.strictObject({
  modelId: z.string(),
  name: z.string(),
  step: z.enum(['imported', 'extended', 'pre-trained', 'fine-tuned']),
  createdAtMs: z.number(),
  study: z.string().nullable(),
  runId: z.string().nullable(),
  /** SHA-256 of corpora, of a labelled set, or of the imported folder. */
  data: z.array(z.strictObject({ name: z.string(), hash: z.string() })).readonly(),
});

const importProblemSchema = z.strictObject({
  /** For example "head-missing" or "weights-unused". */
  rule: z.string(),
  /** One sentence. */
  detail: z.string(),
  /** All weights that it is about. */
  weights: z.array(z.string()).readonly(),
});

/** What all folds of one task gave for this model. */
const measurementSchema = z.strictObject({
  studyId: z.string(),
  study: z.string(),
  task: z.string(),
  folds: z.int(),
  /** Means over folds; null where a metric is not defined for the data. */
  metrics: z
    .array(
      z.strictObject({ name: z.string(), displayName: z.string(), mean: z.number().nullable() }),
    )
    .readonly(),
});

export const modelDetailsSchema = z.strictObject({
  line: modelLineSchema,
  layers: z.int(),
  hiddenSize: z.int(),
  heads: z.int(),
  maxTokens: z.int(),
  labels: z.array(z.string()).readonly().nullable(),
  pieceCount: z.int(),
  weightsSha256: z.string(),
  /** The model itself last. */
  lineage: z.array(lineageStepSchema).readonly(),
  /** What was told at the import; null for a model that was made here, or imported long ago. */
  notes: z
    .strictObject({
      warnings: z.array(toldSchema).readonly(),
      problems: z.array(importProblemSchema).readonly(),
    })
    .nullable(),
  /**
   * How its vocabulary cuts the corpora of the study that trained or extended it, or the texts of the
   * command that extended it; null where it came from elsewhere.
   */
  vocabularyReport: z
    .strictObject({
      vocabulary: vocabularySchema,
      /** Null where a command extended it. */
      study: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
    })
    .nullable(),
  measurements: z.array(measurementSchema).readonly(),
  /** What would miss it. */
  dependents: z.strictObject({
    models: z.array(z.strictObject({ id: z.string(), reference: z.string() })).readonly(),
    studies: z.array(z.strictObject({ id: z.string(), name: z.string() })).readonly(),
    /** A study pre-trained it and is built on it. */
    isStageOfStudy: z.boolean(),
  }),
});

/** Works on models that take long; one at a time. */
export const modelTaskRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('import'),
    folder: path,
    /** Null makes one of the folder's name. */
    name: z.string().min(1).max(64).nullable(),
  }),
  z.strictObject({ kind: z.literal('verify'), modelId: identifier }),
  z.strictObject({
    kind: z.literal('export'),
    modelId: identifier,
    folder: path,
    /**
     * A file of texts, one a line: asks for an int8 form beside the float32 one, if it says the same
     * about them. Null asks for float32 alone.
     */
    sampleFile: path.nullable(),
  }),
]);

export const modelTaskSchema = z.strictObject({
  id: z.string(),
  request: modelTaskRequestSchema,
  /** The model, or the folder that is imported. */
  subject: z.string(),
  /** The model that it is about; of an import once it is done. */
  modelId: z.string().nullable(),
  state: z.enum(['running', 'done', 'failed']),
  /** 0 to 1; null where nothing can be said. */
  share: z.number().nullable(),
  /** What came of it, in one sentence; null before the end. */
  outcome: z.string().nullable(),
  failure: failureSchema.nullable(),
});

/** What a pruning would remove. */
export const pruningSchema = z.strictObject({
  models: z
    .array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        study: z.string().nullable(),
        reason: supersededReasonSchema,
        weightsBytes: z.int(),
        createdAtMs: z.number(),
      }),
    )
    .readonly(),
  /** Files that nothing refers to. */
  unusedFiles: z.strictObject({ count: z.int(), bytes: z.int() }),
  bytes: z.int(),
  keptCount: z.int(),
});

export const pruningResultSchema = z.strictObject({
  models: z.int(),
  files: z.int(),
  filesBytes: z.int(),
  /** What the database gave back to the disk, and what it holds for the next entries. */
  databaseFreedBytes: z.int(),
  databaseReusableBytes: z.int(),
});

export const ofModelSchema = z.strictObject({ modelId: identifier });
/** A text that a user tries a model on. */
export const predictSchema = z.strictObject({
  modelId: identifier,
  text: z.string().min(1).max(200_000),
});

/** What a fine-tuned model says of a text. */
export const predictionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('classification'),
    classes: z.array(z.strictObject({ name: z.string(), probability: z.number() })).readonly(),
    chosen: z.string(),
    /** Of the tokens of the text, those that the model does not see. */
    unreadShare: z.number(),
    /** Of a model that looks for one class; approximate until a locked set confirms it. */
    screening: z
      .strictObject({
        label: z.string(),
        /** Calibrated where that could be learned. */
        probability: z.number(),
        isCalibrated: z.boolean(),
        /** An alert from this probability on; null where none can be claimed. */
        threshold: z.number().nullable(),
        isAlert: z.boolean().nullable(),
      })
      .nullable(),
  }),
  z.strictObject({
    kind: z.literal('multi-label'),
    labels: z
      .array(
        z.strictObject({
          name: z.string(),
          probability: z.number(),
          threshold: z.number(),
          isGiven: z.boolean(),
        }),
      )
      .readonly(),
    unreadShare: z.number(),
  }),
  z.strictObject({
    kind: z.literal('entities'),
    /** Positions count UTF-16 units of the text. */
    mentions: z
      .array(
        z.strictObject({
          start: z.int(),
          end: z.int(),
          type: z.string(),
          score: z.number(),
        }),
      )
      .readonly(),
    /** Mean entropy of the tags of its words, in bits. */
    doubt: z.number(),
  }),
]);

export const keepModelSchema = z.strictObject({ modelId: identifier, keep: z.boolean() });
/** Only models that the user was shown are removed. */
export const pruneSchema = z.strictObject({
  modelIds: z.array(identifier).max(100_000).readonly(),
});

export type ModelLibraryView = z.infer<typeof modelLibrarySchema>;
export type ModelLine = z.infer<typeof modelLineSchema>;
export type ModelDetails = z.infer<typeof modelDetailsSchema>;
export type ModelTask = z.infer<typeof modelTaskSchema>;
export type ModelTaskRequest = z.infer<typeof modelTaskRequestSchema>;
export type PruningView = z.infer<typeof pruningSchema>;
export type PruningResultView = z.infer<typeof pruningResultSchema>;
export type PredictionView = z.infer<typeof predictionSchema>;
