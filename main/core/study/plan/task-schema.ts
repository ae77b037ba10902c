import { z } from 'zod';
import { noteReadings } from '#core/training/note-readings.ts';
import { languages, type Language } from '#core/wording/language.ts';
import { classificationBaselines, entityBaselines } from './baselines.ts';
import { className, longestLabel } from './class-name.ts';
import { fineTuning } from './fine-tuning-schema.ts';
import { encoding, path, positiveInteger } from './shared-fields.ts';
import { noteTable, setData } from './task-data-schema.ts';

const languageNames = Object.keys(languages) as [Language, ...Language[]];

/** Of a threshold for which the plan wants nothing else. */
export const defaultSensitivity = 0.95;

const typeName = z
  .string()
  .max(longestLabel)
  .regex(/^\S+$/, { error: 'Invalid name of an entity type: expected no white space' });

const keywords = z
  .strictObject({
    class: className.describe('The class of notes that have a term.'),
    otherwise: className.describe('The class of all others.'),
    language: z.enum(languageNames).describe('Of the words that negate a term, such as "geen".'),
    terms: z.array(z.string().trim().min(1).max(200)).min(1).max(10_000),
  })
  .describe('For the baseline keywords: terms that decide, unless negated in the same sentence.');

export const classification = z.strictObject({
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
  screening: z
    .strictObject({
      sensitivity: z
        .number()
        .gt(0)
        .lt(1)
        .default(defaultSensitivity)
        .describe(
          'The share of the notes of the class that shall be found: the threshold is the highest that reaches it with 95 % confidence.',
        ),
      prevalence: z
        .number()
        .gt(0)
        .lt(1)
        .optional()
        .describe(
          'How common the class is where the model will be used, for PPV, NPV and alerts per 1,000; that of the notes when left out.',
        ),
    })
    .optional()
    .describe(
      'How a model will be used that looks for the class: what its threshold is chosen for. Needs two classes or a positiveClass.',
    ),
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
  data: z.discriminatedUnion('format', [noteTable, setData]),
  ...fineTuning,
  epochs: fineTuning.epochs.default(4),
});

export const entities = z.strictObject({
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
