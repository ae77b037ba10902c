import { z } from 'zod';
import { agreementMeasures, undefinedAgreements } from '#core/domain/annotation-agreement.ts';
import { conflictKinds } from '#core/domain/annotation-conflict.ts';
import { labelName, undoStateSchema } from './annotation-edits.ts';

const projectId = z.int().positive();
const documentNumber = z.int().positive();
const page = {
  projectId,
  /** How many come before the page. */
  skip: z.int().min(0),
  limit: z.int().min(1).max(50),
};

/** Documents that two persons have done. */
export const askForDisagreementsSchema = z.strictObject(page);
export const disagreementsSchema = z.strictObject({
  total: z.int(),
  rows: z
    .array(
      z.strictObject({
        number: documentNumber,
        id: z.string(),
        conflictCount: z.int(),
        decidedCount: z.int(),
      }),
    )
    .readonly(),
});

const markSchema = z.strictObject({
  type: z.string(),
  fragments: z.array(z.strictObject({ start: z.int(), end: z.int() })).readonly(),
  attributes: z.record(z.string(), z.string()),
});

/** What one of two gave: classes, or a mark, or nothing. */
const sideSchema = z.strictObject({
  classes: z.array(z.string()).readonly(),
  mark: markSchema.nullable(),
});

const decision = z.enum(['left', 'right', 'both', 'neither']);

/** Two works side by side. Whose is whose is not told, and differs from conflict to conflict. */
export const differencesSchema = z.strictObject({
  number: documentNumber,
  id: z.string(),
  text: z.string(),
  /** What the next decision has to name. */
  revision: z.int(),
  isSettled: z.boolean(),
  agreed: z.strictObject({
    classes: z.array(z.string()).readonly(),
    marks: z.array(markSchema).readonly(),
  }),
  conflicts: z
    .array(
      z.strictObject({
        id: z.string(),
        kind: z.enum(conflictKinds),
        left: sideSchema,
        right: sideSchema,
        allowsBoth: z.boolean(),
        decision: decision.nullable(),
      }),
    )
    .readonly(),
});

export const decideSchema = z.strictObject({
  projectId,
  number: documentNumber,
  revision: z.int().min(0),
  conflictId: z.string().min(1).max(100),
  /** Null takes it back. */
  decision: decision.nullable(),
});

export const decidedSchema = z.strictObject({
  revision: z.int(),
  isSettled: z.boolean(),
  undoState: undoStateSchema,
});

/** With its words, cut where they are many: what is told of it stands apart from the text. */
const quotedSideSchema = sideSchema.extend({ words: z.string().nullable() });

/** What became of the labels of the person who asks. */
export const correctionsSchema = z.strictObject({
  total: z.int(),
  rows: z
    .array(
      z.strictObject({
        number: documentNumber,
        id: z.string(),
        conflicts: z
          .array(
            z.strictObject({
              kind: z.enum(conflictKinds),
              mine: quotedSideSchema,
              other: quotedSideSchema,
              kept: z.enum(['mine', 'other', 'both', 'neither']),
            }),
          )
          .readonly(),
      }),
    )
    .readonly(),
});

const personSchema = z.strictObject({ id: z.string(), name: z.string().nullable() });

/** How far persons agree. A figure without a value says why; F1 of spans and alpha are to lead. */
export const agreementSchema = z.strictObject({
  figures: z
    .array(
      z.strictObject({
        measure: z.enum(agreementMeasures),
        /** Class or type; null for all. */
        label: z.string().nullable(),
        /** Of Cohen's kappa. */
        persons: z.tuple([personSchema, personSchema]).nullable(),
        value: z.number().nullable(),
        undefinedBecause: z.enum(undefinedAgreements).nullable(),
        documents: z.int(),
        support: z.int(),
        /** 95 %, by drawing patients, or documents where these are not known. */
        interval: z.strictObject({ lower: z.number(), upper: z.number() }).nullable(),
        withoutInterval: z.enum(['too-few-groups', 'often-undefined', 'no-spread']).nullable(),
      }),
    )
    .readonly(),
});

export const freezeLabelsSchema = z.strictObject({
  projectId,
  /** Of the set, of which it becomes the next version. */
  name: z.string().trim().min(1).max(200),
  whose: z.discriminatedUnion('of', [
    /** What all agree on or was settled; of documents that one labels, theirs. */
    z.strictObject({ of: z.literal('settled') }),
    z.strictObject({ of: z.literal('person'), personId: labelName }),
  ]),
  /** What was drawn for a test, all else, or both together where it is left out. */
  slice: z.enum(['test', 'rest', 'all']).optional(),
});

export const frozenLabelsSchema = z.strictObject({
  name: z.string(),
  version: z.int(),
  documentCount: z.int(),
  /** Documents of the project that are not in it. */
  leftOut: z.strictObject({
    /** Not done by all who label them. */
    open: z.int(),
    /** Differences are not settled. */
    unsettled: z.int(),
    /** Not labelled by the person. */
    others: z.int(),
  }),
});

export type AskForDisagreements = z.infer<typeof askForDisagreementsSchema>;
export type Disagreements = z.infer<typeof disagreementsSchema>;
export type DifferencesView = z.infer<typeof differencesSchema>;
export type Decide = z.infer<typeof decideSchema>;
export type Decided = z.infer<typeof decidedSchema>;
export type Corrections = z.infer<typeof correctionsSchema>;
export type AgreementView = z.infer<typeof agreementSchema>;
export type FreezeLabels = z.infer<typeof freezeLabelsSchema>;
export type FrozenLabelsView = z.infer<typeof frozenLabelsSchema>;
