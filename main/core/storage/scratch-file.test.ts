import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { newWorkspace, reopen } from './testing/temporary-workspace.ts';
import { refusing } from './testing/refusing.ts';

const fs = vi.hoisted(() => ({ keepsNames: false }));
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  return {
    ...real,
    // As on Windows, where a file that is open keeps its name.
    rmSync: (...parameters: Parameters<typeof real.rmSync>) => {
      if (fs.keepsNames) throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' });
      real.rmSync(...parameters);
    },
  };
});

const record = (value: number, length: number) => new Uint8Array(length).fill(value);
const blobsOf = (folder: string) => join(folder, 'blobs');

describe('a scratch file', () => {
  it('gives every record back, in any order, whatever its length', () => {
    const file = newWorkspace().openScratch();
    const lengths = [1, 0, 3_000_000, 17, 4096];
    lengths.forEach((length, index) => {
      expect(file.append(record(index + 1, length))).toBe(index);
    });
    for (const index of [4, 2, 0, 1, 3, 2]) {
      const found = Buffer.from(file.read(index));
      expect(found.equals(record(index + 1, lengths[index])), String(index)).toBe(true);
    }
    file.close();
  });

  it('has no name from its beginning, so that nothing is left of it', () => {
    const workspace = newWorkspace();
    const { folder } = workspace;
    const file = workspace.openScratch();
    file.append(record(1, 100));
    expect(readdirSync(blobsOf(folder))).toEqual([]);
    file.close();
  });

  it('where files keep their names, is encrypted, noticed when changed, and swept later', () => {
    const workspace = newWorkspace();
    fs.keepsNames = true;
    const file = workspace.openScratch();
    const secret = Buffer.from('state of a note, again and again');
    file.append(secret);
    file.append(record(7, 50));
    const [name] = readdirSync(blobsOf(workspace.folder));
    const place = join(blobsOf(workspace.folder), name);
    const bytes = readFileSync(place);
    expect(bytes.includes(secret)).toBe(false);
    bytes[3] ^= 1;
    writeFileSync(place, bytes);
    refusing('blob.damaged', () => file.read(0));
    expect(Buffer.from(file.read(1)).equals(record(7, 50))).toBe(true);
    file.close();
    fs.keepsNames = false;
    expect(readdirSync(blobsOf(workspace.folder))).toEqual([name]);
    workspace.close();
    expect(readdirSync(blobsOf(reopen(workspace.folder).folder))).toEqual([]);
  });
});
