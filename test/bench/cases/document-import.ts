import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { curatorFlags } from '#hosts/composition/launch-curator.ts';

import { writeNotesTable } from '../data/notes-table.ts';
import { compare, ours } from '../measure/compare.ts';
import { exponentOf } from '../measure/growth.ts';
import { formatMebibytes, formatNumber } from '../report/format.ts';
import type { Table } from '../report/results.ts';
import type {
  DocumentImportAnswer,
  DocumentImportRequest,
} from '../workers/document-import-worker.ts';
import { startLineProcess, type ProcessCommand } from '../workers/line-process.ts';
import { findSqlite, importWithSqlite } from '../workers/sqlite-import.ts';
import type { BenchCase, BenchContext } from './bench-case.ts';
import { roundsOf } from './race-models.ts';

const title = 'Importing a table of notes (CSV) into a workspace';
const multiples = [1, 4, 16] as const;
const megabyte = 1_000_000;

const ourCommand: ProcessCommand = {
  program: process.execPath,
  arguments: [
    ...curatorFlags,
    fileURLToPath(new URL('../workers/document-import-worker.ts', import.meta.url)),
  ],
  environment: {},
};

/** In a process of its own, so that its memory is that of this work. */
export async function importOnce(request: DocumentImportRequest): Promise<DocumentImportAnswer> {
  const worker = startLineProcess(ourCommand);
  const answer = (await worker.ask(request)) as DocumentImportAnswer;
  await worker.close();
  return answer;
}

interface NotesTable {
  readonly path: string;
  readonly bytes: number;
}

function writeTables(folder: string, { quick, full }: BenchContext): NotesTable[] {
  const smallest = quick ? megabyte : (full ? 64 : 16) * megabyte;
  return multiples.map((times) => {
    const path = join(folder, `${times}.csv`);
    writeNotesTable(path, { bytes: times * smallest });
    return { path, bytes: statSync(path).size };
  });
}

async function race(
  { path, bytes }: NotesTable,
  folder: string,
  version: string,
  context: BenchContext,
): Promise<Table> {
  const peer = `sqlite3 ${version}, not encrypted, with an index of words`;
  const processorMs = new Map<string, number>();
  let peakBytes: number | null = null;
  const contestants = [
    {
      name: ours,
      run: async () => {
        const workspace = join(folder, 'workspace');
        const answer = await importOnce({ path, workspace, isKept: false });
        processorMs.set(ours, answer.processorMs);
        ({ peakBytes } = answer);
        return answer.elapsedMs;
      },
    },
    {
      name: peer,
      run: () => {
        const answer = importWithSqlite(path, join(folder, 'peer.sqlite'));
        processorMs.set(peer, answer.processorMs);
        return Promise.resolve(answer.elapsedMs);
      },
    },
  ];
  const rounds = { ...roundsOf(context, 3), warmUp: 0 };
  const { rows } = await compare(contestants, rounds, context.say);
  const ourMs = processorMs.get(ours) ?? NaN;
  const peerMs = processorMs.get(peer) ?? NaN;
  return {
    kind: 'comparison',
    title,
    work: { amount: Number((bytes / megabyte).toFixed(1)), unit: 'MB' },
    rounds: rounds.count,
    rows: rows.map((row) => ({ ...row, peakBytes: row.name === ours ? peakBytes : null })),
    targets: [{ against: peer, ratio: 0.5 }],
    facts: {
      'seconds on the processors in the last round': `${formatNumber(ourMs / 1000)}; ${formatNumber(peerMs / 1000)}`,
      'processor time of theirs ÷ ours': (peerMs / ourMs).toFixed(2),
      'what is in it':
        'ours reads the file twice, recognises its columns, dates and languages, counts words and sentences, hashes text and facts of each document for the next export, keeps nine indexes and one of words, encrypts and signs each page, waits for the disk at each batch, and can go on after a kill; two threads. Theirs keeps the cells and an index of words, and does not wait for the disk; one thread',
    },
  };
}

async function grow(
  tables: readonly NotesTable[],
  folder: string,
  context: BenchContext,
): Promise<Table> {
  const times: number[] = [];
  const rows: string[][] = [];
  for (const { path, bytes } of tables) {
    const answer = await importOnce({ path, workspace: join(folder, 'workspace'), isKept: false });
    times.push(answer.processorMs);
    const megabytes = bytes / megabyte;
    rows.push([
      formatNumber(megabytes),
      answer.documentCount.toLocaleString('en'),
      formatNumber(answer.elapsedMs),
      formatNumber(answer.processorMs),
      formatNumber(answer.processorMs / megabytes),
      answer.peakBytes === null ? '' : formatMebibytes(answer.peakBytes),
    ]);
    context.say(`  ${rows[rows.length - 1].join(', ')}`);
  }
  const sizes = tables.map(({ bytes }) => bytes);
  return {
    kind: 'figures',
    title: `${title}: cost from 1 to 16 times as much`,
    columns: [
      'MB',
      'notes',
      'milliseconds',
      'milliseconds on the processors',
      'of these per MB',
      'peak memory',
    ],
    rows,
    facts: {
      'processor time grows with the table to the power of': exponentOf(sizes, times).toFixed(2),
      'peak memory to stay below': formatMebibytes(600 * megabyte),
    },
  };
}

export const documentImportCase: BenchCase = {
  name: 'document-import',
  title,
  quick: true,
  measure: async (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'anamnesis-bench-'));
    try {
      const tables = writeTables(folder, context);
      const growth = await grow(tables, folder, context);
      const version = findSqlite();
      if (version === null) {
        context.say('  sqlite3 is left out: it is not there (sh build/install-bench-packages.sh)');
        return { tables: [growth] };
      }
      context.noteVersions({ sqlite3: version });
      const [, middle, largest] = tables;
      const raced = context.full ? largest : middle;
      return { tables: [await race(raced, folder, version, context), growth] };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
