import { z } from 'zod';
import type { Unlike, Unpaired } from '#core/domain/across-studies.ts';
import { comparisonSchema } from './result.ts';

const name = z.string().min(1).max(1_000);

export const askAcrossSchema = z.strictObject({
  studyId: z.string().min(1).max(200),
  /** As the window shows it. */
  task: name,
  /** Of this study, the one that is compared with all others; null for the first. */
  model: name.nullable(),
});

const setSchema = z.strictObject({ name: z.string(), version: z.int() });

const unlikes = {
  'other-kind': 'other-kind',
  'not-read': 'not-read',
  'other-set-version': 'other-set-version',
  'read-otherwise': 'read-otherwise',
  'other-data': 'other-data',
  'no-finished-fold': 'no-finished-fold',
} as const satisfies { readonly [Reason in Unlike]: Reason };

const unpairedReasons = {
  'other-fold-count': 'other-fold-count',
  'other-folds': 'other-folds',
  'folds-not-kept': 'folds-not-kept',
  'no-shared-fold': 'no-shared-fold',
} as const satisfies { readonly [Reason in Unpaired]: Reason };

/** Of one model the primary metric of the task. */
const modelAcrossSchema = z.strictObject({
  model: z.string(),
  isBaseline: z.boolean(),
  folds: z.array(z.strictObject({ fold: z.int(), value: z.number() })).readonly(),
  mean: z.number(),
  /** Half the 95 % t-interval of the mean; null for a single fold. */
  halfInterval: z.number().nullable(),
});

/** Of pooled predictions: McNemar’s test with groups. */
const byNoteSchema = z.strictObject({
  notes: z.int(),
  groups: z.int(),
  /** Notes that only the model of this study gets right, and only the other. */
  onlyThis: z.int(),
  onlyOther: z.int(),
  /** Of accuracy. */
  difference: z.number(),
  /** 95 %; null with a single group. */
  interval: z.strictObject({ lower: z.number(), upper: z.number() }).nullable(),
  /** Exact, two-sided. */
  p: z.number(),
});

const alikeSchema = z.strictObject({
  studyId: z.string(),
  study: z.string(),
  task: z.string(),
  folds: z.int(),
  models: z.array(modelAcrossSchema).readonly(),
  /** Why models are not compared fold by fold; null where they are. */
  unpairedBecause: z.enum(unpairedReasons).nullable(),
  /** The chosen model of this study as candidate against each of these; one of both is there or none. */
  comparisons: z
    .array(
      z.strictObject({
        against: z.string(),
        byFold: comparisonSchema.nullable(),
        byNote: byNoteSchema.nullable(),
      }),
    )
    .readonly(),
});

/** A task of a study beside the same task of all other studies of the workspace. */
export const acrossSchema = z.strictObject({
  metric: z.string(),
  /** The version of a labelled set that it was read from; null for files. */
  set: setSchema.nullable(),
  folds: z.int(),
  /** Of this study. */
  models: z.array(modelAcrossSchema).readonly(),
  /** Which of them is compared; null without a finished fold. */
  compared: z.string().nullable(),
  /** Over the same data. */
  alike: z.array(alikeSchema).readonly(),
  /** Of the same name, set or files, and why their figures say nothing beside these. */
  unlike: z
    .array(
      z.strictObject({
        studyId: z.string(),
        study: z.string(),
        task: z.string(),
        reason: z.enum(unlikes),
        set: setSchema.nullable(),
      }),
    )
    .readonly(),
});

export type AcrossQuestion = z.infer<typeof askAcrossSchema>;
export type AcrossView = z.infer<typeof acrossSchema>;
export type AlikeTaskView = AcrossView['alike'][number];
export type UnlikeTaskView = AcrossView['unlike'][number];
export type ModelAcrossView = z.infer<typeof modelAcrossSchema>;
