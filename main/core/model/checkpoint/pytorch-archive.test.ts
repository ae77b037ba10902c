import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { listPytorchTensors } from './pytorch-archive.ts';
import { filesOf, refusalOf, type PlainTensors } from './testing/memory-folder.ts';
import { zipOf } from './testing/zip.ts';
import { readZipDirectory } from './zip-directory.ts';

const fixtures = 'test/fixtures/checkpoint';
/** What PyTorch sees in them. */
const expected = JSON.parse(readFileSync(`${fixtures}/expected.json`, 'utf8')) as {
  views: PlainTensors;
};

describe('A file that torch.save wrote', () => {
  test.each(['views.bin', 'views-legacy.bin', 'views-nested.bin'])(
    '%s gives every type and every view as PyTorch sees it',
    async (name) => {
      const files = filesOf({ [name]: new Uint8Array(readFileSync(`${fixtures}/${name}`)) });
      const found: PlainTensors = {};
      for (const tensor of await listPytorchTensors(files, name)) {
        found[tensor.name] = { shape: [...tensor.shape], values: [...(await tensor.read())] };
      }
      expect(found).toEqual(expected.views);
    },
  );

  test.each(readdirSync(`${fixtures}/malicious`))(
    'is refused before anything runs, and what it wanted is named: %s',
    async (name) => {
      const files = filesOf({ f: new Uint8Array(readFileSync(`${fixtures}/malicious/${name}`)) });
      const error = await refusalOf(listPytorchTensors(files, 'f'));
      expect(error.code).toBe('checkpoint.pickle-refused');
      const wanted: Record<string, RegExp> = {
        'os-system': /posix\.system/,
        'builtins-eval': /(builtins|__builtin__)\.eval/,
        'nested-in-weights': /posix\.system/,
        subprocess: /(subprocess|commands)\.Popen/,
        getattr: /(builtins|__builtin__)\.getattr/,
        attributes: /(builtins|__builtin__)\.eval/,
        'torch-load': /torch\.serialization\.load/,
      };
      expect(error.details.found).toMatch(wanted[name.replace(/-\d\.bin$/, '')]);
    },
  );

  test('is refused where its tensors repeat a few bytes without end', async () => {
    const files = filesOf({ f: new Uint8Array(readFileSync(`${fixtures}/expanded.bin`)) });
    expect(files.sizeOf('f')).toBeLessThan(10_000);
    const error = await refusalOf(listPytorchTensors(files, 'f'));
    expect(error.code).toBe('checkpoint.archive-malformed');
    expect(error.details.found).toBe(`${8 * 4 * 4096 ** 2} bytes`);
  });

  const load = (name: string) => new Uint8Array(readFileSync(`${fixtures}/${name}`));
  const codeOf = async (bytes: Uint8Array) =>
    (await refusalOf(listPytorchTensors(filesOf({ f: bytes }), 'f'))).code;
  const placeOf = (bytes: Uint8Array, text: string) => {
    const at = Buffer.from(bytes).indexOf(text, 0, 'latin1');
    expect(at, text).toBeGreaterThan(0);
    return at;
  };

  test('is refused where the elements of a storage are fewer than it says', async () => {
    // 30 elements of four bytes: the pickle says 31, and no tensor looks at the last.
    const bytes = load('views.bin');
    const said = placeOf(bytes, 'cpuq') + 'cpuq_'.length;
    expect([...bytes.subarray(said, said + 2)]).toEqual([0x4b, 30]);
    bytes[said + 1] = 31;
    // Every mention of it, or they would contradict each other.
    const again = Buffer.from([...Buffer.from('K'), 30, ...Buffer.from('tq')]);
    for (let at = bytes.indexOf(0); (at = Buffer.from(bytes).indexOf(again, at)) >= 0;) {
      bytes[at + 1] = 31;
    }
    expect(await codeOf(bytes)).toBe('checkpoint.archive-malformed');
  });

  test('is refused where its numbers are written in another order', async () => {
    const bytes = load('views.bin');
    const entries = [...(await readZipDirectory(filesOf({ f: bytes }), 'f'))].map(
      ([name, { start, end }]) => ({
        name,
        data: String.fromCharCode(...bytes.subarray(start, end)),
      }),
    );
    const [{ name }] = entries;
    const ordered = (data: string) =>
      zipOf([...entries, { name: `${name.split('/')[0]}/byteorder`, data }]);
    const tensors = await listPytorchTensors(filesOf({ f: ordered('little') }), 'f');
    expect(tensors).toHaveLength(Object.keys(expected.views).length);
    expect(await codeOf(ordered('big'))).toBe('checkpoint.archive-malformed');
  });

  test('is refused where an older one is cut, or tells another length than its pickle', async () => {
    const bytes = load('views-legacy.bin');
    expect(await codeOf(bytes.slice(0, -1))).toBe('checkpoint.archive-malformed');
    const [value] = expected.views.plain.values;
    const plain = Buffer.concat([
      Buffer.from(BigInt64Array.of(30n).buffer),
      Buffer.from(Float32Array.of(value).buffer),
    ]);
    bytes[placeOf(bytes, plain.toString('latin1'))] = 29;
    expect(await codeOf(bytes)).toBe('checkpoint.archive-malformed');
  });

  test('is refused where an older one was written on a machine of another order', async () => {
    const bytes = load('views-legacy.bin');
    const at = bytes.indexOf(0x88, placeOf(bytes, 'little_endian'));
    bytes[at] = 0x89;
    expect(await codeOf(bytes)).toBe('checkpoint.archive-malformed');
  });

  test('may be an older one whose pickles are longer than what is read at once', async () => {
    const bytes = load('views-legacy.bin');
    // Texts that are taken from the stack again, before the dictionary of the machine is finished.
    const at = placeOf(bytes, 'little_endian') - 5;
    expect(bytes[at]).toBe(0x58);
    const text = Buffer.concat([
      Buffer.from('X\x00\x80\x00\x00', 'latin1'),
      Buffer.alloc(32_768, 'a'),
      Buffer.from('0'),
    ]);
    const padded = Buffer.concat([
      bytes.subarray(0, at),
      ...Array<Buffer>(40).fill(text),
      bytes.subarray(at),
    ]);
    expect(padded.length).toBeGreaterThan(1_048_576);
    const tensors = await listPytorchTensors(filesOf({ f: new Uint8Array(padded) }), 'f');
    expect(tensors.map(({ name }) => name)).toEqual(Object.keys(expected.views));
  });

  test('may be a zip64 archive', async () => {
    const bytes = new Uint8Array(readFileSync(`${fixtures}/views.bin`));
    const end = bytes.length - 22;
    const view = new DataView(bytes.buffer);
    const record = new DataView(new ArrayBuffer(56 + 20 + 22));
    record.setUint32(0, 0x06064b50, true);
    record.setBigUint64(4, 44n, true);
    record.setBigUint64(24, BigInt(view.getUint16(end + 8, true)), true);
    record.setBigUint64(32, BigInt(view.getUint16(end + 10, true)), true);
    record.setBigUint64(40, BigInt(view.getUint32(end + 12, true)), true);
    record.setBigUint64(48, BigInt(view.getUint32(end + 16, true)), true);
    record.setUint32(56, 0x07064b50, true);
    record.setBigUint64(64, BigInt(end), true);
    record.setUint32(72, 1, true);
    record.setUint32(76, 0x06054b50, true);
    record.setUint32(84, 0xffffffff, true);
    record.setUint32(88, 0xffffffff, true);
    record.setUint32(92, 0xffffffff, true);
    const zip64 = new Uint8Array(end + record.byteLength);
    zip64.set(bytes.subarray(0, end));
    zip64.set(new Uint8Array(record.buffer), end);
    const tensors = await listPytorchTensors(filesOf({ f: zip64 }), 'f');
    expect(tensors.map(({ name }) => name)).toEqual(Object.keys(expected.views));
  });
});
