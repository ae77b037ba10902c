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
}
