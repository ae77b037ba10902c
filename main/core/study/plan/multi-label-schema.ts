import { z } from 'zod';
import { noteReadings } from '#core/training/note-readings.ts';
import { labelSetBaselines } from './baselines.ts';
import { className } from './class-name.ts';
import { fineTuning } from './fine-tuning-schema.ts';
import { positiveInteger } from './shared-fields.ts';
import { noteTable, setData } from './task-data-schema.ts';

/** Probability from which on a label is given, where a plan says nothing. */
export const usualThreshold = 0.5;

const probability = z.number().gt(0).lt(1);

/** Of tasks whose notes have one class. */
const oneClassOnly = z
  .never({
    error:
      'Invalid key: expected nothing, since notes with several labels have no single class to weigh or look for; use kind classification, with one label merged or chosen by "labels"',
  })
  .optional();

export const multiLabel = z.strictObject({
  kind: z.literal('multi-label'),
  baselines: z
    .array(z.enum(labelSetBaselines))
    .default([])
    .describe(
      'What the models must beat, in the same folds: majority, for each label what most notes say of it; tf-idf, words counted, with a logistic regression for each label.',
    ),
  threshold: z
    .union([probability, z.record(className, probability)])
    .default(usualThreshold)
    .describe(
      'The probability from which on a note is given a label: one for all, or by label, 0.5 where none is given. Choose it before there are results.',
    ),
  unlabelled: z
    .enum(['leave-out', 'no-label'])
    .default('leave-out')
    .describe(
      'What a note without any label is: left out, since perhaps nobody has labelled it, or a note to which none of the labels applies.',
    ),
  longNotes: z
    .enum(noteReadings)
    .default('head')
    .describe(
      'How notes longer than maxTokens are read: their head alone; head and tail; or whole, in windows that overlap, each learned with the labels of the note, and the probability of each label pooled by its maximum, its mean, or Huang’s mean of both.',
    ),
  labels: z
    .record(className, className.nullable())
    .optional()
    .describe(
      'By label as the files have it: what the task calls it, so that labels can be merged, or null to ignore it: its notes stay. Labels that are not named stay.',
    ),
  minimumCount: positiveInteger
    .optional()
    .describe(
      'Ignore labels of which there are fewer notes, or which one group (patient) alone has; their notes stay. Counted after labels.',
    ),
  classWeights: oneClassOnly,
  positiveClass: oneClassOnly,
  screening: oneClassOnly,
  keywords: oneClassOnly,
  data: z.discriminatedUnion('format', [
    noteTable.extend({
      labelSeparator: z
        .string()
        .min(1)
        .max(10)
        .describe('What stands between the labels of a note in labelColumn, such as ";".'),
    }),
    setData,
  ]),
  ...fineTuning,
  epochs: fineTuning.epochs.default(4),
});
