import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { makeVocabulary } from '../data/explained-note.ts';
import { makeSentences } from '../data/mention-sentences.ts';
import { compare, ours } from '../measure/compare.ts';
import { encoderOf, type ModelSize } from '../model-shapes.ts';
import type { Table } from '../report/results.ts';
import { startLineProcess, type ProcessCommand } from '../workers/line-process.ts';
import type {
  MentionVectorsAnswer,
  MentionVectorsRequest,
} from '../workers/mention-vectors-worker.ts';
import type { BenchCase, BenchContext } from './bench-case.ts';

const title = 'Vectors of entities';

const fileOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
/** Made by build/install-bench-packages.sh. */
const python = fileOf('../../../node_modules/.cache/bench-python/bin/python');
const commandOf = (program: string, path: string): ProcessCommand => ({
  program,
  arguments: [fileOf(path)],
  environment: {},
});

function findTorch(): string | null {
  const script = 'import torch, transformers; print(torch.__version__)';
  const { status, stdout } = spawnSync(python, ['-c', script], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

async function race(
  size: ModelSize,
  { peer, count, rounds }: { peer: string | null; count: number; rounds: number },
  context: BenchContext,
): Promise<Table> {
  const folder = mkdtempSync(join(tmpdir(), 'anamnesis-bench-'));
  try {
    const vocabulary = makeVocabulary(encoderOf(size).vocabularySize);
    const vocabularyPath = join(folder, 'vocab.txt');
    writeFileSync(vocabularyPath, vocabulary);
    const sentences = makeSentences(vocabulary, count);
    const request: MentionVectorsRequest = {
      size,
      vocabularyPath,
      sentences,
      threads: context.threads,
    };
    const answers = new Map<string, MentionVectorsAnswer>();
    const contestants = [
      { name: ours, command: commandOf(process.execPath, '../workers/mention-vectors-worker.ts') },
      ...(peer === null
        ? []
        : [{ name: peer, command: commandOf(python, '../workers/mention_vectors_server.py') }]),
    ];
    const { rows } = await compare(
      contestants.map(({ name, command }) => ({
        name,
        run: async () => {
          const worker = startLineProcess(command);
          const answer = (await worker.ask(request)) as MentionVectorsAnswer;
          await worker.close();
          answers.set(name, answer);
          return answer.elapsedMs;
        },
      })),
      { warmUp: 0, count: rounds },
      context.say,
    );
    const apart = largestDifference([...answers.values()]);
    const mentions = answers.get(ours)?.mentions ?? 0;
    return {
      kind: 'comparison',
      title: `${title}, ${mentions.toLocaleString('en')} mentions, BERT ${size}`,
      work: { amount: mentions, unit: 'mentions' },
      rounds,
      rows: rows.map((row) => ({ ...row, peakBytes: answers.get(row.name)?.peakBytes ?? null })),
      targets: peer === null || size !== 'small' ? [] : [{ against: peer, ratio: 2 }],
      facts: {
        sentences: `${count.toLocaleString('en')}, half of them with mentions`,
        'largest difference of the first vectors': apart.toExponential(1),
        'what is in it': 'from words to vectors; loading the model is not in it',
      },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Between the numbers of two sides; 0 where one ran alone. */
function largestDifference([one, other]: readonly MentionVectorsAnswer[]): number {
  let largest = 0;
  for (const [run, vector] of (other as MentionVectorsAnswer | undefined)?.firstVectors.entries() ??
    []) {
    for (const [axis, value] of vector.entries()) {
      largest = Math.max(largest, Math.abs(value - one.firstVectors[run][axis]));
    }
  }
  return largest;
}

export const mentionVectorsCase: BenchCase = {
  name: 'mention-vectors',
  title,
  quick: true,
  measure: async (context) => {
    const torch = findTorch();
    if (torch === null) {
      context.say('  PyTorch is left out: run sh build/install-bench-packages.sh');
    } else {
      context.noteVersions({ 'torch of PyPI': torch });
    }
    const peer = torch === null ? null : `PyTorch ${torch}, batches of 32 by length`;
    if (context.quick) {
      return { tables: [await race('tiny', { peer, count: 200, rounds: 1 }, context)] };
    }
    return {
      tables: [
        await race('small', { peer, count: context.full ? 8000 : 2000, rounds: 3 }, context),
        await race('base', { peer, count: 400, rounds: 1 }, context),
      ],
    };
  },
};
