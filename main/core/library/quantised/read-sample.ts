import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describeSystemError } from '#core/wording/describe-system-error.ts';
import { AnamnesisError } from '#core/base/error.ts';
import { readPlainText } from '#core/import/read-plain-text.ts';

/** Texts on which two forms of a model are compared; only their hash is written down. */
export interface SampleTexts {
  readonly texts: readonly string[];
  readonly sha256: string;
}

/** More say nothing new, and a large model takes a tenth of a second for each. */
const maxTexts = 500;

/** Reads a file of texts, one a line; of many, an even choice. @throws file.missing */
export function readSample(file: string): SampleTexts {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new AnamnesisError('file.missing', {
      expected: 'a file of sample texts, one a line',
      found: describeSystemError(cause),
      remedy: 'Correct the path.',
      place: file,
      cause,
    });
  }
  const { items } = readPlainText(bytes, basename(file), { unit: 'line' });
  const step = Math.max(1, items.length / maxTexts);
  const count = Math.min(items.length, maxTexts);
  const texts = Array.from({ length: count }, (_, index) => items[Math.floor(index * step)].text);
  return { texts, sha256: createHash('sha256').update(bytes).digest('hex') };
}
