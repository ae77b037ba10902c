import { dimensionTerms } from '../dimensions.ts';
import { checkFit } from '../fit.ts';
import { findSymbol } from '../graph.ts';
import type { Graph } from '../graph.ts';
import type { DataType, Dimension, Shape } from '../types.ts';
import type { OnnxAttribute, OnnxElementType, OnnxNode, OnnxTensor } from './model.ts';

export interface OnnxOptions {
  /**
   * Use com.microsoft.FusedMatMul, which transposes and scales inside the multiplication; ONNX
   * Runtime's CPU provider has it. Plain operators run everywhere.
   */
  readonly fusedMatMul: boolean;
  /**
   * Keep to what ONNX Runtime's WebGPU provider has kernels for, so that nothing falls back to the
   * CPU: whole numbers as int32, comparisons instead of Sign. Sizes must be numbers then: what
   * computes a shape at run time does so on the CPU.
   */
  readonly webGpu?: boolean;
}

type Attributes = Readonly<Record<string, OnnxAttribute>>;

/** Collects the nodes of an ONNX graph; constants and sizes are made once. */
export class OnnxEmitter {
  readonly options: OnnxOptions;
  readonly nodes: OnnxNode[] = [];
  readonly initializers: OnnxTensor[] = [];
  readonly #graph: Graph;
  readonly #known = new Map<string, string>();
  #count = 0;

  constructor(graph: Graph, options: OnnxOptions) {
    this.#graph = graph;
    this.options = options;
  }

  #name(kind: string): string {
    return `${kind}_${this.#count++}`;
  }

  /** A node whose output names are given. */
  into(
    outputs: readonly string[],
    type: string,
    inputs: readonly string[],
    attributes: Attributes = {},
    domain = '',
  ): void {
    const name = this.#name(type);
    this.nodes.push({ name, type, domain, inputs, outputs, attributes });
  }

  /** A helper node with one output; equal ones are shared. Returns the output's name. */
  node(type: string, inputs: readonly string[], attributes: Attributes = {}): string {
    const key = `${type}|${inputs.join()}|${JSON.stringify(attributes)}`;
    return this.#once(key, () => {
      const output = this.#name('helper');
      this.into([output], type, inputs, attributes);
      return output;
    });
  }

  #once(key: string, make: () => string): string {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = make();
    this.#known.set(key, made);
    return made;
  }

  /** What a type of ours is in this model. */
  elementType(dataType: DataType): OnnxElementType {
    return dataType === 'int64' && this.options.webGpu === true ? 'int32' : dataType;
  }

  constant(dataType: OnnxElementType, shape: readonly number[], data: readonly number[]): string {
    return this.#once(`constant|${dataType}|${shape.join()}|${data.join()}`, () => {
      const name = this.#name('constant');
      this.initializers.push({ name, dataType, shape, data });
      return name;
    });
  }

  /** An int64 vector, as operators take their axes and shapes. */
  integers(data: readonly number[]): string {
    return this.constant('int64', [data.length], data);
  }

  /** A size as int64 [1], computed at run time where it is symbolic. */
  dimension(dimension: Dimension): string {
    const terms = dimensionTerms(dimension).map(({ coefficient, symbols }) => {
      const factors = symbols.map((symbol) => this.#symbol(symbol));
      if (coefficient !== 1 || factors.length === 0) factors.push(this.integers([coefficient]));
      return factors.reduce((product, factor) => this.node('Mul', [product, factor]));
    });
    return terms.reduce((sum, term) => this.node('Add', [sum, term]));
  }

  #symbol(symbol: string): string {
    const source = findSymbol(this.#graph, symbol);
    checkFit(source !== null, 'an input that carries each symbol', `"${symbol}" in none`);
    const { name, axis } = source;
    return this.node('Shape', [name], { start: { int: axis }, end: { int: axis + 1 } });
  }

  /** A shape as int64 [rank]. */
  shape(shape: Shape): string {
    if (shape.every((size) => typeof size === 'number')) return this.integers(shape);
    return this.node(
      'Concat',
      shape.map((size) => this.dimension(size)),
      { axis: { int: 0 } },
    );
  }
}
