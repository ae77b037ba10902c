import { AnamnesisError } from '#core/base/error.ts';

import { bindSymbols } from '../bind-symbols.ts';
import { evaluateDimension, formatShape } from '../dimensions.ts';
import { checkFit } from '../fit.ts';
import type { Graph } from '../graph.ts';
import { ops } from '../ops/table.ts';
import type { Dimension, GraphNode, OpName, Value, ValueType } from '../types.ts';
import { tensorflowTypeOf } from './operations.ts';
import type { DeviceTensor, TensorflowOperations } from './operations.ts';
import { planReleases } from './plan-releases.ts';
import type { PlannedNode } from './plan-releases.ts';

/** Tensors by the names of a graph's inputs. */
export interface ProgramFeeds<T> {
  /** Stay the caller's. */
  readonly kept: ReadonlyMap<string, T>;
  /** Are freed by the run, after their last use. */
  readonly given: ReadonlyMap<string, T>;
}

const arrays: Record<
  ReturnType<typeof tensorflowTypeOf>,
  (data: readonly number[]) => Float32Array | Int32Array | Uint8Array
> = {
  float32: (data) => Float32Array.from(data),
  int32: (data) => Int32Array.from(data),
  bool: (data) => Uint8Array.from(data),
};

type Size = (dimension: Dimension) => number;

/** Holds a tensor against the type that the graph gives it. */
function checkType(type: ValueType, tensor: DeviceTensor, at: { size: Size; place: string }): void {
  const expected = `${tensorflowTypeOf(type.dataType)} ${formatShape(type.shape.map(at.size))}`;
  const found = `${tensor.dtype} ${formatShape(tensor.shape)}`;
  if (expected === found) return;
  throw new AnamnesisError('graph.invalid', {
    expected,
    found,
    remedy: 'This is a defect of the program: report it with the command that led to it.',
    place: at.place,
  });
}

/** The error for what TensorFlow.js throws, for example where a device is out of memory. */
export function refuseOperation(place: string, cause: unknown): AnamnesisError {
  return new AnamnesisError('runtime.failed', {
    expected: 'an operation that TensorFlow.js can compute',
    found: cause instanceof Error ? cause.message : 'an unknown error',
    remedy: 'Use smaller batches; if that does not help, choose another engine.',
    place,
    cause,
  });
}

/** The tensors of one run: which there are, and which of them the run has to free. */
class RunTensors<T extends DeviceTensor> {
  readonly #tensors: Map<Value, T>;
  readonly #owned = new Set<Value>();

  constructor(constants: ReadonlyMap<Value, T>) {
    this.#tensors = new Map(constants);
  }

  get(value: Value): T {
    const tensor = this.#tensors.get(value);
    checkFit(tensor !== undefined, 'a value that is defined', `value ${value.id}`);
    return tensor;
  }

  set(value: Value, tensor: T, isOwned: boolean): void {
    this.#tensors.set(value, tensor);
    if (isOwned) this.#owned.add(value);
  }

  release(values: Iterable<Value>): void {
    for (const value of values) {
      if (!this.#owned.delete(value)) continue;
      this.get(value).dispose();
      this.#tensors.delete(value);
    }
  }

  releaseAll(): void {
    this.release([...this.#owned]);
  }
}

/**
 * A graph made ready for a TensorFlow.js backend: its nodes are computed one after the other, and
 * what each makes is freed after its last use, by a plan that is made once.
 */
export class TensorflowProgram<T extends DeviceTensor> {
  readonly #tf: TensorflowOperations<T>;
  readonly #graph: Graph;
  readonly #inputs: ReadonlyMap<string, Value>;
  readonly #plan: readonly PlannedNode[];
  readonly #constants: ReadonlyMap<Value, T>;

  constructor(tf: TensorflowOperations<T>, graph: Graph) {
    this.#tf = tf;
    this.#graph = graph;
    this.#inputs = new Map(
      graph.inputs.flatMap((value) =>
        value.origin.kind === 'input' ? [[value.origin.name, value]] : [],
      ),
    );
    this.#plan = planReleases(graph);
    this.#constants = new Map(
      graph.constants.map((value) => {
        const data = value.origin.kind === 'constant' ? value.origin.data : [];
        const dtype = tensorflowTypeOf(value.dataType);
        return [value, tf.tensor(arrays[dtype](data), value.shape.map(Number), dtype)];
      }),
    );
  }

  /**
   * Computes the outputs, by name; they belong to the caller. Whether it succeeds or not, the run
   * frees everything else that it made or was given. Throws `runtime.failed` naming node and op.
   */
  run(feeds: ProgramFeeds<T>): Map<string, T> {
    const tensors = new RunTensors(this.#constants);
    try {
      const size = this.#takeFeeds(tensors, feeds);
      this.#plan.forEach(({ node, release }, index) => {
        this.#compute(node, { tensors, size, place: `node ${index} (${node.op})` });
        tensors.release(release);
      });
      // A clone shares the memory; so one value may be two outputs, or an input and an output.
      return new Map(
        [...this.#graph.outputs].map(([name, value]) => [name, this.#tf.clone(tensors.get(value))]),
      );
    } finally {
      tensors.releaseAll();
    }
  }

  #takeFeeds(tensors: RunTensors<T>, { kept, given }: ProgramFeeds<T>): Size {
    for (const [name, tensor] of given) {
      const value = this.#inputs.get(name);
      if (value === undefined) tensor.dispose();
      else tensors.set(value, tensor, true);
    }
    for (const [name, value] of this.#inputs) {
      const tensor = given.has(name) ? undefined : kept.get(name);
      if (tensor !== undefined) tensors.set(value, tensor, false);
    }
    const bindings = bindSymbols(this.#graph, (name) => (given.get(name) ?? kept.get(name))?.shape);
    const sizes = new Map<Dimension, number>();
    const size: Size = (dimension) => {
      const known = sizes.get(dimension) ?? evaluateDimension(dimension, bindings);
      sizes.set(dimension, known);
      return known;
    };
    for (const [name, value] of this.#inputs) {
      checkType(value, tensors.get(value), { size, place: `input "${name}"` });
    }
    return size;
  }

  #compute<Name extends OpName>(
    node: GraphNode<Name>,
    run: { tensors: RunTensors<T>; size: Size; place: string },
  ): void {
    const { tensors, size, place } = run;
    const site = {
      tf: this.#tf,
      attributes: node.attributes,
      inputs: node.inputs.map((value) => tensors.get(value)),
      size,
    };
    let outputs: readonly T[];
    try {
      outputs = this.#tf.tidy(() => [...ops[node.op].tensorflow(site)]);
    } catch (cause) {
      throw refuseOperation(place, cause);
    }
    node.outputs.forEach((value, index) => {
      tensors.set(value, outputs[index], true);
    });
    node.outputs.forEach((value, index) => {
      checkType(value, outputs[index], run);
    });
  }

  /** Frees the constants; the program cannot run any more. */
  dispose(): void {
    for (const tensor of this.#constants.values()) tensor.dispose();
  }
}
