import { z } from 'zod';
import { documentChoiceSchema } from './document-choice.ts';
import { exportFormats, exportLossKinds } from './export-formats.ts';
import { failureSchema } from './failure.ts';

/** Documents that are to leave, in which format, into which new or empty folder. */
export const exportRequestSchema = z.strictObject({
  choice: documentChoiceSchema,
  format: z.enum(exportFormats),
  folder: z.string().min(1).max(4_096),
});

/** What would leave, and what the format would lose of it. */
const exportCountSchema = z.strictObject({
  documentCount: z.int(),
  patientCount: z.int(),
  /** Documents that do not say whose they are. */
  withoutPatient: z.int(),
  characterCount: z.int(),
  losses: z
    .array(
      z.strictObject({
        what: z.enum(exportLossKinds),
        count: z.int(),
        types: z.array(z.strictObject({ type: z.string(), count: z.int() })).readonly(),
      }),
    )
    .readonly(),
});

/** An export under way, or the latest that was; counted, it waits for a yes. */
export const exportTaskSchema = z.strictObject({
  id: z.string(),
  request: exportRequestSchema,
  /** Name of the collection or set. */
  subject: z.string(),
  /** The folder in full. */
  folder: z.string(),
  state: z.enum(['counting', 'counted', 'writing', 'done', 'stopped', 'failed']),
  /** 0 to 1 of the step at hand. */
  share: z.number().nullable(),
  counted: exportCountSchema.nullable(),
  fileCount: z.int().nullable(),
  failure: failureSchema.nullable(),
});

export const ofExportSchema = z.strictObject({ taskId: z.string().max(100) });

export type ExportRequest = z.infer<typeof exportRequestSchema>;
export type ExportTask = z.infer<typeof exportTaskSchema>;
