import type { DocumentHashes } from '#core/storage/documents.ts';

/** Of SHA-256. */
const hashLength = 32;
const entryLength = 3 * hashLength;

/** Hashes of documents one after another: a buffer for each would cost a thread more than itself. */
export function packHashes(hashes: readonly DocumentHashes[]): Uint8Array<ArrayBuffer> {
  const packed = new Uint8Array(hashes.length * entryLength);
  for (const [at, { text, facts, annotations }] of hashes.entries()) {
    packed.set(text, at * entryLength);
    packed.set(facts, at * entryLength + hashLength);
    packed.set(annotations, at * entryLength + 2 * hashLength);
  }
  return packed;
}

/** Those of the document at this place, from 0. */
export function unpackHashes(packed: Uint8Array, at: number): DocumentHashes {
  const part = (which: number) => {
    const start = at * entryLength + which * hashLength;
    return packed.subarray(start, start + hashLength);
  };
  return { text: part(0), facts: part(1), annotations: part(2) };
}
