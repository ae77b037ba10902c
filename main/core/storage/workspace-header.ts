import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AnamnesisError } from '#core/base/error.ts';
import { say } from '#core/wording/say.ts';
import { canonicalJson } from './canonical-json.ts';

/** Of the newest form: version 1 has one passphrase, version 2 a slot for each person. */
const newestVersion = 2;
/** Far more than a department has people; keeps a forged header from making opening last for hours. */
export const maxSlots = 200;

const base64 = (bytes: number) =>
  z.base64().refine((text) => Buffer.from(text, 'base64').length === bytes);
const powerOfTwo = z
  .int()
  .min(2)
  .refine((value) => Number.isInteger(Math.log2(value)));

/** Bounded, so that a forged header cannot make opening eat all memory. */
const scryptSchema = z
  .object({ N: powerOfTwo, r: z.int().min(1).max(64), p: z.int().min(1).max(16) })
  .refine(({ N, r }) => 128 * N * r <= 2 ** 30);

/** What is needed to turn a passphrase into the raw key. */
const wrappingShape = {
  scrypt: scryptSchema,
  salt: base64(32),
  /** Nonce, encrypted raw key, tag. */
  wrappedKey: base64(12 + 32 + 16),
};
const frameShape = {
  format: z.literal('anamnesis-workspace'),
  id: z.uuid(),
  keyCheck: base64(32),
  checksum: z.hex().length(64),
};

const onePassphraseSchema = z.object({
  ...frameShape,
  version: z.literal(1),
  ...wrappingShape,
});

const slotSchema = z.strictObject({
  /** Random, and the id of the person in the database. */
  id: z.hex().length(32),
  kind: z.enum(['person', 'recovery']),
  /** What its key was wrapped with: a header of version 1, as which it began, or this slot. */
  boundTo: z.enum(['header', 'slot']),
  ...wrappingShape,
});

const slotsSchema = z.strictObject({
  ...frameShape,
  version: z.literal(2),
  /** Counts the changes: the database knows the newest. */
  generation: z.int().min(1),
  slots: z.array(slotSchema).min(1).max(maxSlots),
  /** HMAC-SHA-256 of all else, under a key that only the raw key gives. */
  seal: base64(32),
});

const headerSchema = z.discriminatedUnion('version', [onePassphraseSchema, slotsSchema]);

/** The plain file `workspace.json` of a workspace with one passphrase. */
export type OnePassphraseHeader = Omit<z.infer<typeof onePassphraseSchema>, 'checksum'>;
/** The same of one that has persons. Their names and roles lie in the encrypted database. */
export type SlotsHeader = Omit<z.infer<typeof slotsSchema>, 'checksum'>;
export type WorkspaceHeader = OnePassphraseHeader | SlotsHeader;
export type HeaderSlot = z.infer<typeof slotSchema>;

export const headerFormat = 'anamnesis-workspace';

function checksumOf(header: WorkspaceHeader): string {
  return createHash('sha256').update(canonicalJson(header)).digest('hex');
}

/** What is authenticated together with a wrapped key: all that decides how it is unwrapped. */
export function wrappingContext(
  workspaceId: string,
  wrapping: Pick<OnePassphraseHeader, 'scrypt' | 'salt'>,
  slot: Pick<HeaderSlot, 'id' | 'kind'> | null,
): string {
  const { scrypt, salt } = wrapping;
  const frame = { format: headerFormat, id: workspaceId, scrypt, salt };
  if (slot === null) return canonicalJson({ ...frame, version: 1 });
  return canonicalJson({ ...frame, version: 2, slot: slot.id, kind: slot.kind });
}

/** The content of workspace.json. */
export function formatHeader(header: WorkspaceHeader): string {
  return `${JSON.stringify({ ...header, checksum: checksumOf(header) }, null, 2)}\n`;
}

function refuseDamaged(found: string, place: string): never {
  throw new AnamnesisError('workspace.header-damaged', {
    expected: say('workspace', 'writtenHeader'),
    found,
    remedy: say('workspace', 'restoreHeader'),
    place,
  });
}

function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuseDamaged('text that is not JSON', place);
  }
}

/**
 * Throws "workspace.header-damaged", or "workspace.too-new" for a later format. The seal of a header
 * with slots cannot be looked at before a passphrase gave the key.
 */
export function parseHeader(text: string, place: string): WorkspaceHeader {
  const value = parseJson(text, place);
  const parsed = headerSchema.safeParse(value);
  if (parsed.success) {
    const { checksum, ...header } = parsed.data;
    if (checksum !== checksumOf(header)) refuseDamaged('a checksum that does not match', place);
    return header;
  }
  const version = z.object({ version: z.int().min(newestVersion + 1) }).safeParse(value);
  if (version.success) {
    throw new AnamnesisError('workspace.too-new', {
      expected: `a header of version ${newestVersion} or older`,
      found: `version ${version.data.version}`,
      remedy: say('workspace', 'openWithNewer'),
      place,
    });
  }
  const keys = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
  return refuseDamaged(`wrong or missing: ${keys}`, place);
}
