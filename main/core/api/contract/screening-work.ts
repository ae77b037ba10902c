import { z } from 'zod';
import { failureSchema } from './failure.ts';
import { toldSchema } from './phrase.ts';
import { releasedThresholdSchema } from './screening.ts';

const releaseId = z.int().positive();
const modelId = z.string().min(1).max(200);

/** Models that can be put to work: those that learned all of a task and say the class of a note. */
export const releasableSchema = z.strictObject({
  models: z
    .array(z.strictObject({ id: modelId, /** As the list of models calls it. */ name: z.string() }))
    .readonly(),
});

export const askForDraftSchema = z.strictObject({ modelId });

/** What a release of a model could claim, before anybody decides. */
export const draftSchema = z.strictObject({
  /** The class that would be looked for. */
  label: z.string(),
  threshold: releasedThresholdSchema.nullable(),
  /** Why it could be tried and not relied on; empty where it could be used. */
  trialReasons: z.array(toldSchema).readonly(),
  /** That the model learned from, as far as they are there. */
  notes: z.int(),
  /** ISO 639-1, as far as they can be told. */
  languages: z.array(z.string()).readonly(),
});

/** A decision that is recorded: a release of the same name is replaced. */
export const releaseModelSchema = z.strictObject({
  modelId,
  name: z.string().trim().min(1).max(200),
  intendedUse: z.string().trim().min(1).max(2_000),
  population: z.string().trim().min(1).max(2_000),
  /** Of the release, in UTC, such as 2027-06-30. */
  lastDay: z.iso.date(),
});

export const ofReleaseSchema = z.strictObject({ releaseId });

/** Notes of a collection that the release has not seen are looked at. */
export const startScreeningSchema = z.strictObject({
  releaseId,
  collectionId: z.int().positive(),
});

/** A screening under way, or the latest that was. */
export const screeningWorkSchema = z.strictObject({
  releaseId,
  release: z.string(),
  collection: z.string(),
  state: z.enum(['running', 'done', 'stopped', 'failed']),
  /** 0 to 1; null before it is known. */
  share: z.number().nullable(),
  timeLeftMs: z.number().nullable(),
  /** Of the collection, and how many of them have been looked at, also earlier. */
  notes: z.int(),
  done: z.int(),
  alerts: z.int(),
  notJudged: z.int(),
  failure: failureSchema.nullable(),
});
export const latestScreeningWorkSchema = z.strictObject({ work: screeningWorkSchema.nullable() });

/** Each time that a release was put to work, the newest first. */
export const screeningsSchema = z.strictObject({
  screenings: z
    .array(
      z.strictObject({
        id: z.int(),
        releaseId,
        release: z.string(),
        /** Empty where the notes were chosen otherwise. */
        collection: z.string(),
        state: z.enum(['running', 'stopped', 'failed', 'finished']),
        notes: z.int(),
        scored: z.int(),
        alerts: z.int(),
        notJudged: z.int(),
        /** Name of who began it; null where nobody is known. */
        person: z.string().nullable(),
        createdAtMs: z.number(),
      }),
    )
    .readonly(),
});

export type Releasable = z.infer<typeof releasableSchema>['models'][number];
export type ReleaseDraft = z.infer<typeof draftSchema>;
export type ReleaseModel = z.infer<typeof releaseModelSchema>;
export type StartScreening = z.infer<typeof startScreeningSchema>;
export type ScreeningWork = z.infer<typeof screeningWorkSchema>;
export type ScreeningView = z.infer<typeof screeningsSchema>['screenings'][number];
