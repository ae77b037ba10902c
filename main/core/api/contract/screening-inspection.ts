import { z } from 'zod';
import { decisionKinds, disagreementReasons } from '#core/domain/screening-decision.ts';
import { screeningReleaseSchema } from './screening.ts';

const words = z.string().max(1_000);

/** Empty texts ask for nothing. */
export const askForInspectionSchema = z.strictObject({
  releaseId: z.int().positive(),
  patient: words,
  /** As its source names it. */
  note: words,
  /** Name of somebody who decided. */
  person: words,
  /** Day, UTC: something was said or decided then, or later. */
  from: z.string().max(30),
  /** Likewise, to its end. */
  to: z.string().max(30),
  offset: z.int().min(0),
  limit: z.int().min(1).max(200),
});

const proofSchema = z.strictObject({
  state: z.enum(['proven', 'changed', 'unrecorded']),
  /** Of the entry of the audit log. */
  position: z.int().nullable(),
  hash: z.string().nullable(),
});

const countsSchema = z.strictObject({
  proven: z.int(),
  changed: z.int(),
  unrecorded: z.int(),
});

const inspectedDecisionSchema = z.strictObject({
  id: z.int(),
  kind: z.enum(decisionKinds),
  reason: z.enum(disagreementReasons).nullable(),
  remark: z.string(),
  /** Name of who decided; null where nobody is known. */
  person: z.string().nullable(),
  atMs: z.number(),
  /** The decision that came after it on the same patient. */
  correctedBy: z.int().nullable(),
  proof: proofSchema,
});

const inspectedNoteSchema = z.strictObject({
  id: z.int(),
  noteId: z.string(),
  version: z.int(),
  patient: z.string().nullable(),
  outcome: z.enum(['alert', 'not-judged', 'undecided', 'ranked', 'clear']),
  score: z.number().nullable(),
  probability: z.number().nullable(),
  threshold: z.number().nullable(),
  predictionSet: z.array(z.string()).readonly().nullable(),
  textHash: z.string(),
  inputHash: z.string(),
  atMs: z.number(),
  screenedFor: z.string().nullable(),
  /** The screened note of a later version. */
  correctedBy: z.int().nullable(),
  proof: proofSchema,
  decisions: z.array(inspectedDecisionSchema).readonly(),
});

/** All that is kept of a release, in part, and whether it is as it was kept. */
export const inspectionSchema = z.strictObject({
  release: screeningReleaseSchema,
  modelHash: z.string(),
  preprocessing: z.string(),
  proof: z.strictObject({
    isProven: z.boolean(),
    chain: z.strictObject({
      entryCount: z.int(),
      headHash: z.string(),
      brokenAt: z.int().nullable(),
    }),
    release: proofSchema,
    batches: countsSchema,
    decisions: countsSchema,
    notes: z.strictObject({ kept: z.int(), recorded: z.int() }),
  }),
  total: z.int(),
  notes: z.array(inspectedNoteSchema).readonly(),
});

export type AskForInspection = z.infer<typeof askForInspectionSchema>;
export type InspectionView = z.infer<typeof inspectionSchema>;
export type InspectedNoteView = z.infer<typeof inspectedNoteSchema>;
export type ProofView = z.infer<typeof proofSchema>;
