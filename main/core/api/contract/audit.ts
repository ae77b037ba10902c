import { z } from 'zod';

/** One line of the audit log; each hash covers the one before, so that a gap shows. */
const auditEntrySchema = z.strictObject({
  sequence: z.int(),
  atMs: z.number(),
  /** For example "study.started". */
  action: z.string(),
  /** What it was done to: an id or a name, never text of a note. */
  subject: z.string(),
  /** Hexadecimal. */
  hash: z.string(),
});

/** Newest first. */
export const auditPageSchema = z.strictObject({
  entries: z.array(auditEntrySchema).readonly(),
  /** True when older entries follow. */
  hasMore: z.boolean(),
});

export const auditCheckSchema = z.strictObject({
  entryCount: z.int(),
  /** The first entry whose hash does not fit; null when the chain is whole. */
  firstBrokenSequence: z.int().nullable(),
});

export type AuditEntry = z.infer<typeof auditEntrySchema>;
export type AuditPage = z.infer<typeof auditPageSchema>;
export type AuditCheck = z.infer<typeof auditCheckSchema>;
