import { AnamnesisError } from '#core/base/error.ts';

/** Which bytes of a file: from `start` up to `end`, exclusive. */
export interface ReadRequest {
  readonly start: number;
  readonly end: number;
  /** At least so long. Where it is given, the bytes may be put into it instead of new memory. */
  readonly memory?: ArrayBuffer;
}

/** The files of a checkpoint folder; whoever opens one says how they are read. */
export interface CheckpointFiles {
  /** File names without a path. */
  names(): readonly string[];
  /** In bytes. */
  sizeOf(name: string): number;
  /** The bytes that are asked for; the caller stays within the size. */
  read(name: string, request: ReadRequest): Promise<Uint8Array>;
}

/**
 * Reads exactly the bytes asked for, at an address where typed arrays of any type may look at them.
 * @throws AnamnesisError checkpoint.file-truncated
 */
export async function readExactly(
  files: CheckpointFiles,
  name: string,
  request: ReadRequest,
): Promise<Uint8Array<ArrayBuffer>> {
  const { start, end } = request;
  const size = files.sizeOf(name);
  if (start < 0 || start > end || end > size) throw truncated(name, end, size);
  const bytes = await files.read(name, request);
  if (bytes.length !== end - start) throw truncated(name, end, start + bytes.length);
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
