import { evaluateDimension } from '#core/graph/dimensions.ts';
import type { GraphParameter } from '#core/model/parameters.ts';
import type { RowGradient } from '#core/model/gradient-outputs.ts';
import type { ParameterMemory } from './flat-memory.ts';
import type { NamedTensors, OnnxBinding } from './onnx-session/session.ts';

/** The table that lookups add rows to. */
interface Table {
  readonly name: string;
  readonly rowShape: readonly number[];
  readonly rowSize: number;
  readonly count: RowGradient['count'];
  readonly gradients: Float32Array;
  /** Where its gradient is nothing but rows: those that are not zero. */
  readonly touched: Set<number> | null;
  /** Memory for the rows of a batch, kept from one to the next. */
  buffer: Float32Array;
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
  #written: readonly WrittenRows[] = [];

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
        touched: hasTable ? null : new Set(),
        buffer: new Float32Array(0),
      };
    });
  }

  /** Tensors for the rows of a batch, to be fetched by the next run and released after it. */
  prepare(sizes: Readonly<Record<string, number>>): NamedTensors {
    const bindings = new Map(Object.entries(sizes));
    this.#written = this.#tables.map((table) => {
      const count = evaluateDimension(table.count, bindings);
      const values = reserve(table, count * table.rowSize);
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
      const { gradients, rowSize, touched } = table;
      rows.forEach((row, index) => {
        const to = Number(row) * rowSize;
        const from = index * rowSize;
        for (let k = 0; k < rowSize; k++) gradients[to + k] += values[from + k];
        touched?.add(Number(row));
      });
    }
    this.#written = [];
  }

  /** Sets the tables that are only looked up to zero; the others are cleared or overwritten whole. */
  clear(): void {
    for (const { gradients, rowSize, touched } of this.#tables) {
      for (const row of touched ?? []) gradients.fill(0, row * rowSize, (row + 1) * rowSize);
      touched?.clear();
    }
  }
}

function reserve(table: Table, size: number): Float32Array {
  if (table.buffer.length < size) {
    table.buffer = new Float32Array(new ArrayBuffer(size * Float32Array.BYTES_PER_ELEMENT));
  }
  return table.buffer.subarray(0, size);
}
