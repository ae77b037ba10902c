import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';

import { createWorkspace } from '#core/storage/workspace.ts';
import { importModel } from '#core/library/import-model.ts';

import { readPeakBytes } from '../measure/peak-memory.ts';
import { answerLines } from './answer-lines.ts';

export interface ImportRequest {
  readonly work: 'import' | 'copy' | 'copy-encrypted';
  /** The checkpoint. */
  readonly from: string;
  /** A folder that is made and, after the clock was stopped, removed. */
  readonly to: string;
}

export interface ImportAnswer {
  readonly elapsedMs: number;
  /** Of the process, before it did anything. */
  readonly startBytes: number | null;
  readonly peakBytes: number | null;
}

const pieceBytes = 4_194_304;
const startBytes = readPeakBytes();

/** Reads the weights piece by piece, and writes what becomes of each until it is on the disk. */
async function copyWeights(
  { from, to }: ImportRequest,
  change: (piece: Uint8Array) => Uint8Array,
): Promise<void> {
  const source = await open(join(from, 'model.safetensors'), 'r');
  const target = await open(join(to, 'copy'), 'wx');
  try {
    const piece = Buffer.allocUnsafe(pieceBytes);
    for (;;) {
      const { bytesRead } = await source.read(piece, 0, pieceBytes);
      if (bytesRead === 0) break;
      await target.writeFile(change(piece.subarray(0, bytesRead)));
    }
    await target.sync();
  } finally {
    await source.close();
    await target.close();
  }
}

/** Hashed and encrypted as any store that keeps a model secret and sound must do. */
async function copyEncrypted(request: ImportRequest): Promise<void> {
  const hash = createHash('sha256');
  const cipher = createCipheriv('aes-256-gcm', randomBytes(32), randomBytes(12));
  await copyWeights(request, (piece) => {
    hash.update(piece);
    return cipher.update(piece);
  });
  cipher.final();
  hash.digest();
}

async function measure(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Making the workspace, whose passphrase costs time on purpose, is not counted. */
async function measureImport({ from, to }: ImportRequest): Promise<number> {
  const workspace = createWorkspace(join(to, 'workspace'), { passphrase: 'of a bench' });
  try {
    return await measure(() => importModel(workspace, from, { whenTaken: 'refuse' }));
  } finally {
    workspace.close();
  }
}

const works = {
  import: measureImport,
  copy: (request) => measure(() => copyWeights(request, (piece) => piece)),
  'copy-encrypted': (request) => measure(() => copyEncrypted(request)),
} as const satisfies Record<ImportRequest['work'], (request: ImportRequest) => Promise<number>>;

await answerLines(async (message): Promise<ImportAnswer> => {
  const request = message as ImportRequest;
  mkdirSync(request.to, { recursive: true });
  try {
    const elapsedMs = await works[request.work](request);
    return { elapsedMs, startBytes, peakBytes: readPeakBytes() };
  } finally {
    rmSync(request.to, { recursive: true });
  }
});
