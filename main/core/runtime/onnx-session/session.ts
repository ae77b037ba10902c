/** Element types of the tensors that enter and leave our graphs, with the arrays that hold them. */
interface OnnxArrays {
  readonly float32: Float32Array;
  readonly int64: BigInt64Array;
  /** One byte each, 0 or 1. */
  readonly bool: Uint8Array;
}

export type OnnxElementType = keyof OnnxArrays;

/** Memory of ours, described so that onnxruntime can read it or write into it. */
export interface OnnxTensor {
  readonly shape: readonly number[];
  /** Frees the description, not the memory; the tensor may not be used afterwards. */
  release(): void;
}

export type NamedTensors = ReadonlyMap<string, OnnxTensor>;

/** A loaded graph. Runs of one session must not overlap. */
export interface OnnxSession {
  /**
   * Computes the outputs named by `fetches` from `feeds` and writes them into the memory of the
   * fetched tensors, whose shapes must be those of the outputs. A fetched tensor may be fed as
   * well where the graph reads it no later than it writes it. Throws `runtime.failed`.
   */
  run(feeds: NamedTensors, fetches: NamedTensors): Promise<void>;
  /** Frees threads and memory; waits for nothing, so no run may be under way. */
  release(): Promise<void>;
}

interface OnnxSessionOptions {
  /** Threads inside one operator. */
  readonly threads: number;
}

/** One way to reach onnxruntime's CPU provider. */
export interface OnnxBinding {
  readonly name: OnnxBindingName;
  /** The tensor keeps using `data`'s memory: nothing is copied here. */
  createTensor<Type extends OnnxElementType>(
    type: Type,
    shape: readonly number[],
    data: OnnxArrays[Type],
  ): OnnxTensor;
  /** Loads a serialised ONNX model. Throws `runtime.failed`. */
  createSession(model: Uint8Array, options: OnnxSessionOptions): Promise<OnnxSession>;
}

export type OnnxBindingName = 'native' | 'portable';
