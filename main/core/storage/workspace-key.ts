import {
  createCipheriv,
  createDecipheriv,
  hkdfSync,
  randomBytes,
  scrypt,
  scryptSync,
  timingSafeEqual,
} from 'node:crypto';

/** What scrypt costs (RFC 7914): memory is 128 × N × r bytes. */
export interface ScryptParameters {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** 128 MiB and about 0.6 s: what one guess at a passphrase costs an attacker as well. */
export const defaultScrypt: ScryptParameters = { N: 2 ** 17, r: 8, p: 1 };

export const rawKeyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

/** The key that only the passphrase gives; it opens nothing but the wrapped raw key. */
export function stretchPassphrase(
  passphrase: string,
  salt: Uint8Array,
  { N, r, p }: ScryptParameters,
): Buffer {
  return scryptSync(bytesOf(passphrase), salt, rawKeyBytes, { N, r, p, maxmem: 256 * N * r });
}

/** The same in another thread, while this one answers others. */
export function stretchPassphraseLater(
  passphrase: string,
  salt: Uint8Array,
  { N, r, p }: ScryptParameters,
): Promise<Buffer> {
  const options = { N, r, p, maxmem: 256 * N * r };
  return new Promise((resolve, reject) => {
    scrypt(bytesOf(passphrase), salt, rawKeyBytes, options, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

/** The same characters may be typed as different code points on different systems. */
function bytesOf(passphrase: string): Buffer {
  return Buffer.from(passphrase.normalize('NFKC'), 'utf8');
}

/** Encrypts the raw key; `context` is authenticated with it, so neither can be exchanged. */
export function wrapKey(rawKey: Uint8Array, wrappingKey: Uint8Array, context: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(context, 'utf8'));
  return Buffer.concat([nonce, cipher.update(rawKey), cipher.final(), cipher.getAuthTag()]);
}

/** The raw key, or null when the passphrase (or the context) is not the one it was wrapped with. */
export function unwrapKey(
  wrapped: Uint8Array,
  wrappingKey: Uint8Array,
  context: string,
): Buffer | null {
  const nonce = wrapped.subarray(0, nonceBytes);
  const tag = wrapped.subarray(wrapped.length - tagBytes);
  const cipher = createDecipheriv('aes-256-gcm', wrappingKey, nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(context, 'utf8'));
  cipher.setAuthTag(tag);
  const content = cipher.update(wrapped.subarray(nonceBytes, wrapped.length - tagBytes));
  try {
    return Buffer.concat([content, cipher.final()]);
  } catch {
    return null;
  }
}

type Purpose = 'database' | 'files' | 'check' | 'header';

/** HKDF-SHA-256 (RFC 5869): a key of its own per purpose, so that none reveals another. */
export function deriveKey(rawKey: Uint8Array, purpose: Purpose): Buffer {
  const info = `anamnesis/workspace/${purpose}`;
  return Buffer.from(hkdfSync('sha256', rawKey, new Uint8Array(0), info, rawKeyBytes));
}

/** True when `rawKey` is the one that `check` was made from; tells a wrong key from damage. */
export function isRightKey(rawKey: Uint8Array, check: Uint8Array): boolean {
  return timingSafeEqual(deriveKey(rawKey, 'check'), check);
}
