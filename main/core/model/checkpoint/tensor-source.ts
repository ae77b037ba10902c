import { readExactly } from './checkpoint-files.ts';
import type { CheckpointFiles } from './checkpoint-files.ts';
import { byteSizeOf, toFloat32 } from './element-types.ts';
import type { ElementType } from './element-types.ts';

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
   */
  stream(): AsyncIterable<Float32Array>;
}

/** 4 MiB of float32. */
export const pieceElements = 1_048_576;

/** Reads elements that lie one after the other in a file, piece by piece. */
export async function* streamElements(
  files: CheckpointFiles,
  file: string,
  stretch: { readonly start: number; readonly end: number; readonly type: ElementType },
): AsyncGenerator<Float32Array> {
  const { type, end } = stretch;
  const pieceBytes = pieceElements * byteSizeOf(type);
  for (let { start } = stretch; start < end; start += pieceBytes) {
    const range = { start, end: Math.min(end, start + pieceBytes) };
    yield toFloat32(await readExactly(files, file, range), type);
  }
}

/** A tensor that was read as a whole, in the same pieces as one that was not. */
export function* cutIntoPieces(values: Float32Array): Generator<Float32Array> {
  for (let start = 0; start < values.length; start += pieceElements) {
    yield values.subarray(start, start + pieceElements);
  }
}
