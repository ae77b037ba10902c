import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createFileWriter } from './file-writer.ts';

const mebibyte = 1 << 20;

async function openTemporary(): Promise<{ file: FileHandle; path: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'anamnesis-writer-'));
  const path = join(folder, 'file');
  const file = await open(path, 'wx');
  onTestFinished(async () => {
    await file.close();
    rmSync(folder, { recursive: true });
  });
  return { file, path };
}

/** Counts calls of one method of a real file, and may let it fail. */
function watch(file: FileHandle, call: 'datasync' | 'sync', fails = false): () => number {
  let count = 0;
  const real = file[call].bind(file);
  file[call] = async () => {
    count++;
    if (fails) throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO' });
    await real();
  };
  return () => count;
}

describe('A file that is written while it is made', () => {
  test('holds every piece in order, in memory that is used again for the next but one', async () => {
    const { file, path } = await openTemporary();
    const writer = createFileWriter(file);
    const memories = [new Uint8Array(1000), new Uint8Array(1000)];
    for (let piece = 0; piece < 50; piece++) {
      const memory = memories[piece % 2].fill(piece);
      await writer.write(memory.subarray(0, 1000 - piece));
    }
    await writer.finish();
    const expected = Array.from({ length: 50 }, (_, piece) => Buffer.alloc(1000 - piece, piece));
    expect(readFileSync(path).equals(Buffer.concat(expected))).toBe(true);
  });

  test('is whole where the system takes a part of a piece at a time', async () => {
    const { file, path } = await openTemporary();
    const real = file.write.bind(file) as (
      bytes: Uint8Array,
      from: number,
      length: number,
    ) => unknown;
    file.write = ((bytes: Uint8Array, from: number) =>
      real(bytes, from, Math.min(7, bytes.length - from))) as never;
    const writer = createFileWriter(file);
    await writer.write(Buffer.from('in parts, one after the other; '));
    await writer.write(Buffer.from('and the end'));
    await writer.finish();
    expect(readFileSync(path, 'utf8')).toBe('in parts, one after the other; and the end');
  });

  test('begins to reach the disk before its end, and is there at its end', async () => {
    const { file } = await openTemporary();
    const [early, last] = [watch(file, 'datasync'), watch(file, 'sync')];
    const writer = createFileWriter(file);
    const piece = new Uint8Array(8 * mebibyte);
    for (let count = 0; count < 9; count++) await writer.write(piece);
    expect([early(), last()]).toEqual([1, 0]);
    await writer.finish();
    expect(last()).toBe(1);
  });

  test('fails when the disk failed meanwhile', async () => {
    const { file } = await openTemporary();
    watch(file, 'datasync', true);
    const writer = createFileWriter(file);
    const piece = new Uint8Array(8 * mebibyte);
    for (let count = 0; count < 9; count++) await writer.write(piece);
    await expect(writer.finish()).rejects.toThrow('EIO');
    await writer.rest();
  });
});
