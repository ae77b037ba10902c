import { AnamnesisError } from '#core/base/error.ts';
import type { CheckpointFiles } from '../checkpoint-files.ts';
import type { Checkpoint } from '../open-checkpoint.ts';

/** Reads as a real folder does: into the memory that is given, else into new memory. */
interface MemoryFolder extends CheckpointFiles {
  /** How much was asked for at once, in bytes. */
  readonly largestRead: () => number;
  /** Everything that was read into. */
  readonly memories: ReadonlySet<ArrayBuffer>;
}

/** By file name. */
export type FolderContents = Readonly<Record<string, Uint8Array>>;

export function filesOf(contents: FolderContents): MemoryFolder {
  let largest = 0;
  const memories = new Set<ArrayBuffer>();
  return {
    names: () => Object.keys(contents),
    sizeOf: (name) => contents[name].length,
    read: (name, { start, end, memory = new ArrayBuffer(end - start) }) => {
      largest = Math.max(largest, end - start);
      memories.add(memory);
      const target = new Uint8Array(memory, 0, end - start);
      target.set(contents[name].subarray(start, end));
      return Promise.resolve(target);
    },
    largestRead: () => largest,
    memories,
  };
}

export function encodeJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

/** The same folder with other values in its config.json; undefined takes one away. */
export function withConfiguration(contents: FolderContents, changes: object): FolderContents {
  const config = JSON.parse(new TextDecoder().decode(contents['config.json'])) as object;
  return { ...contents, 'config.json': encodeJson({ ...config, ...changes }) };
}

/** What an attempt is refused with. */
export async function refusalOf(attempt: Promise<unknown>): Promise<AnamnesisError> {
  const error: unknown = await attempt.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AnamnesisError) return error;
  throw new Error(`no refusal but ${String(error)}`);
}

/** Shapes and values by name, as JSON writes them. */
export type PlainTensors = Record<string, { shape: number[]; values: number[] }>;

export async function readAll(checkpoint: Checkpoint): Promise<PlainTensors> {
  const tensors: PlainTensors = {};
  for (const { name, shape } of checkpoint.listTensors()) {
    tensors[name] = { shape: [...shape], values: [...(await checkpoint.readTensor(name))] };
  }
  return tensors;
}
