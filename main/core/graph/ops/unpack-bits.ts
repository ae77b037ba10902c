import { formatShape, multiplyDimensions } from '../dimensions.ts';
import { checkFit } from '../fit.ts';
import type { Op } from '../op.ts';
import { elementCount } from '../tensor.ts';
import type { Shape } from '../types.ts';

const wordBits = 32;
const places = Array.from({ length: wordBits }, (_, place) => place);
/** Each moves one place to the sign of a 32-bit number, where it shows as `< 0`. */
const toSign = places.map((place) => 1 << (wordBits - 1 - place));

/** How many words hold a truth for every element of a shape, whose sizes are numbers. */
export function countBitWords(shape: Shape): number {
  const size = multiplyDimensions(shape);
  checkFit(typeof size === 'number', 'sizes that are numbers', formatShape(shape));
  return Math.ceil(size / wordBits);
}

/**
 * Truths from the bits of 32-bit words: element e is bit e mod 32, counted from the lowest, of word
 * ⌊e / 32⌋. What travels to a device is an eighth of what bytes would be.
 */
export const unpackBits: Op<'unpackBits'> = {
  infer: ([words], { shape }) => {
    const count = countBitWords(shape);
    checkFit(words.dataType === 'int64', 'int64', words.dataType);
    checkFit(
      words.shape.length === 1 && words.shape[0] === count,
      `[${count}] words for ${formatShape(shape)}`,
      formatShape(words.shape),
    );
    return [{ dataType: 'bool', shape }];
  },
  gradient: null,
  onnx: ({ attributes: { shape }, inputs: [words], outputs: [output], emit }) => {
    const count = countBitWords(shape);
    const size = elementCount(shape.map(Number));
    const column = emit.node('Reshape', [words, emit.integers([count, 1])]);
    // The WebGPU provider has no operators on bits, but products of int32 wrap around there (WebGPU
    // Shading Language, "Arithmetic Expressions"): each bit is moved to the sign.
    const onDevice = emit.options.webGpu === true;
    const bits = onDevice
      ? emit.node('Mul', [column, emit.constant('int32', [wordBits], toSign)])
      : emit.node('BitwiseAnd', [column, emit.integers(places.map((place) => 2 ** place))]);
    let wanted = bits;
    if (size < count * wordBits) {
      // What lies beyond the last element goes. Split, since that provider slices no whole numbers.
      wanted = `${output}_bits`;
      const flat = emit.node('Reshape', [bits, emit.integers([-1])]);
      const sizes = emit.integers([size, count * wordBits - size]);
      const axis = { axis: { int: 0 } };
      emit.into([wanted, `${output}_unused`], 'Split', [flat, sizes], axis);
    }
    const truths = onDevice
      ? emit.node('Less', [wanted, emit.constant('int32', [], [0])])
      : emit.node('Cast', [wanted], { to: { elementType: 'bool' } });
    emit.into([output], 'Reshape', [truths, emit.shape(shape)]);
  },
  tensorflow: ({ tf, attributes: { shape }, inputs: [words], size }) => {
    const sizes = shape.map(size);
    const factors = tf.tensor(Int32Array.from(toSign), [wordBits], 'int32');
    const moved = tf.mul(tf.reshape(words, [words.shape[0], 1]), factors);
    const zero = tf.tensor(new Int32Array(1), [], 'int32');
    const truths = tf.reshape(tf.less(moved, zero), [words.shape[0] * wordBits]);
    return [tf.reshape(tf.slice(truths, [0], [elementCount(sizes)]), sizes)];
  },
  reference: ([words], { shape }, size) => {
    const sizes = shape.map(size);
    const bitAt = (_: unknown, element: number) =>
      (words.data[Math.floor(element / wordBits)] >>> (element % wordBits)) & 1;
    return [{ shape: sizes, data: Float64Array.from({ length: elementCount(sizes) }, bitAt) }];
  },
};
