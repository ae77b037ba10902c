import { sumToShape } from '../broadcast.ts';
import { broadcastShapes, equalShapes, formatShape } from '../dimensions.ts';
import { checkFit } from '../fit.ts';
import type { Op } from '../op.ts';
import { checkSameFloats } from './float-type.ts';
import { fillTensor, readBroadcast } from '../tensor.ts';

/**
 * y = a · b (+ c) of two matrices, each transposed on request; c broadcasts.
 * da = dy · bᵀ and db = aᵀ · dy, each transposed back where its operand was.
 */
export const gemm: Op<'gemm'> = {
  infer: ([a, b, addend], { transposeA, transposeB }) => {
    const found = `${formatShape(a.shape)} and ${formatShape(b.shape)}`;
    checkFit(a.shape.length === 2 && b.shape.length === 2, 'two matrices', found);
    checkSameFloats(addend === undefined ? [a, b] : [a, b, addend]);
    const [rows, inner] = transposeA ? [a.shape[1], a.shape[0]] : a.shape;
    const [otherInner, columns] = transposeB ? [b.shape[1], b.shape[0]] : b.shape;
    checkFit(inner === otherInner, 'equal inner sizes', found);
    const shape = [rows, columns];
    const broadcast = addend === undefined ? shape : broadcastShapes(addend.shape, shape);
    checkFit(
      broadcast !== null && equalShapes(broadcast, shape),
      `an addend that broadcasts to ${formatShape(shape)}`,
      formatShape(addend?.shape ?? []),
    );
    return [{ dataType: a.dataType, shape }];
  },
  gradient: ({ builder, inputs, attributes, gradient, needs }) => {
    const [a, b] = inputs;
    const { transposeA, transposeB } = attributes;
    const leftGradient = () =>
      transposeA
        ? builder.gemm(b, gradient, { transposeA: transposeB, transposeB: true })
        : builder.gemm(gradient, b, { transposeB: !transposeB });
    const rightGradient = () =>
      transposeB
        ? builder.gemm(gradient, a, { transposeA: true, transposeB: transposeA })
        : builder.gemm(a, gradient, { transposeA: !transposeA });
    return [
      needs(0) ? leftGradient() : null,
      needs(1) ? rightGradient() : null,
      ...inputs
        .slice(2)
        .map((addend) => (needs(2) ? sumToShape(builder, gradient, addend.shape) : null)),
    ];
  },
  onnx: ({ attributes, inputs, outputs, emit }) => {
    emit.into(outputs, 'Gemm', inputs, {
      transA: { int: Number(attributes.transposeA) },
      transB: { int: Number(attributes.transposeB) },
    });
  },
  tensorflow: ({ tf, attributes: { transposeA, transposeB }, inputs }) => {
    const [a, b] = inputs;
    const addend = inputs.at(2);
    const product = tf.matMul(a, b, transposeA, transposeB);
    return [addend === undefined ? product : tf.add(product, addend)];
  },
  reference: (inputs, { transposeA, transposeB }) => {
    const [a, b] = inputs;
    const addend = inputs.at(2);
    const inner = a.shape[transposeA ? 0 : 1];
    const shape = [a.shape[transposeA ? 1 : 0], b.shape[transposeB ? 0 : 1]];
    const product = fillTensor(shape, ([row, column]) => {
      let sum = addend ? readBroadcast(addend, [row, column]) : 0;
      for (let k = 0; k < inner; k++) {
        const left = a.data[transposeA ? k * shape[0] + row : row * inner + k];
        const right = b.data[transposeB ? column * inner + k : k * shape[1] + column];
        sum += left * right;
      }
      return sum;
    });
    return [product];
  },
};
