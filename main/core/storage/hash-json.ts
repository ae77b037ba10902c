import { createHash } from 'node:crypto';

import { canonicalJson } from './canonical-json.ts';

/** SHA-256 of anything that JSON can hold, whatever the order of its keys. */
export function hashJson(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
