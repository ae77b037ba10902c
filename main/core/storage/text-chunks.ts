import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { assert } from '#core/base/assert.ts';

/** In UTF-16 units; large enough to compress well, small enough to sit in memory unnoticed. */
const chunkLength = 4_000_000;

/** Gathers lines into chunks of about 4 million characters, in order. */
export async function* chunkLines(
  lines: Iterable<string> | AsyncIterable<string>,
): AsyncGenerator<readonly string[]> {
  let chunk: string[] = [];
  let length = 0;
  for await (const line of lines) {
    assert(!line.includes('\n'), 'a line of a corpus has no line break');
    chunk.push(line);
    length += line.length + 1;
    if (length < chunkLength) continue;
    yield chunk;
    chunk = [];
    length = 0;
  }
  if (chunk.length > 0) yield chunk;
}

/** Level 1: 100 MB/s at 0.39 of the size on clinical Spanish; level 6 takes 2.7 times as long. */
export function packLines(lines: readonly string[]): Uint8Array {
  return deflateRawSync(lines.join('\n'), { level: 1 });
}

/** The lines that `packLines` was given. */
export function unpackLines(content: Uint8Array): string[] {
  return inflateRawSync(content).toString('utf8').split('\n');
}
