import { describe, expect, test } from 'vitest';
import { filesOf, refusalOf } from './testing/memory-folder.ts';
import { zipOf, type Entry } from './testing/zip.ts';
import { readZipDirectory } from './zip-directory.ts';

const open = (bytes: Uint8Array) => readZipDirectory(filesOf({ f: bytes }), 'f');

async function contentsOf(bytes: Uint8Array): Promise<Record<string, string>> {
  const entries = [...(await open(bytes))];
  return Object.fromEntries(
    entries.map(([name, { start, end }]) => [
      name,
      String.fromCharCode(...bytes.subarray(start, end)),
    ]),
  );
}

const two: readonly Entry[] = [
  { name: 'a/data.pkl', data: 'pickle' },
  { name: 'a/data/0', data: 'weights', extra: 'FB\x02\x00\x00\x00' },
];
/** Sixty-four of them could pass for the header of an entry without a name. */
const zeros = { name: 'a/zeros', data: '\0'.repeat(64) };
const both = { 'a/data.pkl': 'pickle', 'a/data/0': 'weights' };

describe('An archive', () => {
  test('gives its entries where their own headers say, padded as PyTorch pads them', async () => {
    expect(await contentsOf(zipOf(two))).toEqual(both);
    expect(await contentsOf(zipOf(two, { comment: 'made by hand' }))).toEqual(both);
  });

  test('may have its sizes as numbers of 64 bits, of which none is missing', async () => {
    const wide = (zip64Count: number) => two.map((entry) => ({ ...entry, zip64Count }));
    expect(await contentsOf(zipOf(wide(3)))).toEqual(both);
    const short = zipOf(wide(2).slice(0, 1));
    expect((await refusalOf(open(short))).code).toBe('checkpoint.archive-malformed');
  });

  test.each<[string, Uint8Array]>([
    ['with a compressed entry', zipOf([{ ...two[0], method: 8 }])],
    ['with an encrypted entry', zipOf([{ ...two[0], flags: 1 }])],
    ['with an entry that would grow', zipOf([{ ...two[0], original: 1e9 }])],
    ['with two entries of one name', zipOf([two[0], two[0]])],
    ['with an entry inside another', zipOf([zeros, { ...two[1], offset: 30 + 'a/zeros'.length }])],
    ['with an entry beyond its directory', zipOf([{ ...two[0], offset: 60 }])],
    ['with fewer entries than it says', zipOf(two, { count: 3 })],
    ['that is cut', zipOf(two).subarray(0, -1)],
    ['that is none', new Uint8Array(100)],
    ['that is empty', new Uint8Array(0)],
  ])('%s is malformed', async (_what, bytes) => {
    expect((await refusalOf(open(bytes))).code).toBe('checkpoint.archive-malformed');
  });

  test('is malformed when an entry reaches into its directory', async () => {
    const bytes = zipOf([two[0]]);
    const directory = 30 + 'a/data.pkl'.length + 'pickle'.length;
    for (const size of [20, 24]) new DataView(bytes.buffer).setUint32(directory + size, 7, true);
    expect((await refusalOf(open(bytes))).details.found).toBe('one beyond');
  });

  test('is malformed with a directory that only costs time', async () => {
    const bytes = zipOf(two);
    const large = new Uint8Array(bytes.length + 5_000_000);
    large.set(bytes.subarray(-22), large.length - 22);
    const view = new DataView(large.buffer);
    view.setUint32(large.length - 10, 4_194_305, true);
    view.setUint32(large.length - 6, 0, true);
    const error = await refusalOf(open(large));
    expect(error.details.expected).toBe('a directory inside the file');
  });
});
