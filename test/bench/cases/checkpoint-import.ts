import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { writeLargeCheckpoint } from '../data/large-checkpoint.ts';
import { compare, ours } from '../measure/compare.ts';
import type { Table } from '../report/results.ts';
import type { ImportAnswer, ImportRequest } from '../workers/import-worker.ts';
import { startLineProcess } from '../workers/line-process.ts';
import type { BenchCase, BenchContext } from './bench-case.ts';
import { roundsOf } from './race-models.ts';

const title = 'Importing a checkpoint with the shape of multilingual BERT into a workspace';

const names = {
  import: ours,
  copy: 'plain copy of the weights, to the disk',
  'copy-encrypted': 'the same with SHA-256 and AES-256-GCM',
} as const satisfies Record<ImportRequest['work'], string>;
const works = Object.keys(names) as ImportRequest['work'][];

const workerCommand = {
  program: process.execPath,
  arguments: [fileURLToPath(new URL('../workers/import-worker.ts', import.meta.url))],
  environment: {},
};

async function race(folder: string, context: BenchContext): Promise<Table> {
  const from = join(folder, 'checkpoint');
  const weightsBytes = await writeLargeCheckpoint(from, context.quick ? 'mini' : 'base');
  context.say(`  ${(weightsBytes / 1e6).toFixed(0)} MB of weights in a temporary folder`);
  const workers = works.map((work) => ({ work, process: startLineProcess(workerCommand) }));
  const answers = new Map<ImportRequest['work'], ImportAnswer>();
  try {
    const contestants = workers.map(({ work, process: worker }) => ({
      name: names[work],
      run: async () => {
        const request: ImportRequest = { work, from, to: join(folder, work) };
        const answer = (await worker.ask(request)) as ImportAnswer;
        answers.set(work, answer);
        return answer.elapsedMs;
      },
    }));
    const rounds = { ...roundsOf(context, 3), warmUp: 1 };
    const { rows } = await compare(contestants, rounds, context.say);
    const peakOf = (work: ImportRequest['work']) => answers.get(work)?.peakBytes ?? null;
    return {
      kind: 'comparison',
      title,
      work: { amount: Number((weightsBytes / 1e6).toFixed(1)), unit: 'MB' },
      rounds: rounds.count,
      rows: rows.map((row, index) => ({ ...row, peakBytes: peakOf(works[index]) })),
      targets: [],
      facts: {
        // A small checkpoint is less than what the process itself takes.
        ...(context.quick ? {} : describeMemory(answers.get('import'), weightsBytes)),
        'what is in it':
          'ours opens the tokenizer, reads the weights, checks every value, hashes and encrypts them, reads the folder a second time meanwhile for its own hash, and keeps the model under a transaction; all three wait until the bytes are on the disk; the source was written just before and is in the system’s cache',
      },
    };
  } finally {
    await Promise.all(workers.map(({ process: worker }) => worker.close()));
  }
}

function describeMemory(
  answer: ImportAnswer | undefined,
  weightsBytes: number,
): Record<string, string> {
  if (!answer?.peakBytes || answer.startBytes === null) return {};
  const share = (bytes: number) => (bytes / weightsBytes).toFixed(2);
  return {
    'peak memory of the importing process ÷ weights (to stay below 1.3)': share(answer.peakBytes),
    'of it what the process had before it began': share(answer.startBytes),
  };
}

export const checkpointImportCase: BenchCase = {
  name: 'checkpoint-import',
  title,
  quick: true,
  measure: async (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'anamnesis-bench-'));
    try {
      return { tables: [await race(folder, context)] };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
