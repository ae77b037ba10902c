import { closeSync, fstatSync, openSync, readSync, statSync, type Stats } from 'node:fs';
import { AnamnesisError } from '#core/base/error.ts';
import { say } from '#core/wording/say.ts';
import { type FoundFile, unreadableFile } from './source-files.ts';

/** A file that is too large to be read at once, or may be. */
export interface MeasuredFile extends FoundFile {
  readonly byteCount: number;
  readonly modifiedAtMs: number;
}

/**
 * Of the pieces in which files are read: large enough to cost nothing, soon enough done. With four
 * times as much, what was made of a piece outlives it, and the heap is larger by a third.
 */
export const pieceBytes = 1 << 18;

/** @throws file.unreadable */
export function measureFile(file: FoundFile): MeasuredFile {
  const status = attempt(file.path, () => statSync(file.path));
  if (!status.isFile()) {
    throw new AnamnesisError('file.unreadable', {
      expected: say('files', 'toRead', file.path),
      found: status.isDirectory() ? say('files', 'aFolder') : say('files', 'pipeOrDevice'),
      remedy: say('files', 'nameAFile'),
    });
  }
  return { ...file, byteCount: status.size, modifiedAtMs: status.mtimeMs };
}

/**
 * The bytes of a file, piece by piece; each piece lies where the one before it was. The file is
 * closed when the last was read, and when nobody asks for more.
 * @throws file.unreadable, also when the file is not what it was when it was measured
 */
export function* readPieces(file: MeasuredFile): Generator<Uint8Array> {
  const { path, byteCount } = file;
  const descriptor = attempt(path, () => openSync(path, 'r'));
  try {
    const buffer = new Uint8Array(Math.min(pieceBytes, byteCount));
    let left = byteCount;
    while (left > 0) {
      const wanted = Math.min(buffer.length, left);
      const length = attempt(path, () => readSync(descriptor, buffer, 0, wanted, null));
      if (length === 0) break;
      left -= length;
      yield buffer.subarray(0, length);
    }
    const status = attempt(path, () => fstatSync(descriptor));
    requireUnchanged(file, status);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * The same from `start` to before `end`, without what stands before.
 * @throws file.unreadable, as above
 */
export function* readRange(file: MeasuredFile, start: number, end: number): Generator<Uint8Array> {
  const { path, byteCount } = file;
  const descriptor = attempt(path, () => openSync(path, 'r'));
  try {
    const last = Math.min(end, byteCount);
    const buffer = new Uint8Array(Math.min(pieceBytes, Math.max(0, last - start)));
    for (let at = start; at < last;) {
      const wanted = Math.min(buffer.length, last - at);
      const length = attempt(path, () => readSync(descriptor, buffer, 0, wanted, at));
      if (length === 0) break;
      at += length;
      yield buffer.subarray(0, length);
    }
    requireUnchanged(
      file,
      attempt(path, () => fstatSync(descriptor)),
    );
  } finally {
    closeSync(descriptor);
  }
}

function requireUnchanged({ path, byteCount, modifiedAtMs }: MeasuredFile, now: Stats): void {
  if (now.size === byteCount && now.mtimeMs === modifiedAtMs) return;
  throw new AnamnesisError('file.unreadable', {
    expected: say('files', 'toStay', path),
    found: say('files', 'changed'),
    remedy: say('files', 'waitForWriters'),
  });
}

function attempt<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw unreadableFile(path, error);
  }
}
