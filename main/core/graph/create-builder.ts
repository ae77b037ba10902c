import { AnamnesisError } from '#core/base/error.ts';

import { GraphBuilder } from './builder.ts';
import { formatShape } from './dimensions.ts';
import { ops } from './ops/table.ts';
import type { OpAttributes, OpName, ValueType } from './types.ts';

/** The types of a node's outputs by its op's shape rule. An error names the op and its operands. */
export function inferTypes<Name extends OpName>(
  op: Name,
  inputs: readonly ValueType[],
  attributes: OpAttributes[Name],
): readonly ValueType[] {
  try {
    return ops[op].infer(inputs, attributes);
  } catch (error) {
    if (!(error instanceof AnamnesisError) || error.details.place !== undefined) throw error;
    const operands = inputs.map(({ dataType, shape }) => `${dataType} ${formatShape(shape)}`);
    throw new AnamnesisError(error.code, {
      ...error.told,
      place: `${op}(${operands.join(', ')})`,
    });
  }
}

/** A builder for a new, empty graph. */
export function createGraphBuilder(): GraphBuilder {
  return new GraphBuilder(inferTypes);
}
