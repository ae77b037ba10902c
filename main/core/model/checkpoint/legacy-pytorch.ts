import { isAnamnesisError } from '#core/base/error.ts';
import { archiveMalformed } from './archive-malformed.ts';
import { readExactly } from './checkpoint-files.ts';
import type { CheckpointFiles } from './checkpoint-files.ts';
import { byteSizeOf } from './element-types.ts';
import { readTensorPickle } from './tensor-pickle.ts';
import type { TensorPickle } from './tensor-pickle.ts';
import type { PickledStorage } from './pickled-tensor.ts';

/** `torch.serialization.MAGIC_NUMBER` and `PROTOCOL_VERSION`. */
const magicNumber = 0x1950a86a20f9469cfc6cn;
const protocolVersion = 1001;

/** The pickles stand at the start of the file; how long they are is known only when read. */
const firstReadBytes = 1_048_576;
const growth = 4;
const pickleLimitBytes = 16_777_216;

interface LegacyHead {
  readonly state: TensorPickle;
  /** In the order of their data. */
  readonly keys: readonly string[];
  /** Where the data begins. */
  readonly end: number;
}

/**
 * Opens a file as PyTorch before 1.6 wrote it: five pickles (a magic number, a version, the
 * machine, the state dictionary, the order of the storages), then every storage as its length and
 * its elements.
 * @throws AnamnesisError checkpoint.archive-malformed, checkpoint.pickle-malformed,
 * checkpoint.pickle-refused
 */
export async function locateLegacyStorages(
  files: CheckpointFiles,
  file: string,
): Promise<{
  value: unknown;
  locate: (storage: PickledStorage) => { start: number; end: number };
}> {
  const { state, keys, end } = await readHead(files, file);
  const found = new Map<string, { start: number; end: number }>();
  let position = end;
  for (const key of keys) {
    const storage = state.storages.get(key);
    if (storage === undefined) throw archiveMalformed(file, 'storages that tensors use', 'another');
    const head = await readExactly(files, file, { start: position, end: position + 8 });
    const length = new DataView(head.buffer, head.byteOffset).getBigInt64(0, true);
    if (length !== BigInt(storage.length)) {
      throw archiveMalformed(file, `${storage.length} elements in a storage`, String(length));
    }
    const start = position + 8;
    position = start + storage.length * byteSizeOf(storage.type);
    if (position > files.sizeOf(file))
      throw archiveMalformed(file, 'all elements', 'the end of the file');
    found.set(key, { start, end: position });
  }
  return {
    value: state.value,
    locate(storage) {
      const place = found.get(storage.key);
      if (place === undefined)
        throw archiveMalformed(file, 'data for every storage', 'one without');
      return place;
    },
  };
}

async function readHead(files: CheckpointFiles, file: string): Promise<LegacyHead> {
  const limit = Math.min(files.sizeOf(file), pickleLimitBytes);
  for (let length = Math.min(limit, firstReadBytes); ; length = Math.min(limit, length * growth)) {
    const bytes = await readExactly(files, file, { start: 0, end: length });
    try {
      return parseHead(bytes, file);
    } catch (error) {
      // The pickles may simply go on beyond what was read.
      if (!isAnamnesisError(error, 'checkpoint.pickle-malformed') || length === limit) throw error;
    }
  }
}

function parseHead(bytes: Uint8Array, file: string): LegacyHead {
  let end = 0;
  const next = (): TensorPickle => {
    const pickle = readTensorPickle(bytes.subarray(end), file);
    end += pickle.end;
    return pickle;
  };
  if (bytes[0] !== 0x80 || next().value !== magicNumber || next().value !== protocolVersion) {
    throw archiveMalformed(file, 'a file that torch.save wrote', 'something else');
  }
  const machine = next().value;
  if (!(machine instanceof Map) || machine.get('little_endian') !== true) {
    throw archiveMalformed(file, 'numbers in little-endian order', 'another order');
  }
  const state = next();
  const keys = next().value;
  if (!Array.isArray(keys) || !keys.every((key) => typeof key === 'string')) {
    throw archiveMalformed(file, 'the order of the storages', 'something else');
  }
  return { state, keys, end };
}
