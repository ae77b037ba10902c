import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { writeNearDuplicateNotes } from '../data/near-duplicate-notes.ts';
import { compare, ours } from '../measure/compare.ts';
import { exponentOf } from '../measure/growth.ts';
import { formatMebibytes, formatNumber } from '../report/format.ts';
import type { Table } from '../report/results.ts';
import { startLineProcess, type ProcessCommand } from '../workers/line-process.ts';
import type {
  NearDuplicatesAnswer,
  NearDuplicatesRequest,
} from '../workers/near-duplicates-worker.ts';
import type { BenchCase, BenchContext } from './bench-case.ts';

const title = 'Near-duplicates among notes of 300 words';
const fullCount = 100_000;
const quickCount = 2000;
const shares = [1 / 16, 1 / 8, 1 / 4, 1 / 2, 1] as const;

const fileOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const ourCommand: ProcessCommand = {
  program: process.execPath,
  arguments: [fileOf('../workers/near-duplicates-worker.ts')],
  environment: {},
};
/** Made by build/install-bench-packages.sh. */
const python = fileOf('../../../node_modules/.cache/bench-python/bin/python');
const theirCommand: ProcessCommand = {
  program: python,
  arguments: [fileOf('../workers/datasketch_server.py')],
  environment: {},
};

function findDatasketch(): string | null {
  const script = 'import datasketch; print(datasketch.__version__)';
  const { status, stdout } = spawnSync(python, ['-c', script], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

async function askOnce(
  command: ProcessCommand,
  request: NearDuplicatesRequest,
): Promise<NearDuplicatesAnswer> {
  // In a process of its own, so that its memory is that of this work and is free afterwards.
  const worker = startLineProcess(command);
  const answer = (await worker.ask(request)) as NearDuplicatesAnswer;
  await worker.close();
  return answer;
}

interface Notes {
  readonly path: string;
  readonly count: number;
}

async function race(
  { path, count }: Notes,
  version: string,
  context: BenchContext,
): Promise<Table> {
  const usual = `datasketch ${version}, as it comes (SHA-1)`;
  const fast = `datasketch ${version}, CRC-32 instead of SHA-1`;
  const contestants = [
    { name: ours, command: ourCommand, hash: null },
    { name: usual, command: theirCommand, hash: 'sha1' },
    { name: fast, command: theirCommand, hash: 'crc32' },
  ] as const;
  const answers = new Map<string, NearDuplicatesAnswer>();
  const { rows } = await compare(
    contestants.map(({ name, command, hash }) => ({
      name,
      run: async () => {
        const answer = await askOnce(command, { path, count, hash });
        answers.set(name, answer);
        return answer.elapsedMs;
      },
    })),
    { warmUp: 0, count: context.quick ? 1 : Math.min(context.roundCount, 3) },
    context.say,
  );
  const tell = (what: (answer: NearDuplicatesAnswer) => string) =>
    contestants.map(({ name }) => what(answers.get(name) as NearDuplicatesAnswer)).join('; ');
  return {
    kind: 'comparison',
    title: `${title}, ${count.toLocaleString('en')} of them`,
    work: { amount: count, unit: 'notes' },
    rounds: context.quick ? 1 : Math.min(context.roundCount, 3),
    rows: rows.map((row) => ({ ...row, peakBytes: answers.get(row.name)?.peakBytes ?? null })),
    targets: [{ against: usual, ratio: 5 }],
    facts: {
      'clusters, and notes in them': tell(
        ({ clusterCount, clusteredCount }) => `${clusterCount}, ${clusteredCount}`,
      ),
      'seconds on the processor in the last round': tell(({ processorMs }) =>
        formatNumber(processorMs / 1000),
      ),
      'what is in it':
        'from texts in memory to clusters of verified pairs: words, shingles, 128 hashes, 32 bands of 4, the exact comparison; one thread each; reading the file is not in it; Python’s collector of cycles is off',
    },
  };
}

async function grow({ path, count }: Notes, context: BenchContext): Promise<Table> {
  const counts: number[] = [];
  const times: number[] = [];
  const rows: string[][] = [];
  for (const share of shares) {
    const part = Math.round(share * count);
    const answer = await askOnce(ourCommand, { path, count: part, hash: null });
    counts.push(part);
    times.push(answer.processorMs);
    rows.push([
      part.toLocaleString('en'),
      formatNumber(answer.processorMs),
      formatNumber((1000 * answer.processorMs) / part),
      answer.peakBytes === null ? '' : formatMebibytes(answer.peakBytes),
    ]);
    context.say(`  ${rows[rows.length - 1].join(', ')}`);
  }
  return {
    kind: 'figures',
    title: `${title}: cost from 1 to 16 times as many`,
    columns: ['notes', 'milliseconds on the processor', 'microseconds per note', 'peak memory'],
    rows,
    facts: {
      'time grows with the notes to the power of': exponentOf(counts, times).toFixed(2),
      'what is in the memory': 'the process, the file as it was read, and the index',
    },
  };
}

export const nearDuplicatesCase: BenchCase = {
  name: 'near-duplicates',
  title,
  quick: true,
  measure: async (context) => {
    const version = findDatasketch();
    const folder = mkdtempSync(join(tmpdir(), 'anamnesis-bench-'));
    const notes = {
      path: join(folder, 'notes.txt'),
      count: context.quick ? quickCount : fullCount,
    };
    try {
      writeNearDuplicateNotes(notes.path, notes.count);
      const tables = [await grow(notes, context)];
      if (version === null) {
        context.say(
          '  datasketch is left out: it is not there (sh build/install-bench-packages.sh)',
        );
        return { tables };
      }
      context.noteVersions({ datasketch: version });
      return { tables: [await race(notes, version, context), ...tables] };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
