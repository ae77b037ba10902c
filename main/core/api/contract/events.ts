import { z } from 'zod';
import { modelWorkSchema } from './annotation-model.ts';
import { exportTaskSchema } from './document-export.ts';
import { insightWorkSchema } from './insights.ts';
import { toldSchema } from './phrase.ts';
import { screeningWorkSchema } from './screening-work.ts';
import { importTaskSchema } from './documents.ts';
import { modelTaskSchema } from './models.ts';
import { progressSchema, runStateSchema } from './run.ts';
import { tokenTaskSchema } from './token-count.ts';

/** Everything that the window is told without asking. Closed. */
export const eventSchema = z.discriminatedUnion('type', [
  /** Something of this study other than progress is different now: ask for it again. */
  z.strictObject({
    type: z.literal('study-changed'),
    studyId: z.string(),
    state: runStateSchema,
  }),
  /** This study is not there any more, and perhaps models and texts that it alone had. */
  z.strictObject({ type: z.literal('study-removed'), studyId: z.string() }),
  z.strictObject({
    type: z.literal('run-progress'),
    studyId: z.string(),
    progress: progressSchema,
    /** Until the whole study ends. */
    studyTimeLeftMs: z.number().nullable(),
  }),
  /** How far a work is that is no step: reading a corpus, cutting it into tokens. */
  z.strictObject({
    type: z.literal('preparation'),
    studyId: z.string(),
    what: z.string(),
    /** 0 to 1; null where nobody knows how much there is. */
    fraction: z.number().nullable(),
    timeLeftMs: z.number().nullable(),
  }),
  /** The engines are being measured, or have been: ask for them again. */
  z.strictObject({ type: z.literal('engines-changed') }),
  /** Models came, went or are judged anew: ask for them again. */
  z.strictObject({ type: z.literal('models-changed') }),
  z.strictObject({ type: z.literal('model-task'), task: modelTaskSchema }),
  /** Collections or sets came, went or have other documents: ask for them again. */
  z.strictObject({ type: z.literal('collections-changed') }),
  /** Projects of annotation came or went, or have another scheme or guidelines: ask for them again. */
  z.strictObject({ type: z.literal('annotation-projects-changed') }),
  /** This person has labelled, perhaps in another window: ask for what is shown of them again. */
  z.strictObject({
    type: z.literal('annotation-edited'),
    projectId: z.int(),
    personId: z.string(),
  }),
  /** How far words are looked up that this person asked for; null when that has ended. */
  z.strictObject({
    type: z.literal('annotation-suggesting'),
    projectId: z.int(),
    personId: z.string(),
    by: z.enum(['terms', 'marked']),
    share: z.number().nullable(),
  }),
  z.strictObject({ type: z.literal('annotation-model-work'), work: modelWorkSchema }),
  /** Something was found out of models, begun, or removed: ask for the list again. */
  z.strictObject({ type: z.literal('insights-changed') }),
  z.strictObject({ type: z.literal('insight-work'), work: insightWorkSchema }),
  /** A model was released, or notes were screened: ask for what is shown of it again. */
  z.strictObject({ type: z.literal('screening-changed') }),
  z.strictObject({ type: z.literal('screening-work'), work: screeningWorkSchema }),
  z.strictObject({ type: z.literal('document-import'), task: importTaskSchema }),
  z.strictObject({ type: z.literal('document-export'), task: exportTaskSchema }),
  z.strictObject({ type: z.literal('token-count'), task: tokenTaskSchema }),
  z.strictObject({
    type: z.literal('log'),
    studyId: z.string().nullable(),
    level: z.enum(['info', 'warning', 'error']),
    atMs: z.number(),
    /** Never text of a note. */
    message: toldSchema,
  }),
]);

/** Where a subscriber is: the life of the host it listened to, and the last event it saw. */
export const positionSchema = z.strictObject({ epoch: z.string(), sequence: z.int().min(0) });

/**
 * What travels to a subscriber. First always `joined`: `missed` false says that the events after
 * the position it gave follow; true says that they are gone, so everything must be asked for anew.
 */
export const feedMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('joined'), position: positionSchema, missed: z.boolean() }),
  z.strictObject({ type: z.literal('event'), position: positionSchema, event: eventSchema }),
]);

export type ApiEvent = z.infer<typeof eventSchema>;
export type FeedPosition = z.infer<typeof positionSchema>;
export type FeedMessage = z.infer<typeof feedMessageSchema>;
