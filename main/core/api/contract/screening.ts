import { z } from 'zod';
import { decisionKinds, disagreementReasons } from '#core/domain/screening-decision.ts';
import { worklistFilters } from '#core/domain/screening-worklist.ts';
import { toldSchema } from './phrase.ts';

const releaseId = z.int().positive();
const probability = z.number().min(0).max(1);
const subject = z.string().min(1).max(1_000);

/** From which calibrated probability a note is an alert, and what that claims. */
export const releasedThresholdSchema = z.strictObject({
  probability: z.number(),
  wanted: probability,
  /** One-sided lower bound of the sensitivity. */
  bound: probability,
  confidence: probability,
});

/** A model that was put to work by a decision, and what may be claimed of it. */
export const screeningReleaseSchema = z.strictObject({
  id: releaseId,
  name: z.string(),
  standing: z.enum(['for-trial', 'in-use', 'expired', 'replaced']),
  /** As the list of models calls it. */
  model: z.string(),
  /** The class that is looked for. */
  label: z.string(),
  intendedUse: z.string(),
  population: z.string(),
  /** Name of who released it; null where nobody is known. */
  releasedBy: z.string().nullable(),
  releasedAtMs: z.number(),
  untilMs: z.number(),
  /** Why it may be tried and not relied on; empty for one that is in use. */
  trialReasons: z.array(toldSchema).readonly(),
  /** Null where none can be claimed. */
  threshold: releasedThresholdSchema.nullable(),
});

export const askForWorklistSchema = z.strictObject({
  releaseId,
  filter: z.enum(worklistFilters),
  offset: z.int().min(0),
  limit: z.int().min(1).max(200),
});

const worklistEntrySchema = z.strictObject({
  /** What the patient is asked for by. */
  subject,
  patient: z.string().nullable(),
  /** Of the likeliest note, as its source names it. */
  noteId: z.string(),
  notes: z.int(),
  notJudged: z.int(),
  /** Of the likeliest note; null where none was scored. */
  probability: probability.nullable(),
  isAlert: z.boolean(),
  isUndecided: z.boolean(),
  date: z.string().nullable(),
  /** Whether somebody should look. */
  isOpen: z.boolean(),
  /** The newest decision; null where there is none. */
  decision: z.enum(decisionKinds).nullable(),
});

/** A page of the patients whom a release has a word on, the likeliest first. */
export const worklistSchema = z.strictObject({
  release: screeningReleaseSchema,
  entries: z.array(worklistEntrySchema).readonly(),
  total: z.int(),
  counts: z.record(z.enum(worklistFilters), z.int()),
});

export const askForScreenedSchema = z.strictObject({ releaseId, subject });

const doubtSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('empty') }),
  z.strictObject({ kind: z.literal('too-large'), characters: z.int() }),
  z.strictObject({ kind: z.literal('other-script'), share: z.number() }),
  z.strictObject({ kind: z.literal('other-language'), language: z.string() }),
  z.strictObject({ kind: z.literal('unknown-text'), share: z.number() }),
  z.strictObject({ kind: z.literal('partly-read'), unreadShare: z.number() }),
]);

/** All that a release said of a patient's notes, the likeliest first, and what people decided. */
export const screenedPatientSchema = z.strictObject({
  entry: worklistEntrySchema,
  notes: z
    .array(
      z.strictObject({
        id: z.int(),
        noteId: z.string(),
        version: z.int(),
        date: z.string().nullable(),
        outcome: z.enum(['alert', 'not-judged', 'undecided', 'ranked', 'clear']),
        probability: probability.nullable(),
        /** Classes that cannot be ruled out; null where the release has no sets. */
        predictionSet: z.array(z.string()).readonly().nullable(),
        doubts: z.array(doubtSchema).readonly(),
        /** Null once the document was removed. */
        document: z
          .strictObject({
            number: z.int(),
            collectionId: z.int(),
            language: z.string().nullable(),
            /** Its beginning, of a very long one. */
            text: z.string(),
            isWhole: z.boolean(),
            /** Where indicator terms of its language stand in it, UTF-16 units, in order. */
            terms: z.array(z.strictObject({ start: z.int(), end: z.int() })).readonly(),
          })
          .nullable(),
      }),
    )
    .readonly(),
  /** The oldest first. */
  decisions: z
    .array(
      z.strictObject({
        id: z.int(),
        kind: z.enum(decisionKinds),
        reason: z.enum(disagreementReasons).nullable(),
        remark: z.string(),
        /** Name of who decided; null where nobody is known. */
        person: z.string().nullable(),
        atMs: z.number(),
      }),
    )
    .readonly(),
});

/** Of all notes of the patient that the release has a word on. */
export const decidePatientSchema = z.strictObject({
  releaseId,
  subject,
  kind: z.enum(decisionKinds),
  /** Of a disagreement, and of nothing else. */
  reason: z.enum(disagreementReasons).nullable(),
  remark: z.string().max(5_000),
});

export type ReleasedThreshold = z.infer<typeof releasedThresholdSchema>;
export type ScreeningReleaseView = z.infer<typeof screeningReleaseSchema>;
export type AskForWorklist = z.infer<typeof askForWorklistSchema>;
export type WorklistView = z.infer<typeof worklistSchema>;
export type WorklistEntryView = z.infer<typeof worklistEntrySchema>;
export type AskForScreened = z.infer<typeof askForScreenedSchema>;
export type ScreenedPatientView = z.infer<typeof screenedPatientSchema>;
export type DecidePatient = z.infer<typeof decidePatientSchema>;
