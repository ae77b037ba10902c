import { archiveMalformed } from './archive-malformed.ts';
import { readExactly } from './checkpoint-files.ts';
import type { CheckpointFiles } from './checkpoint-files.ts';
import { byteSizeOf, countElements, toFloat32 } from './element-types.ts';
import { locateLegacyStorages } from './legacy-pytorch.ts';
import { findExtent, gather, isContiguous } from './strided-view.ts';
import { readTensorPickle } from './tensor-pickle.ts';
import type { PickledStorage, PickledTensor } from './pickled-tensor.ts';
import { listPickledTensors } from './state-dictionary.ts';
import { cutIntoPieces, streamElements } from './tensor-source.ts';
import type { StoredTensor } from './tensor-source.ts';
import { readZipDirectory } from './zip-directory.ts';

/** Where the bytes of a storage lie in the file. */
interface StorageBytes {
  readonly start: number;
  readonly end: number;
}

/** A pickle describes tensors in about 100 bytes each. */
const pickleLimitBytes = 16_777_216;
/**
 * Tied weights are one storage of two tensors, and masks repeat elements. Tensors that together need
 * more than so many times the bytes of the file, and these, would only fill the disk or take for ever.
 */
const sharingLimit = 4;
const repeatingLimitBytes = 67_108_864;

/**
 * The tensors of a file that `torch.save` wrote from a state dictionary, in the zip layout of
 * PyTorch 1.6 and later or the one before. The pickle in it is interpreted by a machine that can
 * build tensors and nothing else; values are read when asked for.
 * @throws AnamnesisError checkpoint.archive-malformed, checkpoint.pickle-malformed,
 * checkpoint.pickle-refused, checkpoint.file-truncated
 */
export async function listPytorchTensors(
  files: CheckpointFiles,
  file: string,
): Promise<StoredTensor[]> {
  const size = files.sizeOf(file);
  const first = await readExactly(files, file, { start: 0, end: Math.min(size, 2) });
  const isZip = first[0] === 0x50 && first[1] === 0x4b;
  const { value, locate } = isZip
    ? await openZip(files, file)
    : await locateLegacyStorages(files, file);
  const tensors = listPickledTensors(value, file);
  const limit = sharingLimit * size + repeatingLimitBytes;
  const needed = [...tensors.values()].reduce((sum, tensor) => sum + countBytes(tensor), 0);
  if (needed > limit) {
    throw archiveMalformed(file, `tensors of at most ${limit} bytes together`, `${needed} bytes`);
  }
  return [...tensors].map(([name, tensor]) =>
    describe(files, { file, name, tensor, bytes: locate(tensor.storage) }),
  );
}

/** Of its elements, or of the stretch that must be read for them. */
function countBytes(tensor: PickledTensor): number {
  const { start, end } = findExtent(tensor);
  const count = countElements(tensor.shape) ?? Infinity;
  return Math.max(count, end - start) * byteSizeOf(tensor.storage.type);
}

async function openZip(
  files: CheckpointFiles,
  file: string,
): Promise<{ value: unknown; locate: (storage: PickledStorage) => StorageBytes }> {
  const entries = await readZipDirectory(files, file);
  const pickleName = [...entries.keys()].find((name) => /^[^/]+\/data\.pkl$/.test(name));
  const pickle = pickleName === undefined ? undefined : entries.get(pickleName);
  if (pickleName === undefined || pickle === undefined) {
    throw archiveMalformed(file, 'an archive with data.pkl', 'none in it');
  }
  if (pickle.end - pickle.start > pickleLimitBytes) {
    throw archiveMalformed(file, `a pickle of at most ${pickleLimitBytes} bytes`, 'a longer one');
  }
  const root = pickleName.slice(0, -'data.pkl'.length);
  const byteOrder = entries.get(`${root}byteorder`);
  if (byteOrder !== undefined) {
    const end = Math.min(byteOrder.end, byteOrder.start + 16);
    const order = await readExactly(files, file, { start: byteOrder.start, end });
    if (new TextDecoder().decode(order) !== 'little') {
      throw archiveMalformed(file, 'numbers in little-endian order', 'another order');
    }
  }
  const { value } = readTensorPickle(await readExactly(files, file, pickle), file);
  return {
    value,
    locate(storage) {
      const entry = entries.get(`${root}data/${storage.key}`);
      const byteLength = storage.length * byteSizeOf(storage.type);
      if (entry === undefined || entry.end - entry.start < byteLength) {
        throw archiveMalformed(file, `${byteLength} bytes for each storage`, 'fewer');
      }
      return entry;
    },
  };
}

function describe(
  files: CheckpointFiles,
  stored: { file: string; name: string; tensor: PickledTensor; bytes: StorageBytes },
): StoredTensor {
  const { file, name, tensor, bytes } = stored;
  const { type } = tensor.storage;
  const extent = findExtent(tensor);
  const range = {
    start: bytes.start + extent.start * byteSizeOf(type),
    end: bytes.start + extent.end * byteSizeOf(type),
  };
  const read = async () => {
    const values = toFloat32(await readExactly(files, file, range), type);
    return isContiguous(tensor) ? values : gather(values, tensor);
  };
  return {
    name,
    type,
    shape: tensor.shape,
    identity: `${file}/${range.start}-${range.end}/${type}/${tensor.strides.join()}`,
    read,
    async *stream(memory) {
      if (isContiguous(tensor)) yield* streamElements(files, file, { ...range, type, memory });
      else yield* cutIntoPieces(await read());
    },
  };
}
