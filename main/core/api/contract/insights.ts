import { z } from 'zod';
import { explanationMethods } from '#core/domain/note-explanation.ts';
import { failureSchema } from './failure.ts';

const insightId = z.int().positive();
const modelId = z.string().min(1).max(200);
/** Enough for any note; a longer one is no note. */
const noteText = z.string().min(1).max(200_000);
const mostFileCharacters = 4_000_000;

export const ofInsightSchema = z.strictObject({ insightId });

/** Terms that experts would look for, under the name of their list. */
const termListSchema = z.strictObject({
  name: z.string().min(1).max(200),
  terms: z.array(z.string().min(1).max(500)).min(1).max(20_000).readonly(),
});

export const askForTermsSchema = z.strictObject({ list: z.enum(['es', 'nl', 'ro']) });
export const termsSchema = z.strictObject({ terms: z.array(z.string()).readonly() });

/** A file that a person has chosen, in any encoding; what is read of it is text. */
export const readFileSchema = z.strictObject({
  as: z.enum(['note', 'terms']),
  name: z.string().min(1).max(300),
  base64: z.string().max(mostFileCharacters),
});
export const readFileTextSchema = z.strictObject({ text: z.string() });

/** Why models say what they say of a note; what comes of it is kept. */
export const explainSchema = z.strictObject({
  /** Side by side. */
  modelIds: z.array(modelId).min(1).max(3).readonly(),
  note: z.discriminatedUnion('from', [
    z.strictObject({ from: z.literal('text'), id: z.string().max(200), text: noteText }),
    /** A document of the workspace. */
    z.strictObject({ from: z.literal('document'), number: z.int().positive() }),
  ]),
  /** The class to be explained; null for the one that the model looks for, or takes to be likeliest. */
  label: z.string().min(1).max(200).nullable(),
  methods: z.array(z.enum(explanationMethods)).min(1).max(3).readonly(),
  /** Of LIME: versions of the note. */
  samples: z.int().min(50).max(50_000),
  seedCount: z.int().min(1).max(20),
  seed: z.int().min(0).max(1_000_000),
  featureCount: z.int().min(1).max(50),
  unit: z.enum(['word', 'place']),
  terms: termListSchema.nullable(),
});

const insightSchema = z.strictObject({
  id: insightId,
  kind: z.string(),
  /** Ids and names of what was looked at; empty for a text that was pasted. */
  subject: z.string(),
  models: z.array(z.strictObject({ id: z.string(), name: z.string() })).readonly(),
  seed: z.int(),
  /** Null where nobody is known, or the person has no name. */
  person: z.string().nullable(),
  createdAtMs: z.number(),
  /** Null for one that has not ended. */
  finishedAtMs: z.number().nullable(),
});

/** The newest first. */
export const insightsSchema = z.strictObject({ insights: z.array(insightSchema).readonly() });

/** A work under way, or the latest that was. */
export const insightWorkSchema = z.strictObject({
  insightId,
  state: z.enum(['running', 'done', 'stopped', 'failed']),
  /** 0 to 1; null before it is known. */
  share: z.number().nullable(),
  /** Null before it can be judged. */
  timeLeftMs: z.number().nullable(),
  failure: failureSchema.nullable(),
});
export const latestInsightWorkSchema = z.strictObject({ work: insightWorkSchema.nullable() });

const spanSchema = z.strictObject({ start: z.int(), end: z.int() });
const figure = z.number().nullable();

/** As `domain/note-explanation.ts` says it. */
const noteExplanationSchema = z.strictObject({
  model: z.string(),
  label: z.string(),
  probability: z.number(),
  read: z.strictObject({
    parts: z.array(spanSchema).readonly(),
    window: z.strictObject({ number: z.int(), count: z.int() }).nullable(),
    probability: z.number(),
  }),
  words: z
    .array(z.strictObject({ word: z.string(), spans: z.array(spanSchema).readonly() }))
    .readonly(),
  methods: z
    .array(
      z.strictObject({
        method: z.enum(explanationMethods),
        weights: z.array(z.number()).readonly(),
        bars: z
          .array(
            z.strictObject({
              word: z.int(),
              value: z.number(),
              lower: figure,
              upper: figure,
              chosenIn: z.int().nullable(),
            }),
          )
          .readonly(),
        fit: z
          .strictObject({
            samples: z.int(),
            seeds: z.array(z.int()).readonly(),
            r2: figure,
            lowestR2: figure,
            overlap: figure,
            isWeak: z.boolean(),
          })
          .nullable(),
        path: z
          .strictObject({
            steps: z.int(),
            baselineProbability: z.number(),
            completenessError: figure,
            isIncomplete: z.boolean(),
          })
          .nullable(),
        terms: z
          .strictObject({
            first: z.int(),
            firstInTerms: z.int(),
            words: z.int(),
            inTerms: z.int(),
            precision: figure,
            byChance: z.number(),
            p: figure,
          })
          .nullable(),
      }),
    )
    .readonly(),
  agreements: z
    .array(
      z.strictObject({
        one: z.enum(explanationMethods),
        other: z.enum(explanationMethods),
        correlation: figure,
        commonBars: z.int(),
      }),
    )
    .readonly(),
});

/** A kept explanation, with the text of its notes. */
export const explanationSchema = z.strictObject({
  insight: insightSchema,
  notes: z
    .array(
      z.strictObject({
        id: z.string(),
        text: z.string(),
        /** Empty before it has ended, and for a note without a word. */
        explanations: z.array(noteExplanationSchema).readonly(),
      }),
    )
    .readonly(),
});

export const askForInsightFileSchema = z.strictObject({
  insightId,
  format: z.enum(['csv', 'json', 'svg']),
  /** Of a picture. */
  method: z.enum(explanationMethods),
});

export type Explain = z.infer<typeof explainSchema>;
export type ReadFile = z.infer<typeof readFileSchema>;
export type ShippedTerms = z.infer<typeof askForTermsSchema>['list'];
export type InsightView = z.infer<typeof insightSchema>;
export type InsightWork = z.infer<typeof insightWorkSchema>;
export type ExplanationView = z.infer<typeof explanationSchema>;
export type NoteExplanationView = z.infer<typeof noteExplanationSchema>;
export type AskForInsightFile = z.infer<typeof askForInsightFileSchema>;
