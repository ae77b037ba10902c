import type { FileHandle } from 'node:fs/promises';
import { writeAll } from './file-system.ts';

interface FileWriter {
  /** Resolves when the pieces before are written: only then may their memory be used again. */
  write(piece: Uint8Array): Promise<void>;
  /** Returns once everything is on the disk. */
  finish(): Promise<void>;
  /** Returns once nothing is under way any more, whatever became of it. */
  rest(): Promise<void>;
}

/** The system is never left with more than about twice this to bring to the disk. */
const syncEveryBytes = 67_108_864;

/**
 * Writes an open, empty file in order, each piece while the next is made. Left alone, the system may
 * keep all of it in memory until the end, and the disk would be idle until then; so it is made to
 * begin early.
 */
export function createFileWriter(file: FileHandle): FileWriter {
  let writing = Promise.resolve();
  let syncing = Promise.resolve();
  let unsyncedBytes = 0;
  return {
    async write(piece) {
      await writing;
      if (unsyncedBytes >= syncEveryBytes) {
        unsyncedBytes = 0;
        await syncing;
        syncing = heard(file.datasync());
      }
      unsyncedBytes += piece.length;
      writing = heard(writeAll(file, piece));
    },
    async finish() {
      await writing;
      await syncing;
      await file.sync();
    },
    async rest() {
      await Promise.allSettled([writing, syncing]);
    },
  };
}

/** A failure is thrown where the work is awaited; until then it is not one that nobody heard of. */
function heard(work: Promise<void>): Promise<void> {
  work.catch(() => undefined);
  return work;
}
