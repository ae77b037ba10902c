import { createHash } from 'node:crypto';
import { damaged, otherVersion } from './refusals.ts';

/** What lies in one file of a bundle: facts as JSON, and bytes such as weights. */
export interface Message {
  readonly facts: unknown;
  readonly body: Uint8Array;
}

/** Raised with each change of what a file of a bundle holds: both sides must be of one version. */
export const bundleVersion = 1;

interface Heading {
  readonly version: number;
  readonly facts: unknown;
  readonly bodyBytes: number;
  readonly bodySha256: string;
}

const lengthBytes = 4;

/** [length of the heading, 4 bytes little-endian][heading as JSON][body]. */
export function encodeMessage(facts: unknown, body: readonly Uint8Array[]): Uint8Array[] {
  const hash = createHash('sha256');
  for (const piece of body) hash.update(piece);
  const heading: Heading = {
    version: bundleVersion,
    facts,
    bodyBytes: body.reduce((sum, { length }) => sum + length, 0),
    bodySha256: hash.digest('hex'),
  };
  const text = new TextEncoder().encode(JSON.stringify(heading));
  const length = new Uint8Array(lengthBytes);
  new DataView(length.buffer).setUint32(0, text.length, true);
  return [length, text, ...body];
}

/** @throws bundle.version, bundle.damaged */
export function decodeMessage(bytes: Uint8Array, place: string): Message {
  if (bytes.length < lengthBytes) throw damaged(place);
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const bodyStart = lengthBytes + length;
  if (bodyStart > bytes.length) throw damaged(place);
  const text = new TextDecoder().decode(bytes.subarray(lengthBytes, bodyStart));
  const heading = JSON.parse(text) as Heading;
  requireVersion(heading.version, place);
  const body = bytes.subarray(bodyStart);
  const isWhole =
    body.length === heading.bodyBytes &&
    createHash('sha256').update(body).digest('hex') === heading.bodySha256;
  if (!isWhole) throw damaged(place);
  return { facts: heading.facts, body };
}

/** @throws bundle.version */
export function requireVersion(version: unknown, place: string): void {
  if (version !== bundleVersion) throw otherVersion(version, bundleVersion, place);
}
