import type { GraphBuilder } from '#core/graph/builder.ts';
import {
  differentiate,
  gatherGradientParts,
  joinRows,
  sumParts,
} from '#core/graph/differentiate.ts';
import type { GradientPart, ScatteredGradient } from '#core/graph/graph.ts';
import type { Dimension, Value } from '#core/graph/types.ts';

import type { GraphParameter } from './parameters.ts';

/** What lookups add to the gradient of a table, as rows of it. */
export interface RowGradient {
  /** Which of the parameters. */
  readonly parameter: number;
  /** Rows, in the sizes of a batch; a row may be named several times. */
  readonly count: Dimension;
  /** Whether something else adds to the whole table: then that is the output `gradient:<name>`. */
  readonly hasTable: boolean;
}

/** Where gradients are wanted. */
export interface GradientPlace {
  readonly parameters: readonly GraphParameter[];
  readonly values: readonly Value[];
  readonly loss: Value;
  readonly accumulate: boolean;
}

function feedAccumulated(builder: GraphBuilder, { name, shape }: GraphParameter): Value {
  return builder.input(`accumulated:${name}`, 'float32', shape);
}

/** Every gradient as large as its parameter, and the squared norm of all. */
export function putWholeGradients(
  builder: GraphBuilder,
  { parameters, values, loss, accumulate }: GradientPlace,
): void {
  const accumulated = new Map<Value, Value>();
  if (accumulate) {
    parameters.forEach((parameter, index) => {
      accumulated.set(values[index], feedAccumulated(builder, parameter));
    });
  }
  const gradients = differentiate(builder, loss, { parameters: values, accumulated });
  gradients.forEach((gradient, index) => {
    builder.output(`gradient:${parameters[index].name}`, gradient);
  });
  const squares = gradients.map((gradient) => builder.sumOfSquares(gradient));
  builder.output('squared_norm', builder.reduceSum(builder.concat(squares, 0), [0], true));
}

/**
 * Whether onnxruntime would write such indices out: not what is fed or constant, and not a range,
 * whose lookup it makes a slice of, to crash where the range is an output as well (1.30).
 */
function canLeave({ indices: { origin } }: ScatteredGradient): boolean {
  return origin.kind === 'node' && origin.node.op !== 'range';
}

/** Lookups whose rows leave the graph: those in large tables, as it happens. */
function listRowsApart(parts: readonly GradientPart[]): readonly ScatteredGradient[] {
  const rows = parts.filter((part): part is ScatteredGradient => 'indices' in part);
  return rows.length > 1 || rows.every(canLeave) ? rows : [];
}

/** Gradients without what large tables get from lookups, and that as rows; says which. */
export function putRowsApart(
  builder: GraphBuilder,
  { parameters, values, loss, accumulate }: GradientPlace,
): RowGradient[] {
  const rowGradients: RowGradient[] = [];
  gatherGradientParts(builder, loss, values).forEach((parts, index) => {
    const parameter = parameters[index];
    const apart = listRowsApart(parts);
    const inside = apart.length === 0 ? parts : parts.filter((part) => !('indices' in part));
    const hasTable = inside.length > 0 || apart.length === 0;
    if (hasTable) {
      const starts = accumulate ? [feedAccumulated(builder, parameter)] : [];
      const sum = sumParts(builder, [...starts, ...inside], values[index]);
      builder.output(`gradient:${parameter.name}`, sum);
    }
    if (apart.length === 0) return;
    const rows = joinRows(builder, apart);
    builder.output(`rows:${parameter.name}`, rows.indices);
    builder.output(`row_gradients:${parameter.name}`, rows.updates);
    rowGradients.push({ parameter: index, count: rows.indices.shape[0], hasTable });
  });
  return rowGradients;
}
