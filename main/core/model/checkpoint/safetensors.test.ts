import { describe, expect, test } from 'vitest';
import { isAnamnesisError } from '#core/base/error.ts';
import { readSafetensors } from './read-safetensors.ts';
import { writeSafetensors } from './write-safetensors.ts';

function join(chunks: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(chunks));
}

/** A file with this header, and as many zero bytes of data. */
function fileWith(header: unknown, dataLength: number): Uint8Array {
  const json = typeof header === 'string' ? header : JSON.stringify(header);
  const encoded = new TextEncoder().encode(json);
  const bytes = new Uint8Array(8 + encoded.length + dataLength);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(encoded.length), true);
  bytes.set(encoded, 8);
  return bytes;
}

const tensor = (start: number, end: number, shape = [(end - start) / 4], dtype = 'F32') => ({
  dtype,
  shape,
  data_offsets: [start, end],
});

describe('Written tensors', () => {
  const b = { name: 'b', values: Float32Array.of(1, -2, 3.5, 4, 5, 6), shape: [2, 3] };
  const a = { name: 'a', values: Float32Array.of(0.1) };

  test('are read again bit by bit', () => {
    const read = readSafetensors(join(writeSafetensors([b, a], { format: 'pt' })));
    expect(read).toEqual(
      new Map([
        ['a', a.values],
        ['b', b.values],
      ]),
    );
  });

  test('give the same bytes in whatever order they come, aligned to 8', () => {
    const bytes = join(writeSafetensors([b, a]));
    expect(join(writeSafetensors([a, b]))).toEqual(bytes);
    expect(new DataView(bytes.buffer).getBigUint64(0, true) % 8n).toBe(0n);
  });

  test('are not copied', () => {
    const chunks = writeSafetensors([a]);
    expect(chunks[1].buffer).toBe(a.values.buffer);
  });

  test('may be none, empty or oddly named', () => {
    expect(readSafetensors(join(writeSafetensors([])))).toEqual(new Map());
    const odd = { name: '__proto__', values: new Float32Array(0) };
    expect(readSafetensors(join(writeSafetensors([odd])))).toEqual(
      new Map([['__proto__', new Float32Array(0)]]),
    );
  });
});

test('A tensor may start at any byte', () => {
  const bytes = fileWith({ a: tensor(0, 3, [3], 'U8'), b: tensor(3, 7) }, 7);
  bytes.set([1, 2, 3, 0, 0, 0x80, 0x3f], bytes.length - 7);
  expect(readSafetensors(bytes)).toEqual(
    new Map([
      ['a', Float32Array.of(1, 2, 3)],
      ['b', Float32Array.of(1)],
    ]),
  );
});

describe('A safetensors file is refused', () => {
  test.each([
    ['with overlapping tensors', fileWith({ a: tensor(0, 8), b: tensor(4, 12) }, 12)],
    ['with a gap', fileWith({ a: tensor(0, 4), b: tensor(8, 12) }, 12)],
    ['with data after the last tensor', fileWith({ a: tensor(0, 4) }, 8)],
    ['with data before the first tensor', fileWith({ a: tensor(4, 8) }, 8)],
    ['with a tensor beyond its end', fileWith({ a: tensor(0, 8) }, 4)],
    ['with offsets that contradict the shape', fileWith({ a: tensor(0, 6, [2]) }, 6)],
    ['with offsets in the wrong order', fileWith({ a: tensor(4, 0, [1]) }, 4)],
    ['with negative offsets', fileWith({ a: tensor(-4, 0, [1]) }, 4)],
    ['with a shape too large to count', fileWith({ a: tensor(0, 4, [2 ** 40, 2 ** 40]) }, 4)],
    ['with a fractional shape', fileWith({ a: tensor(0, 4, [0.5, 2]) }, 4)],
    ['with an unknown type', fileWith({ a: tensor(0, 4, [1], 'F8_E4M3') }, 4)],
    ['with a type that objects have', fileWith({ a: tensor(0, 4, [1], 'toString') }, 4)],
    ['with a tensor that is none', fileWith({ a: null }, 0)],
    ['with a header that is a list', fileWith([], 0)],
    ['with a header that is no JSON', fileWith('{"a":', 0)],
    ['with a header longer than it', fileWith({}, 0).fill(0xff, 0, 8)],
    ['that is shorter than a length', new Uint8Array(5)],
    ['that is empty', new Uint8Array(0)],
  ])('%s', (_name, bytes) => {
    const error = (() => {
      try {
        readSafetensors(bytes, 'some.safetensors');
        return null;
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(isAnamnesisError(error, 'checkpoint.safetensors-malformed')).toBe(true);
    expect(String(error)).toContain('some.safetensors');
  });
});
