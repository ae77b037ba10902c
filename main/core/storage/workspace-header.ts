import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AnamnesisError } from '#core/base/error.ts';
import { say } from '#core/wording/say.ts';
import { canonicalJson } from './canonical-json.ts';

const headerVersion = 1;
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

const headerSchema = z.object({
  format: z.literal('anamnesis-workspace'),
  version: z.literal(headerVersion),
  id: z.uuid(),
  scrypt: scryptSchema,
  salt: base64(32),
  /** Nonce, encrypted raw key, tag. */
  wrappedKey: base64(12 + 32 + 16),
  keyCheck: base64(32),
  checksum: z.hex().length(64),
});

/** The plain file `workspace.json`: what is needed to turn a passphrase into the raw key. */
export type WorkspaceHeader = Omit<z.infer<typeof headerSchema>, 'checksum'>;

export const headerConstants = { format: 'anamnesis-workspace', version: headerVersion } as const;

function checksumOf(header: WorkspaceHeader): string {
  return createHash('sha256').update(canonicalJson(header)).digest('hex');
}

/** What is authenticated together with the wrapped key: all that decides how it is unwrapped. */
export function wrappingContext(
  header: Pick<WorkspaceHeader, 'format' | 'version' | 'id' | 'scrypt' | 'salt'>,
): string {
  const { format, version, id, scrypt, salt } = header;
  return canonicalJson({ format, version, id, scrypt, salt });
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

/** Throws "workspace.header-damaged", or "workspace.too-new" for a later format. */
export function parseHeader(text: string, place: string): WorkspaceHeader {
  const value = parseJson(text, place);
  const parsed = headerSchema.safeParse(value);
  if (parsed.success) {
    const { checksum, ...header } = parsed.data;
    if (checksum !== checksumOf(header)) refuseDamaged('a checksum that does not match', place);
    return header;
  }
  const version = z.object({ version: z.int().min(headerVersion + 1) }).safeParse(value);
  if (version.success) {
    throw new AnamnesisError('workspace.too-new', {
      expected: `a header of version ${headerVersion}`,
      found: `version ${version.data.version}`,
      remedy: say('workspace', 'openWithNewer'),
      place,
    });
  }
  const keys = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
  return refuseDamaged(`wrong or missing: ${keys}`, place);
}
