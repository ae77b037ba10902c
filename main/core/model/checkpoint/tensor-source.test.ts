import { expect, test } from 'vitest';
import { listSafetensors } from './safetensors-source.ts';
import { cutIntoPieces, pieceElements } from './tensor-source.ts';
import { writeSafetensors } from './write-safetensors.ts';

const values = Float32Array.from({ length: 2 * pieceElements + 7 }, (_, index) => index / 3);

test('A large tensor is read in pieces, never as a whole', async () => {
  const bytes = new Uint8Array(Buffer.concat(writeSafetensors([{ name: 'large', values }])));
  let largest = 0;
  const files = {
    names: () => ['f'],
    sizeOf: () => bytes.length,
    read: (_name: string, start: number, end: number) => {
      largest = Math.max(largest, end - start);
      return Promise.resolve(bytes.subarray(start, end));
    },
  };
  const [tensor] = await listSafetensors(files, 'f');
  const found = new Float32Array(values.length);
  let filled = 0;
  for await (const piece of tensor.stream()) {
    found.set(piece, filled);
    filled += piece.length;
  }
  expect(found).toEqual(values);
  expect(filled).toBe(values.length);
  expect(largest).toBe(4 * pieceElements);
  expect(found).toEqual(await tensor.read());
});

test('A tensor that had to be read as a whole comes in the same pieces', () => {
  const lengths = [...cutIntoPieces(values)].map(({ length }) => length);
  expect(lengths).toEqual([pieceElements, pieceElements, 7]);
});
