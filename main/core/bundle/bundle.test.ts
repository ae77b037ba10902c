import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBundle, discardBundle, findBundle, openBundle } from './bundle.ts';

let shared: string;
beforeAll(() => {
  shared = mkdtempSync(join(tmpdir(), 'anamnesis-bundle-'));
});
afterAll(() => {
  rmSync(shared, { recursive: true });
});

const content = {
  facts: { fold: 3, note: 'hoofdpijn' },
  body: [Uint8Array.of(1, 2), Uint8Array.of(3)],
};

async function makeBundle(name: string): Promise<string> {
  return (await createBundle(join(shared, name), content)).folder;
}

describe('a bundle', () => {
  it('gives back what was put into it, with a key that its owner alone can read', async () => {
    const folder = await makeBundle('whole');
    const input = await openBundle(folder).read('input');
    expect(input?.facts).toEqual(content.facts);
    expect([...(input?.body ?? [])]).toEqual([1, 2, 3]);
    expect(statSync(`${folder}.key`).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(await openBundle(folder).read('result')).toBeNull();
  });

  it('keeps the first of two results, and the last of two states', async () => {
    const folder = await makeBundle('two');
    const [one, other] = [openBundle(folder), openBundle(folder)];
    const wins = await Promise.all([
      one.writeOnce('result', { facts: 'same' }),
      other.writeOnce('result', { facts: 'same' }),
    ]);
    expect(wins.toSorted()).toEqual([false, true]);
    await one.write('state', { facts: 1 });
    await other.write('state', { facts: 2 });
    expect((await one.read('state'))?.facts).toBe(2);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('is gone with its key, also where it was never made to its end', async () => {
    const folder = await makeBundle('gone');
    discardBundle(folder);
    expect([existsSync(folder), existsSync(`${folder}.key`)]).toEqual([false, false]);
    writeFileSync(`${folder}.key`, '');
    expect(findBundle(folder)).toBeNull();
    expect((await makeBundle('gone')).endsWith('gone')).toBe(true);
  });

  const spoilers: readonly (readonly [string, string, (folder: string) => void])[] = [
    [
      'of another version',
      'bundle.version',
      (folder) => {
        writeFileSync(join(folder, 'bundle.json'), '{"version":99}');
      },
    ],
    [
      'with another key',
      'bundle.damaged',
      (folder) => {
        writeFileSync(`${folder}.key`, `${'0'.repeat(64)}\n`);
      },
    ],
    [
      'with a key that others can read',
      'bundle.key-open',
      (folder) => {
        chmodSync(`${folder}.key`, 0o644);
      },
    ],
    [
      'with an input that was cut',
      'bundle.damaged',
      (folder) => {
        truncateSync(join(folder, 'input.sealed'), 90);
      },
    ],
    [
      'whose input is another of its files',
      'bundle.damaged',
      (folder) => {
        renameSync(join(folder, 'state.sealed'), join(folder, 'input.sealed'));
      },
    ],
    [
      'that is gone',
      'bundle.unreachable',
      (folder) => {
        rmSync(folder, { recursive: true });
      },
    ],
  ];
  it.each(spoilers)('%s is refused', async (name, code, spoil) => {
    const folder = await makeBundle(name.replaceAll(' ', '-'));
    await openBundle(folder).write('state', { facts: 'another' });
    spoil(folder);
    const reading = (async () => openBundle(folder).read('input'))();
    await expect(reading).rejects.toMatchObject({ code });
  });

  it('that cannot be written says so, and leaves what was there', async () => {
    const folder = await makeBundle('full');
    const bundle = openBundle(folder);
    await bundle.write('state', { facts: 1 });
    // As on a full disk.
    const pieces = {
      [Symbol.iterator]: () => {
        throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      },
    };
    await expect(bundle.write('state', { facts: 2, body: pieces })).rejects.toMatchObject({
      code: 'bundle.unreachable',
    });
    expect((await bundle.read('state'))?.facts).toBe(1);
  });
});
