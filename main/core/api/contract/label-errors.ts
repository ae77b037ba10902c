import { z } from 'zod';
import { labelDecisions, labelIssueKinds } from '#core/domain/label-check.ts';
import { toldSchema } from './phrase.ts';
import { runStateSchema } from './run.ts';

const setName = z.string().min(1).max(200);
const studyId = z.string().min(1).max(200);
const model = z.string().min(1).max(300);

/**
 * Lets a model say of each label of a set how likely it is, by folds that have not learned from it: a
 * study as any, with progress, stop and resume.
 */
export const startLabelCheckSchema = z.strictObject({
  set: setName,
  version: z.int().positive(),
  labels: z.enum(['classes', 'spans']),
  /** A model of the library; null for words counted, which takes seconds and can do classes alone. */
  modelId: studyId.nullable(),
  folds: z.int().min(2).max(20),
  /** Whether the head alone learns: minutes in the place of hours. */
  frozenEncoder: z.boolean(),
});

export const ofSetVersionSchema = z.strictObject({ set: setName, version: z.int().positive() });

/** What models have said of the labels of a version: of any study that has read all of it. */
export const labelChecksSchema = z.strictObject({
  checks: z
    .array(
      z.strictObject({
        studyId,
        study: z.string(),
        state: runStateSchema,
        /** As the plan names it; with the study it is what `annotation.errors` asks for. */
        task: z.string(),
        model,
        labels: z.enum(['classes', 'spans']),
        folds: z.int(),
        /** A ranking is whole when all are. */
        foldsDone: z.int(),
      }),
    )
    .readonly(),
});

const ranking = { studyId, task: z.string().min(1).max(200), model };

export const askForLabelErrorsSchema = z.strictObject({
  ...ranking,
  /** Null does not narrow. */
  kind: z.enum(labelIssueKinds).nullable(),
  /** `open` for those that nobody has decided yet. */
  decision: z.enum(['open', ...labelDecisions]).nullable(),
  skip: z.int().min(0),
  limit: z.int().min(1).max(200),
});

const labelSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('class'), label: z.string().min(1).max(200) }),
  z.strictObject({
    kind: z.literal('span'),
    type: z.string().min(1).max(200),
    /** UTF-16 units of the text of the document. */
    start: z.int().min(0),
    end: z.int().min(1),
  }),
]);

export const labelErrorsSchema = z.strictObject({
  set: setName,
  version: z.int(),
  /** Labels that were looked at, and places where the model finds one that is not given. */
  lookedAt: z.int(),
  /** All that the model does not believe, by kind, whatever is asked for. */
  counts: z.record(z.enum(labelIssueKinds), z.int()),
  decided: z.strictObject({ kept: z.int(), changed: z.int() }),
  /** Documents that are not in it, since another of the set has their id. */
  ambiguous: z.int(),
  /** All that fit what was asked for. */
  total: z.int(),
  /** The likeliest to be wrong first. */
  rows: z
    .array(
      z.strictObject({
        key: z.string(),
        /** Of the document, as `documents.get` takes it. */
        number: z.int().positive(),
        documentId: z.string(),
        kind: z.enum(labelIssueKinds),
        /** Null where one is missing. */
        given: labelSchema.nullable(),
        /** Null where nothing is expected in its place. */
        expected: labelSchema.nullable(),
        /** The probability of what was given, out of fold. */
        score: z.number(),
        reason: toldSchema,
        decision: z.enum(labelDecisions).nullable(),
      }),
    )
    .readonly(),
});

export const checkLabelSchema = z.strictObject({
  ...ranking,
  number: z.int().positive(),
  key: z.string().min(1).max(500),
  /** Null takes a decision back. */
  decision: z.enum(labelDecisions).nullable(),
  /** What it is changed into: as expected where it is left out, null to take it away. */
  after: labelSchema.nullable().optional(),
});

export const appliedChecksSchema = z.strictObject({
  set: setName,
  version: z.int(),
  changed: z.int(),
});

export const compareVersionsSchema = z.strictObject({
  set: setName,
  before: z.int().positive(),
  after: z.int().positive(),
});

/** Documents by their ids. */
export const comparedVersionsSchema = z.strictObject({
  added: z.array(z.string()).readonly(),
  removed: z.array(z.string()).readonly(),
  otherText: z.array(z.string()).readonly(),
  otherAnnotations: z.array(z.string()).readonly(),
  same: z.int(),
});

export type StartLabelCheck = z.infer<typeof startLabelCheckSchema>;
export type OfSetVersion = z.infer<typeof ofSetVersionSchema>;
export type LabelChecksView = z.infer<typeof labelChecksSchema>;
export type AskForLabelErrors = z.infer<typeof askForLabelErrorsSchema>;
export type LabelErrorsView = z.infer<typeof labelErrorsSchema>;
export type CheckLabel = z.infer<typeof checkLabelSchema>;
export type AppliedChecks = z.infer<typeof appliedChecksSchema>;
export type CompareVersions = z.infer<typeof compareVersionsSchema>;
export type ComparedVersions = z.infer<typeof comparedVersionsSchema>;
