import { AnamnesisError } from '#core/base/error.ts';

/** The files of a checkpoint folder; whoever opens one says how they are read. */
export interface CheckpointFiles {
  /** File names without a path. */
  names(): readonly string[];
  /** In bytes. */
  sizeOf(name: string): number;
  /** The bytes from `start` up to `end`, exclusive; the caller stays within the size. */
  read(name: string, start: number, end: number): Promise<Uint8Array>;
}

/**
 * Reads exactly the bytes asked for, copied so that typed arrays of any type may look at them.
 * @throws AnamnesisError checkpoint.file-truncated
 */
export async function readExactly(
  files: CheckpointFiles,
  name: string,
  range: { start: number; end: number },
): Promise<Uint8Array<ArrayBuffer>> {
  const size = files.sizeOf(name);
  if (range.start < 0 || range.start > range.end || range.end > size) {
    throw truncated(name, range.end, size);
  }
  const bytes = await files.read(name, range.start, range.end);
  if (bytes.length !== range.end - range.start) {
    throw truncated(name, range.end, range.start + bytes.length);
  }
  // A view into a larger buffer, as Node's small reads give, may start at an odd address.
  return bytes.byteOffset === 0 && bytes.buffer instanceof ArrayBuffer
    ? (bytes as Uint8Array<ArrayBuffer>)
    : new Uint8Array(bytes);
}

function truncated(name: string, expected: number, found: number): AnamnesisError {
  return new AnamnesisError('checkpoint.file-truncated', {
    expected: `at least ${expected} bytes`,
    found: `${found} bytes`,
    remedy: 'Copy the file again from where it came.',
    place: name,
  });
}
