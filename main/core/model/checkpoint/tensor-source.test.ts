import { describe, expect, test } from 'vitest';
import { readAhead } from '#core/base/read-ahead.ts';
import type { ElementType } from './element-types.ts';
import { float16ToFloat32 } from './half-precision.ts';
import { pieceBytes } from './piece-memory.ts';
import { bytesOf, layOutSafetensors } from './safetensors-layout.ts';
import { listSafetensors } from './safetensors-source.ts';
import { filesOf } from './testing/memory-folder.ts';
import { createTensorMemory, cutIntoPieces, pieceElements } from './tensor-source.ts';
import type { StoredTensor } from './tensor-source.ts';

const count = 2 * pieceElements + 7;
const values = Float32Array.from({ length: count }, (_, index) => index / 3);

/** A safetensors file of one tensor of any type, given as its bytes. */
function fileOf(type: ElementType, data: Uint8Array): Uint8Array {
  const head = layOutSafetensors([{ name: 'large', shape: [count] }]);
  const text = new TextDecoder().decode(head.subarray(8));
  const entry = { dtype: type, shape: [count], data_offsets: [0, data.length] };
  const json = new TextEncoder().encode(JSON.stringify({ large: entry }).padEnd(text.length));
  head.set(json, 8);
  return Buffer.concat([head, data]);
}

async function joinPieces(tensor: StoredTensor): Promise<Float32Array> {
  const joined = new Float32Array(count);
  let filled = 0;
  const memory = createTensorMemory();
  for await (const piece of readAhead(tensor.stream(memory))) {
    expect(piece.byteLength).toBeLessThanOrEqual(pieceBytes);
    joined.set(piece, filled);
    filled += piece.length;
  }
  expect(filled).toBe(count);
  return joined;
}

const isEqual = (a: Float32Array, b: Float32Array) => Buffer.compare(bytesOf(a), bytesOf(b)) === 0;

describe('A large tensor is read in pieces, never as a whole, and in the same two memories,', () => {
  const halves = Uint16Array.from(values, (_, index) => index % 31_000);
  const widenedHalves = (halfOf: (half: number) => number) =>
    Float32Array.from(halves, (half) => halfOf(half));
  const word = new DataView(new ArrayBuffer(4));
  const bfloat16 = (half: number) => {
    word.setUint32(0, half << 16);
    return word.getFloat32(0);
  };

  test.each<[ElementType, ArrayBufferView, Float32Array]>([
    ['F32', values, values],
    ['F16', halves, widenedHalves((half) => float16ToFloat32(Uint16Array.of(half))[0])],
    ['BF16', halves, widenedHalves(bfloat16)],
    ['F64', Float64Array.from(values), values],
    [
      'I64',
      BigInt64Array.from(values, (value) => BigInt(Math.round(value))),
      values.map(Math.round),
    ],
    ['I16', Int16Array.from(halves), Float32Array.from(halves)],
    ['U8', Uint8Array.from(halves), Float32Array.from(Uint8Array.from(halves))],
  ])('of %s', async (type, { buffer, byteOffset, byteLength }, expected) => {
    const files = filesOf({ f: fileOf(type, new Uint8Array(buffer, byteOffset, byteLength)) });
    const [tensor] = await listSafetensors(files, 'f');
    const before = new Set(files.memories);
    expect(isEqual(await joinPieces(tensor), expected)).toBe(true);
    expect([...files.memories].filter((memory) => !before.has(memory))).toHaveLength(2);
    expect(files.largestRead()).toBeLessThanOrEqual(2 * pieceBytes);
    expect(isEqual(await tensor.read(), expected)).toBe(true);
  });
});

test('A tensor that had to be read as a whole comes in the same pieces', () => {
  const lengths = [...cutIntoPieces(values)].map(({ length }) => length);
  expect(lengths).toEqual([pieceElements, pieceElements, 7]);
});
