import { Tensor } from '#core/runtime/onnxruntime.ts';
import { assert } from '#core/base/assert.ts';
import { createGraphBuilder } from '#core/graph/create-builder.ts';
import type { Graph } from '#core/graph/graph.ts';
import { loadAllocator, loadProgram } from './program.ts';
import type { Program } from './program.ts';

/** y = x for any sizes. */
function buildCopy(rank: number): Graph {
  const builder = createGraphBuilder();
  const shape = Array.from({ length: rank }, (_, axis) => `size${axis}`);
  builder.output('y', builder.input('x', 'float32', shape));
  return builder.graph;
}

/** Programs by rank, each made when it is first needed. */
class ByRank<Loaded extends { release(): Promise<void> }> {
  readonly #loaded = new Map<number, Loaded>();
  readonly #load: (graph: Graph) => Promise<Loaded>;

  constructor(load: (graph: Graph) => Promise<Loaded>) {
    this.#load = load;
  }

  async get(rank: number): Promise<Loaded> {
    const known = this.#loaded.get(rank);
    if (known !== undefined) return known;
    const loaded = await this.#load(buildCopy(rank));
    this.#loaded.set(rank, loaded);
    return loaded;
  }

  async release(): Promise<void> {
    for (const loaded of this.#loaded.values()) await loaded.release();
    this.#loaded.clear();
  }
}

/**
 * Moves float32 tensors between memory and the device. onnxruntime-node cannot do that by itself:
 * `getData` of a tensor on the device ends the process. So everything goes through programs that
 * copy.
 */
export class Transfer {
  readonly #allocators = new ByRank(loadAllocator);
  readonly #copies = new ByRank<Program>(loadProgram);

  /** A new tensor on the device with these values. */
  async upload(shape: readonly number[], values: Float32Array): Promise<Tensor> {
    const allocator = await this.#allocators.get(shape.length);
    const results = await allocator.run(new Map([['x', new Tensor('float32', values, shape)]]));
    const tensor = results.get('y');
    assert(tensor !== undefined, 'the output y of a copy');
    return tensor;
  }

  /** Replaces the values of a tensor on the device. */
  async write(tensor: Tensor, values: Float32Array): Promise<void> {
    const copy = await this.#copies.get(tensor.dims.length);
    const feeds = new Map([['x', new Tensor('float32', values, tensor.dims)]]);
    await copy.run(feeds, new Map([['y', tensor]]));
  }

  /** The values of a tensor on the device, in new memory. */
  async download(tensor: Tensor): Promise<Float32Array> {
    const copy = await this.#copies.get(tensor.dims.length);
    const values = (await copy.run(new Map([['x', tensor]]))).get('y');
    assert(values !== undefined, 'the output y of a copy');
    return values;
  }

  async release(): Promise<void> {
    await this.#allocators.release();
    await this.#copies.release();
  }
}
