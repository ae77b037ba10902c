import { describe, expect, test } from 'vitest';
import { isAnamnesisError } from '#core/base/error.ts';
import { readHeaderEnd } from './safetensors-header.ts';
import { readTensorPickle } from './tensor-pickle.ts';

/** Files that are short beside what they would have a reader do. */
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const pickleOf = (...parts: readonly Uint8Array[]) =>
  new Uint8Array(Buffer.concat([latin('\x80\x02'), ...parts, latin('.')]));
const repeat = (code: string, times: number) => latin(code.repeat(times));

function refusalOf(work: () => unknown): { code: string; expected: string } {
  try {
    work();
  } catch (error) {
    if (isAnamnesisError(error)) return { code: error.code, expected: error.details.expected };
    throw error;
  }
  return expect.fail('nothing was refused');
}

describe('A pickle is refused', () => {
  const mebi = 1_048_576;

  test.each([
    ['dictionaries', '}'],
    ['lists', ']'],
    ['marks', '('],
    ['tuples in tuples', ')\x85'],
  ])('that fills the memory with %s, of a byte each', (_what, code) => {
    const refusal = refusalOf(() => readTensorPickle(pickleOf(repeat(code, 2 * mebi)), 'f'));
    expect(refusal).toEqual({
      code: 'checkpoint.pickle-malformed',
      expected: `at most ${mebi} steps`,
    });
  });

  test('that calls a function with the same long list again and again', () => {
    const pair = 'K\x00K\x01\x86';
    const bytes = pickleOf(
      latin('](') /* a list of 100,000 pairs, as the arguments of a call */,
      repeat(pair, 100_000),
      latin('e\x85q\x01ccollections\nOrderedDict\nq\x02'),
      repeat('h\x02h\x01R0', 100_000),
    );
    const start = performance.now();
    const refusal = refusalOf(() => readTensorPickle(bytes, 'f'));
    expect(refusal.expected).toBe(`at most ${mebi} steps`);
    // Ten billion pairs would take many minutes.
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  test('that has long texts compared again and again', () => {
    const text = Buffer.concat([latin('X\x01\x00\x01\x00'), Buffer.alloc(65_537, 'a')]);
    const refusal = refusalOf(() => readTensorPickle(pickleOf(text), 'f'));
    expect(refusal.expected).toBe('a text of at most 65536 bytes');
  });
});

test('A header of safetensors is at most 16 MiB long, however long the file', () => {
  const first = new Uint8Array(8);
  const withLength = (length: bigint) => {
    new DataView(first.buffer).setBigUint64(0, length, true);
    return () => readHeaderEnd(first, 1e12, 'f');
  };
  expect(withLength(16_777_216n)()).toBe(16_777_224);
  expect(refusalOf(withLength(16_777_217n)).code).toBe('checkpoint.safetensors-malformed');
});
