import { z } from 'zod';

const auditPersonSchema = z.strictObject({
  id: z.string(),
  /** Null for who has no name: the one of a workspace with one passphrase, and the recovery key. */
  name: z.string().nullable(),
  kind: z.enum(['first', 'further', 'recovery']),
});

/** One line of the audit log; each hash covers the one before, so that a gap shows. */
const auditEntrySchema = z.strictObject({
  sequence: z.int(),
  atMs: z.number(),
  /** For example "study.started". */
  action: z.string(),
  /** Who did it, by the name that they have; null for the program itself, and from before there were persons. */
  person: auditPersonSchema.nullable(),
  /** What it was done to, by the names that it has now; empty where it is gone, or has none. */
  names: z.array(z.string()).readonly(),
  /** The same with ids, counts and hashes; never text of a note. */
  subject: z.string(),
  /** Hexadecimal. */
  hash: z.string(),
});

/** What entries must fit; null asks for nothing. */
const auditFilterSchema = z.strictObject({
  /** Words that stand in action, names or subject, in any order. */
  words: z.string().max(200),
  action: z.string().max(100).nullable(),
  personId: z.string().max(200).nullable(),
  fromMs: z.number().nullable(),
  /** Entries of this moment are not among them. */
  beforeMs: z.number().nullable(),
});

export const askForAuditSchema = z.strictObject({
  /** Entries older than this one; null begins with the newest. */
  beforeSequence: z.int().nullable(),
  limit: z.int().min(1).max(500),
  filter: auditFilterSchema,
});

/** Newest first. */
export const auditPageSchema = z.strictObject({
  entries: z.array(auditEntrySchema).readonly(),
  /** True when older entries follow. */
  hasMore: z.boolean(),
  /** The newest entry of all: kept elsewhere, its hash shows whether the log was cut off. */
  head: z.strictObject({ sequence: z.int(), hash: z.string() }).nullable(),
  /** Everybody who ever was one of the workspace. */
  persons: z.array(auditPersonSchema).readonly(),
  /** Every action that there can be, with what it says. */
  actions: z.array(z.strictObject({ action: z.string(), meaning: z.string() })).readonly(),
});

/** The whole log, for whoever verifies it without this program. */
export const askForAuditFileSchema = z.strictObject({ format: z.enum(['csv', 'json']) });

export const auditCheckSchema = z.strictObject({
  entryCount: z.int(),
  /** The first entry whose hash does not fit; null when the chain is whole. */
  firstBrokenSequence: z.int().nullable(),
});

export type AuditFilter = z.infer<typeof auditFilterSchema>;
export type AuditQuestion = z.infer<typeof askForAuditSchema>;
export type AuditFileFormat = z.infer<typeof askForAuditFileSchema>['format'];
export type AuditPerson = z.infer<typeof auditPersonSchema>;
export type AuditEntry = z.infer<typeof auditEntrySchema>;
export type AuditPage = z.infer<typeof auditPageSchema>;
export type AuditCheck = z.infer<typeof auditCheckSchema>;
