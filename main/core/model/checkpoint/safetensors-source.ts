import { AnamnesisError } from '#core/base/error.ts';
import { readExactly } from './checkpoint-files.ts';
import type { CheckpointFiles } from './checkpoint-files.ts';
import { toFloat32 } from './element-types.ts';
import { headerLengthBytes, parseSafetensorsHeader, readHeaderEnd } from './safetensors-header.ts';
import { streamElements } from './tensor-source.ts';
import type { StoredTensor } from './tensor-source.ts';

/**
 * The tensors of one safetensors file. Only the header is read now.
 * @throws AnamnesisError checkpoint.safetensors-malformed, checkpoint.file-truncated
 */
export async function listSafetensors(
  files: CheckpointFiles,
  file: string,
): Promise<StoredTensor[]> {
  const size = files.sizeOf(file);
  const first = { start: 0, end: Math.min(size, headerLengthBytes) };
  const headerEnd = readHeaderEnd(await readExactly(files, file, first), size, file);
  const header = await readExactly(files, file, { start: headerLengthBytes, end: headerEnd });
  return parseSafetensorsHeader(header, size, file).map((entry) => ({
    name: entry.name,
    type: entry.type,
    shape: entry.shape,
    identity: `${file}/${entry.start}-${entry.end}/${entry.type}`,
    read: async () => toFloat32(await readExactly(files, file, entry), entry.type),
    stream: (memory) => streamElements(files, file, { ...entry, memory }),
  }));
}

/** Indices are small: a line per tensor. */
const indexLimitBytes = 16_777_216;

/**
 * The tensors of a checkpoint in several files, which an index lists as `weight_map`.
 * `listShard` reads one of them.
 * @throws AnamnesisError checkpoint.shards-malformed, and what `listShard` throws
 */
export async function listShards(
  files: CheckpointFiles,
  index: string,
  listShard: (files: CheckpointFiles, file: string) => Promise<StoredTensor[]>,
): Promise<StoredTensor[]> {
  const shardOf = await readIndex(files, index);
  const tensors: StoredTensor[] = [];
  for (const shard of new Set(shardOf.values())) {
    if (!files.names().includes(shard)) {
      throw malformed(index, 'all files that it lists', 'one of them missing');
    }
    // A tensor that stands in two shards counts where the index says.
    for (const tensor of await listShard(files, shard)) {
      if (shardOf.get(tensor.name) === shard) tensors.push(tensor);
    }
  }
  if (tensors.length !== shardOf.size) {
    throw malformed(
      index,
      `${shardOf.size} tensors in the files it lists`,
      `${tensors.length} of them`,
    );
  }
  return tensors;
}

function malformed(place: string, expected: string, found: string): AnamnesisError {
  return new AnamnesisError('checkpoint.shards-malformed', {
    expected,
    found,
    remedy: 'Copy all files of the checkpoint into its folder again.',
    place,
  });
}

async function readIndex(files: CheckpointFiles, index: string): Promise<Map<string, string>> {
  const size = files.sizeOf(index);
  if (size > indexLimitBytes) {
    throw malformed(index, `at most ${indexLimitBytes} bytes`, `${size} bytes`);
  }
  const bytes = await readExactly(files, index, { start: 0, end: size });
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw malformed(index, 'a file in JSON', 'something else');
  }
  const map = (parsed as { weight_map?: unknown } | null)?.weight_map;
  const entries = typeof map === 'object' && map !== null ? Object.entries(map) : [];
  if (entries.length === 0 || !entries.every(([, shard]) => typeof shard === 'string')) {
    throw malformed(index, 'a weight_map of tensor names to files', 'none');
  }
  return new Map(entries as [string, string][]);
}
