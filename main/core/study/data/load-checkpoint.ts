import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { AnamnesisError } from '#core/base/error.ts';
import type { CheckpointFiles } from '#core/model/checkpoint/checkpoint-files.ts';
import { openCheckpoint, type Checkpoint } from '#core/model/checkpoint/open-checkpoint.ts';
import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import type { PreparedCheckpoint } from './prepared-data.ts';

/**
 * Looks into a checkpoint folder: reads its headers, checks that weights, configuration and
 * vocabulary fit each other, and hashes its files. Weights are read when a run needs them.
 * @throws file.missing, checkpoint.*, tokenise.*
 */
export async function loadCheckpoint(folder: string): Promise<PreparedCheckpoint> {
  const files = listCheckpointFiles(folder);
  const checkpoint = await openCheckpoint(files);
  const tokenizer = openTokenizer(checkpoint.tokenizerFiles);
  const { vocabularySize } = checkpoint.encoder;
  if (tokenizer.vocabularySize > vocabularySize) {
    throw new AnamnesisError('checkpoint.vocabulary-mismatch', {
      place: folder,
      expected: `a vocabulary of at most ${vocabularySize} pieces, one per row of the embeddings`,
      found: `${tokenizer.vocabularySize} pieces`,
      remedy: 'Take the vocabulary that belongs to these weights.',
    });
  }
  return {
    hash: await hashFiles(folder, files.names()),
    warnings: checkpoint.problems.map((problem) => problem.detail),
    load: async () => ({
      encoder: checkpoint.encoder,
      tokenizer,
      weights: await readAllTensors(checkpoint),
    }),
  };
}

async function readAllTensors(checkpoint: Checkpoint): Promise<Map<string, Float32Array>> {
  const weights = new Map<string, Float32Array>();
  for (const { name } of checkpoint.listTensors()) {
    weights.set(name, await checkpoint.readTensor(name));
  }
  return weights;
}

/** The plain files of a folder, read in pieces. @throws file.missing */
function listCheckpointFiles(folder: string): CheckpointFiles {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new AnamnesisError('file.missing', {
      expected: `a checkpoint folder at ${folder}`,
      found: 'no such folder',
      remedy: 'Correct the folder in the plan; it is relative to the plan file.',
    });
  }
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();
  return {
    names: () => names,
    sizeOf: (name) => statSync(join(folder, name)).size,
    read: async (name, start, end) => {
      const file = await open(join(folder, name), 'r');
      try {
        const bytes = new Uint8Array(end - start);
        let filled = 0;
        while (filled < bytes.length) {
          const { bytesRead } = await file.read(
            bytes,
            filled,
            bytes.length - filled,
            start + filled,
          );
          if (bytesRead === 0) break;
          filled += bytesRead;
        }
        return bytes.subarray(0, filled);
      } finally {
        await file.close();
      }
    },
  };
}

async function hashFiles(folder: string, names: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const name of names) {
    hash.update(`\0${name}\0`);
    for await (const chunk of createReadStream(join(folder, name))) hash.update(chunk as Buffer);
  }
  return hash.digest('hex');
}
