import { evaluateDimension } from '#core/graph/dimensions.ts';
import type { GraphParameter } from '#core/model/parameters.ts';
import type { RowGradient } from '#core/model/step-graph.ts';
import type { ParameterMemory } from './flat-memory.ts';
import type { NamedTensors, OnnxBinding } from './onnx-session/session.ts';

/** The table that lookups add rows to. */
interface Table {
  readonly name: string;
  readonly rowShape: readonly number[];
  readonly rowSize: number;
  readonly count: RowGradient['count'];
  readonly gradients: Float32Array;
  /** Its gradient is nothing but rows. */
  readonly isSparse: boolean;
}

/** What a run writes for a table. */
interface WrittenRows {
  readonly table: Table;
  /** [n] */
  readonly rows: BigInt64Array;
  /** [n × row size] */
  readonly values: Float32Array;
}

/**
 * Gradients of lookups, which the graph of a step gives as rows (`rowsApart` of
 * model/step-graph.ts): they are added to the tables' gradients here, in the order of the batch.
 * A table that is only looked up is zero but for these rows, so nothing but them is cleared.
 */
export class RowGradients {
  readonly #binding: OnnxBinding;
  readonly #tables: readonly Table[];
  /** Memory for the rows of a batch, kept from one to the next. */
  readonly #buffers = new Map<Table, Float32Array>();
  #written: readonly WrittenRows[] = [];
  /** Rows of sparse tables that are not zero. */
  readonly #touched = new Map<Table, Set<number>>();

  constructor(
    binding: OnnxBinding,
    parameters: readonly GraphParameter[],
    options: { rowGradients: readonly RowGradient[]; memory: readonly ParameterMemory[] },
  ) {
    this.#binding = binding;
    this.#tables = options.rowGradients.map(({ parameter, count, hasTable }) => {
      const { name, shape } = parameters[parameter];
      const rowShape = shape.slice(1);
      return {
        name,
        rowShape,
        rowSize: rowShape.reduce((product, size) => product * size, 1),
        count,
        gradients: options.memory[parameter].gradients,
        isSparse: !hasTable,
      };
    });
  }

  /** Tensors for the rows of a batch, to be fetched by the next run and released after it. */
  prepare(sizes: Readonly<Record<string, number>>): NamedTensors {
    const bindings = new Map(Object.entries(sizes));
    this.#written = this.#tables.map((table) => {
      const count = evaluateDimension(table.count, bindings);
      const values = this.#reserve(table, count * table.rowSize);
      // In a buffer of its own: small arrays otherwise lie on the heap, where they move.
      const rows = new BigInt64Array(new ArrayBuffer(count * BigInt64Array.BYTES_PER_ELEMENT));
      return { table, rows, values };
    });
    return new Map(
      this.#written.flatMap(({ table: { name, rowShape }, rows, values }) => [
        [`rows:${name}`, this.#binding.createTensor('int64', [rows.length], rows)],
        [
          `row_gradients:${name}`,
          this.#binding.createTensor('float32', [rows.length, ...rowShape], values),
        ],
      ]),
    );
  }

  /** Adds what the run has written to the gradients of the tables. */
  add(): void {
    for (const { table, rows, values } of this.#written) {
      const { gradients, rowSize, isSparse } = table;
      const touched = this.#touchedOf(table);
      rows.forEach((row, index) => {
        const to = Number(row) * rowSize;
        const from = index * rowSize;
        for (let k = 0; k < rowSize; k++) gradients[to + k] += values[from + k];
        if (isSparse) touched.add(Number(row));
      });
    }
    this.#written = [];
  }

  /** Sets the tables that are only looked up to zero; the others are cleared or overwritten whole. */
  clear(): void {
    for (const [{ gradients, rowSize }, rows] of this.#touched) {
      for (const row of rows) gradients.fill(0, row * rowSize, (row + 1) * rowSize);
      rows.clear();
    }
  }

  #reserve(table: Table, size: number): Float32Array {
    let buffer = this.#buffers.get(table);
    if (buffer === undefined || buffer.length < size) {
      buffer = new Float32Array(new ArrayBuffer(size * Float32Array.BYTES_PER_ELEMENT));
      this.#buffers.set(table, buffer);
    }
    return buffer.subarray(0, size);
  }

  #touchedOf(table: Table): Set<number> {
    const known = this.#touched.get(table);
    if (known !== undefined) return known;
    const rows = new Set<number>();
    this.#touched.set(table, rows);
    return rows;
  }
}
