import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as promises from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import { findUnsoundBlobs } from './integrity.ts';
import { refusing, refusingLater } from './testing/refusing.ts';
import { newWorkspace, reopen } from './testing/temporary-workspace.ts';

const mebibyte = 1 << 20;
const chunkOnDisk = mebibyte + 16;

const source = new RandomStream(1, 'blobs');
const randomWords = Uint32Array.from({ length: mebibyte }, () => source.word());

function randomBytes(length: number): Uint8Array {
  return new Uint8Array(randomWords.buffer, 0, length);
}

function* inPieces(bytes: Uint8Array, length: number) {
  for (let start = 0; start < bytes.length; start += length) {
    yield bytes.subarray(start, start + length);
  }
}

const blobFolder = (workspace: { folder: string }) => join(workspace.folder, 'blobs');
const fileOf = (workspace: { folder: string }, id: string) =>
  join(blobFolder(workspace), `${id}.blob`);

describe('a blob', () => {
  it.each([0, 1, 1000, mebibyte - 1, mebibyte, mebibyte + 1, 2 * mebibyte, 2 * mebibyte + 7])(
    'of %d bytes comes back as it was, however it was cut',
    async (length) => {
      const { blobs } = newWorkspace();
      const bytes = randomBytes(length);
      for (const piece of [length + 1, 333_333]) {
        const blob = await blobs.write(inPieces(bytes, piece));
        expect(blob.sizeBytes).toBe(length);
        expect(blob.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
        expect(Buffer.compare(await blobs.readWhole(blob.id), bytes)).toBe(0);
        expect(blobs.get(blob.id)).toEqual(blob);
      }
    },
  );

  it('can be written from an asynchronous source and read in chunks', async () => {
    const { blobs } = newWorkspace();
    const bytes = randomBytes(mebibyte + 5);
    async function* source() {
      await Promise.resolve();
      yield* inPieces(bytes, 70_000);
    }
    const { id } = await blobs.write(source());
    const lengths: number[] = [];
    for await (const chunk of blobs.read(id)) lengths.push(chunk.length);
    expect(lengths).toEqual([mebibyte, 5]);
  });

  it('is encrypted anew each time, so that equal content gives different files', async () => {
    const workspace = newWorkspace();
    const bytes = randomBytes(1000);
    const first = await workspace.blobs.write([bytes]);
    const second = await workspace.blobs.write([bytes]);
    const contents = [first, second].map(({ id }) => readFileSync(fileOf(workspace, id)));
    expect(contents[0].equals(contents[1])).toBe(false);
    expect(contents.some((content) => content.includes(Buffer.from(bytes.subarray(0, 16))))).toBe(
      false,
    );
  });

  it('is gone after it was deleted', async () => {
    const workspace = newWorkspace();
    const { id } = await workspace.blobs.write([randomBytes(10)]);
    await workspace.blobs.delete(id);
    refusing('record.missing', () => workspace.blobs.get(id));
    expect(readdirSync(blobFolder(workspace))).toEqual([]);
  });

  it('whose file vanished is said to be missing', async () => {
    const workspace = newWorkspace();
    const { id } = await workspace.blobs.write([randomBytes(10)]);
    rmSync(fileOf(workspace, id));
    await refusingLater('blob.missing', workspace.blobs.readWhole(id));
    expect(workspace.checkIntegrity().missingBlobs).toEqual([id]);
  });

  it('is found among others when it is missing or damaged', async () => {
    const workspace = newWorkspace();
    const ids: string[] = [];
    for (let number = 0; number < 3; number++) {
      ids.push((await workspace.blobs.write([randomBytes(10)])).id);
    }
    expect(await findUnsoundBlobs(workspace.blobs)).toEqual([]);
    rmSync(fileOf(workspace, ids[0]));
    writeFileSync(fileOf(workspace, ids[2]), readFileSync(fileOf(workspace, ids[1])));
    expect(await findUnsoundBlobs(workspace.blobs)).toEqual([
      `blob.missing ${ids[0]}`,
      `blob.damaged ${ids[2]}`,
    ]);
  });
});

describe('a blob that somebody tampered with', () => {
  const size = 3 * mebibyte + 100;

  async function tamper(change: (file: string, bytes: Buffer) => Uint8Array) {
    const workspace = newWorkspace();
    const { id } = await workspace.blobs.write([randomBytes(size)]);
    const file = fileOf(workspace, id);
    writeFileSync(file, change(file, readFileSync(file)));
    await refusingLater('blob.damaged', workspace.blobs.readWhole(id));
  }

  it.each([0, 5, 8, 39, 40, 40 + mebibyte, 40 + chunkOnDisk + 3, -1, -17])(
    'is refused: a bit flipped at byte %d',
    async (position) => {
      await tamper((_, bytes) => {
        bytes[position < 0 ? bytes.length + position : position] ^= 1;
        return bytes;
      });
    },
  );

  it.each([0, 20, 40, 41, 40 + chunkOnDisk, 40 + 3 * chunkOnDisk, 40 + 3 * chunkOnDisk + 10])(
    'is refused: cut to %d bytes',
    async (length) => {
      await tamper((_, bytes) => bytes.subarray(0, length));
    },
  );

  it('is refused: something added', async () => {
    await tamper((_, bytes) => Buffer.concat([bytes, Buffer.alloc(1)]));
    await tamper((_, bytes) => Buffer.concat([bytes, bytes.subarray(40, 40 + chunkOnDisk)]));
  });

  it('is refused: chunks exchanged, repeated or left out', async () => {
    const chunk = (bytes: Buffer, index: number) =>
      bytes.subarray(40 + index * chunkOnDisk, 40 + (index + 1) * chunkOnDisk);
    for (const order of [
      [1, 0, 2, 3],
      [0, 0, 2, 3],
      [0, 2, 3],
      [1, 2, 3],
    ]) {
      await tamper((_, bytes) =>
        Buffer.concat([bytes.subarray(0, 40), ...order.map((index) => chunk(bytes, index))]),
      );
    }
  });

  it('is refused: another blob of the same workspace in its place', async () => {
    const workspace = newWorkspace();
    const [first, second] = [
      await workspace.blobs.write([randomBytes(50)]),
      await workspace.blobs.write([randomBytes(50)]),
    ];
    copyFileSync(fileOf(workspace, first.id), fileOf(workspace, second.id));
    await refusingLater('blob.damaged', workspace.blobs.readWhole(second.id));
    expect((await workspace.blobs.readWhole(first.id)).length).toBe(50);
  });

  it('yields no byte of a chunk that fails', async () => {
    const workspace = newWorkspace();
    const { id } = await workspace.blobs.write([randomBytes(size)]);
    const bytes = readFileSync(fileOf(workspace, id));
    bytes[40 + 2 * chunkOnDisk + 9] ^= 1;
    writeFileSync(fileOf(workspace, id), bytes);
    const read: number[] = [];
    const reading = (async () => {
      for await (const chunk of workspace.blobs.read(id)) read.push(chunk.length);
    })();
    await refusingLater('blob.damaged', reading);
    expect(read).toEqual([mebibyte, mebibyte]);
  });
});

describe('writing a blob that fails', () => {
  it('leaves nothing behind when the source breaks', async () => {
    const workspace = newWorkspace();
    const failing = function* () {
      yield randomBytes(mebibyte + 1);
      throw new Error('the source broke');
    };
    await expect(workspace.blobs.write(failing())).rejects.toThrow('the source broke');
    expect(workspace.blobs.list()).toEqual([]);
    expect(readdirSync(blobFolder(workspace))).toEqual([]);
  });

  it.each(['write', 'sync', 'rename'])(
    'says that the disk is full and loses nothing when it fills up at %s',
    async (call) => {
      const full = () => {
        throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
      };
      let filled = false;
      const workspace = newWorkspace({
        fileSystem: {
          ...promises,
          rename: async (from, to) =>
            filled && call === 'rename' ? full() : promises.rename(from, to),
          open: async (...parameters) => {
            const handle = await promises.open(...parameters);
            if (!filled) return handle;
            let writes = 0;
            const write = handle.write.bind(handle) as (...bytes: unknown[]) => unknown;
            handle.write = ((...bytes: unknown[]) =>
              call === 'write' && writes++ === 2 ? full() : write(...bytes)) as never;
            if (call === 'sync') handle.sync = () => Promise.resolve(full());
            return handle;
          },
        },
      });
      const kept = await workspace.blobs.write([randomBytes(100)]);
      filled = true;
      const failed = workspace.blobs.write([randomBytes(3 * mebibyte)]);
      await refusingLater('workspace.disk-full', failed);
      filled = false;

      expect(readdirSync(blobFolder(workspace))).toEqual([`${kept.id}.blob`]);
      expect(workspace.blobs.list()).toEqual([kept]);
      expect(await workspace.blobs.readWhole(kept.id)).toEqual(Uint8Array.from(randomBytes(100)));
      await workspace.blobs.write([randomBytes(100)]);
    },
  );
});

describe('opening a workspace', () => {
  it('sweeps files that no entry knows and keeps all others', async () => {
    const workspace = newWorkspace();
    const { id } = await workspace.blobs.write([randomBytes(10)]);
    writeFileSync(join(blobFolder(workspace), 'unknown.part'), 'x');
    writeFileSync(join(blobFolder(workspace), 'unknown.blob'), 'x');
    workspace.close();
    const again = reopen(workspace.folder);
    expect(readdirSync(blobFolder(again))).toEqual([`${id}.blob`]);
    expect((await again.blobs.readWhole(id)).length).toBe(10);
  });

  it('leaves alone what is not ours, such as the folders of network drives', async () => {
    const workspace = newWorkspace();
    const { id } = await workspace.blobs.write([randomBytes(10)]);
    const others = ['@eaDir', 'lost+found', 'folder.blob'];
    for (const name of others) mkdirSync(join(blobFolder(workspace), name));
    writeFileSync(join(blobFolder(workspace), 'read me.txt'), 'x');
    workspace.close();
    const again = reopen(workspace.folder);
    expect(readdirSync(blobFolder(again)).sort()).toEqual(
      [`${id}.blob`, 'read me.txt', ...others].sort(),
    );
  });

  it('leaves alone what a living process is writing', async () => {
    const workspace = newWorkspace();
    let inBetween: string[] = [];
    async function* source() {
      await Promise.resolve();
      yield randomBytes(2 * mebibyte);
      reopen(workspace.folder);
      inBetween = readdirSync(blobFolder(workspace));
      yield randomBytes(5);
    }
    const { id } = await workspace.blobs.write(source());
    expect(inBetween).toEqual([`${id}.part`]);
    expect((await workspace.blobs.readWhole(id)).length).toBe(2 * mebibyte + 5);
  });
});
