import { z } from 'zod';
import { textEncodings } from '#core/import/text-encoding.ts';
import { languages, type Language } from '#core/wording/language.ts';
import { noteReadings } from '#core/training/note-readings.ts';
import { precisions } from '#core/training/precision.ts';
import { classificationBaselines, entityBaselines } from './baselines.ts';

/**
 * The plan file: what a study reads, trains and compares. Its JSON schema (`docs/plan.schema.json`)
 * is written from this code; descriptions below are the documentation that users read.
 */

const name = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, {
    error:
      'Invalid name: expected lower-case letters, digits, dot, underscore and hyphen, at most 64, a letter or digit first',
  })
  .describe('Lower-case letters, digits, dot, underscore and hyphen; at most 64 characters.');
const title = z
  .string()
  .max(120)
  .regex(/^(?=.*\S)[^\p{Cc}\u2028-\u202e\u2066-\u2069]*$/u, {
    error: 'Invalid title: expected one line of text without control characters',
  })
  .optional()
  .describe(
    'How people read it, in any script, at most 120 characters; shown in the place of the name, which stays the key.',
  );
const path = z.string().min(1).describe('Relative to the plan file, or absolute.');
const fraction = z.number().min(0).max(1);
const positiveInteger = z.int().positive();

const optimiser = {
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

const encoding = z
  .enum(textEncodings)
  .optional()
  .describe(
    'Of all its files; when left out, Unicode is recognised and all else read as windows-1252. Older Romanian text may be windows-1250.',
  );

const corpus = z.strictObject({
  format: z.enum(['text', 'csv']).default('text'),
  files: z
    .array(path)
    .min(1)
    .describe(
      'Files, or folders whose files of this format are read, and those of folders in them.',
    ),
  unit: z
    .enum(['line', 'paragraph', 'file'])
    .default('line')
    .describe('For text: what is one document.'),
  textColumn: z.string().optional().describe('For csv: the column that holds the text.'),
  lineUnit: z
    .enum(['line', 'sentence'])
    .default('line')
    .describe('What cleaning makes a line of: a line of the text, or one sentence of it.'),
  encoding,
});

const dateBound = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, {
  error: 'Invalid date: expected 2026, 2026-03 or 2026-03-31',
});
const keepOrDrop = z.enum(['drop', 'keep']).default('drop');

const documentCorpus = z.strictObject({
  collection: z
    .string()
    .min(1)
    .describe('Documents of the workspace: see "anamnesis collection list".'),
  where: z
    .strictObject({
      language: z.string().optional(),
      kind: z.string().optional(),
      from: dateBound.optional().describe('Documents without a date are in no range.'),
      to: dateBound.optional().describe('The whole of it included.'),
    })
    .default({})
    .describe('Which of its documents; all when left out.'),
  lineUnit: z
    .enum(['line', 'sentence'])
    .default('line')
    .describe('What cleaning makes a line of: a line of the text, or one sentence of it.'),
  copiedForward: keepOrDrop.describe(
    'Paragraphs of eight words or more that an earlier document of the same patient has.',
  ),
  nearDuplicates: keepOrDrop.describe('Documents that are nearly the same as one before them.'),
});

const minFrequency = positiveInteger
  .default(2)
  .describe('A pair of pieces must have occurred this often to become one.');
const largestVocabulary = 500_000;

const wordPiece = z.strictObject({
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
const byteLevelBpe = z.strictObject({
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
  ...optimiser,
  learningRate: optimiser.learningRate.default(2e-5),
});

const model = z.strictObject({
  title,
  start: z.discriminatedUnion('kind', [scratch, checkpoint, library, parent]),
  extendVocabulary: vocabularyExtension.optional(),
  pretraining: pretraining.optional(),
});

const fineTuning = {
  title,
  keepModels: z
    .boolean()
    .default(false)
    .describe(
      'Keep the weights of every fold and model in the workspace, so that they can be exported; each takes as much room as the model.',
    ),
  finalModel: z
    .boolean()
    .default(false)
    .describe(
      'Also fine-tune each model on all labels, at the end: the one to use on new text. What to expect of it the folds tell.',
    ),
  folds: z.int().min(2).max(100).default(10),
  epochs: positiveInteger.max(1000),
  batchSize: positiveInteger.max(4096).default(16),
  maxTokens: z.int().min(8).max(8192).default(512),
  ...optimiser,
  learningRate: optimiser.learningRate.default(2e-5),
};

const languageNames = Object.keys(languages) as [Language, ...Language[]];

/** Labels reach tables and reports, where no text of a note may be. */
const longestLabel = 100;
const className = z
  .string()
  .max(longestLabel)
  .regex(/^\S(.*\S)?$/, { error: 'Invalid name of a class: expected one line, trimmed' });
const typeName = z
  .string()
  .max(longestLabel)
  .regex(/^\S+$/, { error: 'Invalid name of an entity type: expected no white space' });

const setData = z.strictObject({
  format: z.literal('set').default('set'),
  set: z
    .string()
    .min(1)
    .describe('A labelled set of the workspace: see "anamnesis set list". It is read as frozen.'),
  version: positiveInteger
    .optional()
    .describe(
      'When left out, the newest at the time the study first reads the set; the study stays with it.',
    ),
  nearDuplicates: z
    .enum(['together', 'apart'])
    .default('together')
    .describe(
      'Whether documents that are nearly the same, with all of their patients, stay in one fold; documents of one patient always do.',
    ),
});

const lockedSet = z.strictObject({
  set: z.string().min(1).describe('A labelled set of the workspace: see "anamnesis set list".'),
  version: positiveInteger
    .optional()
    .describe(
      'When left out, the newest at the time the study first reads the set; the study stays with it.',
    ),
});
const keywords = z
  .strictObject({
    class: className.describe('The class of notes that have a term.'),
    otherwise: className.describe('The class of all others.'),
    language: z.enum(languageNames).describe('Of the words that negate a term, such as "geen".'),
    terms: z.array(z.string().trim().min(1).max(200)).min(1).max(10_000),
  })
  .describe('For the baseline keywords: terms that decide, unless negated in the same sentence.');

const classification = z.strictObject({
  kind: z.literal('classification'),
  baselines: z
    .array(z.enum(classificationBaselines))
    .default([])
    .describe(
      'What the models must beat, in the same folds: majority, the commonest class; tf-idf, words counted, with logistic regression; keywords.',
    ),
  keywords: keywords.optional(),
  classWeights: z
    .union([z.literal('balanced'), z.record(className, z.number().positive().max(1e6))])
    .optional()
    .describe(
      'How much a note of each class weighs in training, all alike when left out: balanced weighs the classes alike, however many notes each has in training; numbers are by class, 1 where none is given.',
    ),
  longNotes: z
    .enum(noteReadings)
    .default('head')
    .describe(
      'How notes longer than maxTokens are read: their head alone; head and tail; or whole, in windows that overlap, each learned with the class of the note, whose probabilities are pooled by their maximum, their mean, or Huang’s mean of both.',
    ),
  positiveClass: className
    .optional()
    .describe('Of two classes the one that is looked for; when left out, the rarer one.'),
  labels: z
    .record(className, className.nullable())
    .optional()
    .describe(
      'By class as the files have it: what the task calls it, so that classes can be merged, or null to leave its notes out. Classes that are not named stay.',
    ),
  minimumCount: positiveInteger
    .optional()
    .describe(
      'Leave out the notes of classes of which there are fewer, or which one group (patient) alone has; counted after labels.',
    ),
  data: z.discriminatedUnion('format', [
    z.strictObject({
      format: z.literal('csv'),
      files: z.array(path).min(1),
      textColumn: z.string().default('text'),
      labelColumn: z.string().default('label'),
      idColumn: z.string().optional(),
      groupColumn: z
        .string()
        .optional()
        .describe('Rows of one group, usually a patient, stay in one fold.'),
      encoding,
    }),
    setData,
  ]),
  ...fineTuning,
  epochs: fineTuning.epochs.default(4),
});

const entities = z.strictObject({
  kind: z.literal('entities'),
  baselines: z
    .array(z.enum(entityBaselines))
    .default([])
    .describe(
      'What the models must beat, in the same folds: dictionary, the mentions of the training side looked up.',
    ),
  types: z
    .array(typeName)
    .min(1)
    .optional()
    .describe(
      'The entity types to train on, as labels call them; others are ignored before overlaps are resolved. All when left out.',
    ),
  labels: z
    .record(typeName, typeName.nullable())
    .optional()
    .describe(
      'By entity type as the files have it: what the task calls it, so that types can be merged, or null to ignore its entities before overlaps are resolved. Types that are not named stay.',
    ),
  minimumCount: positiveInteger
    .optional()
    .describe('Ignore the entities of types of which fewer are left; counted after labels.'),
  data: z.discriminatedUnion('format', [
    z.strictObject({
      format: z.literal('brat'),
      files: z.array(path).min(1).describe('Folders with .txt and .ann files.'),
      encoding,
    }),
    z.strictObject({
      format: z.literal('bio'),
      files: z.array(path).min(1),
      tagColumn: z.int().min(0).optional().describe('Counted from 0; detected when left out.'),
      wordColumn: z
        .int()
        .min(0)
        .optional()
        .describe(
          'Counted from 0; when left out the first column, or where that holds running numbers the first behind it that does not.',
        ),
      encoding,
    }),
    setData,
  ]),
  groupByDocument: z
    .boolean()
    .default(true)
    .describe('Sentences of one document stay in one fold, where documents are known.'),
  ...fineTuning,
  epochs: fineTuning.epochs.default(15),
});

const comparison = z.strictObject({
  model: name,
  against: name,
});

export const planSchema = z
  .strictObject({
    $schema: z.string().optional(),
    name: name,
    title,
    description: z.string().optional(),
    seed: z
      .int()
      .min(0)
      .max(2 ** 53 - 1)
      .default(42),
    engine: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
      .optional()
      .describe(
        'What to compute with, as "anamnesis doctor" names it; the fastest of the machine when left out.',
      ),
    precision: z
      .enum(precisions)
      .optional()
      .describe(
        'What matrix products of training are computed in: float32 when left out; mixed is half precision where that is sound, on onnx-webgpu and a graphics processor that has it.',
      ),
    lockedSet: z
      .union([lockedSet, z.array(lockedSet).min(1)])
      .optional()
      .describe(
        'A labelled set, or several, kept for a last test: no corpus and no task of the study reads its documents, others of its patients, or what is nearly the same.',
      ),
    corpora: z.record(name, z.union([corpus, documentCorpus])).default({}),
    vocabularies: z
      .record(name, z.discriminatedUnion('algorithm', [wordPiece, byteLevelBpe]))
      .default({}),
    models: z.record(name, model),
    tasks: z.record(name, z.discriminatedUnion('kind', [classification, entities])),
    comparisons: z.array(comparison).default([]).describe('Which models to compare on every task.'),
  })
  .describe('A study of Anamnesis: models, tasks on which they are cross-validated, comparisons.');

export type Plan = z.output<typeof planSchema>;

export type VocabularyPlan = Plan['vocabularies'][string];
export type ModelPlan = Plan['models'][string];
export type PretrainingPlan = NonNullable<ModelPlan['pretraining']>;
export type TaskPlan = Plan['tasks'][string];
export type ClassificationPlan = Extract<TaskPlan, { kind: 'classification' }>;
export type EntitiesPlan = Extract<TaskPlan, { kind: 'entities' }>;
/** The labelled set that a task names in the place of files. */
export type SetPlan = z.output<typeof setData>;

/** The JSON schema of a plan file, as users and their editors see it. */
export function planJsonSchema(): object {
  return z.toJSONSchema(planSchema, { io: 'input' });
}
