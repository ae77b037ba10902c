import { findDocumentFiles } from '../files/document-files.ts';
import { measureFile } from '../files/source-pieces.ts';
import type { ReadEffects } from './import-choice.ts';
import { openSource } from './open-source.ts';
import { openApart } from './read-apart.ts';
import { readBatches, type ReadingRequest } from './read-batches.ts';
import { type Reading, summarise } from './reading.ts';

/** Of less than this, all is read before a thread has started. */
const largeSourceBytes = 4_000_000;

/**
 * Opens a source; a large one in a thread of its own, where there is a file for that.
 * @throws file.missing, file.unreadable, collection.stopped, collection.reader-crashed
 */
export async function openReading(
  request: ReadingRequest,
  effects: ReadEffects & { readonly readerFile?: string },
): Promise<Reading> {
  const { readerFile, signal } = effects;
  if (readerFile !== undefined && countBytes(request.paths) >= largeSourceBytes) {
    return openApart(readerFile, request, signal);
  }
  const source = await openSource(request.paths, request.choice, signal);
  return {
    source: summarise(source),
    batches: (from) => readBatches(source, request, from, effects),
    close: () => Promise.resolve(),
  };
}

function countBytes(paths: readonly string[]): number {
  return findDocumentFiles(paths).reduce((sum, file) => sum + measureFile(file).byteCount, 0);
}
