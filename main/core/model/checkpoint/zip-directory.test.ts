import { describe, expect, test } from 'vitest';
import { filesOf, refusalOf } from './testing/memory-folder.ts';
import { readZipDirectory } from './zip-directory.ts';

/** An archive of stored entries (APPNOTE.TXT 6.3.10), and what may be odd about one. */
interface Entry {
  readonly name: string;
  readonly data: string;
  readonly method?: number;
  readonly flags?: number;
  /** Said to be of this size before it was compressed. */
  readonly original?: number;
  /** Where its own header, whose extra field is another than the directory's, lies. */
  readonly offset?: number;
  readonly extra?: string;
  /** Sizes and offset stand in an extra field of 64-bit numbers; only so many of them do. */
  readonly zip64Count?: number;
}

const u16 = (value: number) => [...new Uint8Array(Uint16Array.of(value).buffer)];
const u32 = (value: number) => [...new Uint8Array(Uint32Array.of(value).buffer)];
const u64 = (value: number) => [...new Uint8Array(BigUint64Array.of(BigInt(value)).buffer)];
const latin = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));
const none = 0xffffffff;

function zipOf(
  entries: readonly Entry[],
  { comment = '', count = entries.length } = {},
): Uint8Array {
  const bytes: number[] = [];
  const directory: number[] = [];
  for (const {
    name,
    data,
    method = 0,
    flags = 0,
    original = data.length,
    extra = '',
    ...at
  } of entries) {
    const { offset = bytes.length, zip64Count } = at;
    bytes.push(...u32(0x04034b50), ...u16(20), ...u16(flags), ...u16(method), ...u32(0), ...u32(0));
    bytes.push(...u32(data.length), ...u32(original), ...u16(name.length), ...u16(extra.length));
    bytes.push(...latin(name), ...latin(extra), ...latin(data));
    const far = [original, data.length, offset];
    const isFar = zip64Count !== undefined;
    const field = far.slice(0, zip64Count).flatMap(u64);
    const wide = isFar ? [...u16(1), ...u16(field.length), ...field] : [];
    const [, stored, place] = isFar ? [none, none, none] : far;
    directory.push(...u32(0x02014b50), ...u16(20), ...u16(20), ...u16(flags), ...u16(method));
    directory.push(...u32(0), ...u32(0), ...u32(stored), ...u32(isFar ? none : original));
    directory.push(...u16(name.length), ...u16(wide.length), ...u16(0), ...u16(0), ...u16(0));
    directory.push(...u32(0), ...u32(place), ...latin(name), ...wide);
  }
  const start = bytes.length;
  bytes.push(...directory, ...u32(0x06054b50), ...u16(0), ...u16(0), ...u16(count), ...u16(count));
  bytes.push(...u32(directory.length), ...u32(start), ...u16(comment.length), ...latin(comment));
  return Uint8Array.from(bytes);
}

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
const both = { 'a/data.pkl': 'pickle', 'a/data/0': 'weights' };

describe('An archive', () => {
  test('gives its entries where their own headers say, padded as PyTorch pads them', async () => {
    expect(await contentsOf(zipOf(two))).toEqual(both);
    expect(await contentsOf(zipOf(two, { comment: 'made by hand' }))).toEqual(both);
  });

  test('may have its sizes as numbers of 64 bits, of which none is missing', async () => {
    const wide = (zip64Count: number) => two.map((entry) => ({ ...entry, zip64Count }));
    expect(await contentsOf(zipOf(wide(3)))).toEqual(both);
    expect((await refusalOf(open(zipOf(wide(2))))).code).toBe('checkpoint.archive-malformed');
  });

  test.each<[string, Uint8Array]>([
    ['with a compressed entry', zipOf([{ ...two[0], method: 8 }])],
    ['with an encrypted entry', zipOf([{ ...two[0], flags: 1 }])],
    ['with an entry that would grow', zipOf([{ ...two[0], original: 1e9 }])],
    ['with two entries of one name', zipOf([two[0], two[0]])],
    ['with an entry inside another', zipOf([two[0], { ...two[1], offset: 3 }])],
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
