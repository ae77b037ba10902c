import { equalShapes, estimateElementCount, formatShape } from '../dimensions.ts';
import { checkFit } from '../fit.ts';
import type { OnnxAttribute } from '../onnx/model.ts';
import type { Op, OnnxSite } from '../op.ts';
import { fillTensor, readBroadcast } from '../tensor.ts';
import { checkSameFloats } from './float-type.ts';

function swapLastAxes(rank: number): { perm: OnnxAttribute } {
  const axes = Array.from({ length: rank }, (_, axis) => axis);
  [axes[rank - 2], axes[rank - 1]] = [axes[rank - 1], axes[rank - 2]];
  return { perm: { integers: axes } };
}

/**
 * Plain operators. The scale goes to the right operand, which is the small one in attention.
 * aᵀ · b is written as (bᵀ · a)ᵀ where transposing b and the result moves less than transposing a.
 */
function emitPlain(site: OnnxSite<'matMul'>): void {
  const { attributes, emit, inputTypes, outputTypes, outputs } = site;
  const rank = inputTypes[0].shape.length;
  const [left, plainRight] = site.inputs;
  const { transposeA, transposeB, scale } = attributes;
  const right =
    scale === 1
      ? plainRight
      : emit.node('Mul', [plainRight, emit.constant(inputTypes[1].dataType, [], [scale])]);
  const transposed = (name: string) => emit.node('Transpose', [name], swapLastAxes(rank));
  const [leftSize, rightSize, outputSize] = [...inputTypes, ...outputTypes].map(({ shape }) =>
    estimateElementCount(shape),
  );
  if (transposeA && !transposeB && rightSize + outputSize <= leftSize) {
    const product = emit.node('MatMul', [transposed(right), left]);
    emit.into(outputs, 'Transpose', [product], swapLastAxes(rank));
    return;
  }
  emit.into(outputs, 'MatMul', [
    transposeA ? transposed(left) : left,
    transposeB ? transposed(right) : right,
  ]);
}

/** y = scale · a · b over the last two axes; the leading axes are equal. */
export const matMul: Op<'matMul'> = {
  infer: ([a, b], { transposeA, transposeB }) => {
    const found = `${formatShape(a.shape)} and ${formatShape(b.shape)}`;
    checkSameFloats([a, b]);
    checkFit(a.shape.length >= 2 && a.shape.length === b.shape.length, 'equal ranks ≥ 2', found);
    const [rows, inner] = transposeA ? a.shape.slice(-2).reverse() : a.shape.slice(-2);
    const [otherInner, columns] = transposeB ? b.shape.slice(-2).reverse() : b.shape.slice(-2);
    checkFit(inner === otherInner, 'equal inner sizes', found);
    const stack = a.shape.slice(0, -2);
    checkFit(equalShapes(stack, b.shape.slice(0, -2)), 'equal leading axes', found);
    return [{ dataType: a.dataType, shape: [...stack, rows, columns] }];
  },
  gradient: ({ builder, inputs: [a, b], attributes, gradient, needs }) => {
    const { transposeA, transposeB, scale } = attributes;
    const leftGradient = () =>
      transposeA
        ? builder.matMul(b, gradient, { transposeA: transposeB, transposeB: true, scale })
        : builder.matMul(gradient, b, { transposeB: !transposeB, scale });
    const rightGradient = () =>
      transposeB
        ? builder.matMul(gradient, a, { transposeA: true, transposeB: transposeA, scale })
        : builder.matMul(a, gradient, { transposeA: !transposeA, scale });
    return [needs(0) ? leftGradient() : null, needs(1) ? rightGradient() : null];
  },
  onnx: (site) => {
    const { attributes, inputs, outputs, emit } = site;
    const { transposeA, transposeB, scale } = attributes;
    if (!emit.options.fusedMatMul) {
      emitPlain(site);
      return;
    }
    const fused = {
      transA: { int: Number(transposeA) },
      transB: { int: Number(transposeB) },
      alpha: { float: scale },
    };
    emit.into(outputs, 'FusedMatMul', inputs, fused, 'com.microsoft');
  },
  tensorflow: ({ tf, attributes: { transposeA, transposeB, scale }, inputs: [a, b] }) => {
    // As in the plain ONNX form, the right operand is the small one in attention.
    const right = scale === 1 ? b : tf.mul(b, scale);
    return [tf.matMul(a, right, transposeA, transposeB)];
  },
  reference: ([a, b], { transposeA, transposeB, scale }) => {
    const rank = a.shape.length;
    const inner = a.shape[transposeA ? rank - 2 : rank - 1];
    const rows = a.shape[transposeA ? rank - 1 : rank - 2];
    const columns = b.shape[transposeB ? rank - 2 : rank - 1];
    const product = fillTensor([...a.shape.slice(0, -2), rows, columns], (index) => {
      const lead = index.slice(0, -2);
      const [row, column] = index.slice(-2);
      let sum = 0;
      for (let k = 0; k < inner; k++) {
        const left = readBroadcast(a, [...lead, ...(transposeA ? [k, row] : [row, k])]);
        const right = readBroadcast(b, [...lead, ...(transposeB ? [column, k] : [k, column])]);
        sum += left * right;
      }
      return scale * sum;
    });
    return [product];
  },
};
