import { readExactly } from './checkpoint-files.ts';
import type { CheckpointFiles } from './checkpoint-files.ts';
import { byteSizeOf, toFloat32 } from './element-types.ts';
import type { ElementType } from './element-types.ts';
import { pieceBytes, takeInTurn } from './piece-memory.ts';
import type { TakeMemory } from './piece-memory.ts';

/** A tensor as a checkpoint's files hold it. */
export interface StoredTensor {
  /** The name in the file. */
  readonly name: string;
  readonly type: ElementType;
  readonly shape: readonly number[];
  /** Equal for tensors that share the same bytes, as tied weights may. */
  readonly identity: string;
  /** Reads this tensor alone, as float32 in row-major order. */
  read(): Promise<Float32Array>;
  /**
   * The same in pieces of at most `pieceElements`, so that the largest matrix of a model needs no
   * more memory than the smallest. Only a tensor whose elements lie scattered is read as a whole.
   * A piece holds until the next but one is asked for.
   */
  stream(memory: TensorMemory): AsyncIterable<Float32Array>;
}

/** Where the pieces of tensors are put that are streamed one after the other. */
interface TensorMemory {
  readonly takeForBytes: TakeMemory;
  /** For elements of other types than float32. */
  readonly takeForValues: TakeMemory;
}

/** Memory for one reader: each piece lies where the one before the last lay. */
export function createTensorMemory(): TensorMemory {
  return { takeForBytes: takeInTurn(), takeForValues: takeInTurn() };
}

/** As float32. */
export const pieceElements = pieceBytes / 4;

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly type: ElementType;
  readonly memory: TensorMemory;
}

/** Reads elements that lie one after the other in a file, piece by piece. */
export async function* streamElements(
  files: CheckpointFiles,
  file: string,
  stretch: Stretch,
): AsyncGenerator<Float32Array> {
  const { type, end, memory } = stretch;
  const length = pieceElements * byteSizeOf(type);
  for (let { start } = stretch; start < end; start += length) {
    const range = { start, end: Math.min(end, start + length) };
    const target = memory.takeForBytes(range.end - range.start);
    const bytes = await readExactly(files, file, { ...range, memory: target });
    yield toFloat32(bytes, type, memory.takeForValues);
  }
}

/** A tensor that was read as a whole, in the same pieces as one that was not. */
export function* cutIntoPieces(values: Float32Array): Generator<Float32Array> {
  for (let start = 0; start < values.length; start += pieceElements) {
    yield values.subarray(start, start + pieceElements);
  }
}
