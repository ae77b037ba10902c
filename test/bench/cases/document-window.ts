import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

import { importDocuments } from '#core/collection/documents/import-documents.ts';
import type { DocumentFilter } from '#core/storage/document-queries.ts';

import { listMissing, openWindow, type StudyHost } from '../browser-window.ts';
import { writeNotesTable } from '../data/notes-table.ts';
import { median } from '../measure/median.ts';
import { formatNumber } from '../report/format.ts';
import type { Table } from '../report/results.ts';
import type { BenchCase, BenchContext } from './bench-case.ts';

const title = 'Documents in the window, in the browser';
const quickCount = 2_000;
const fullCount = 100_000;
/** Columns that all notes of the table share, and words that few have. */
const kinds = ['brief', 'consult', 'opname', 'ontslag', 'verslag'];
const words = ['koorts hoest', 'fiebre tos', 'febră', 'anuscarcinoom', 'prednison'];

type Where = Omit<DocumentFilter, 'collectionId'>;

interface Step {
  readonly name: string;
  readonly limitMs: number;
  /** What stands in the page afterwards. */
  readonly where: (round: number) => Where;
  /** What is done before, which is not counted. */
  readonly prepare: (page: Page) => Promise<void>;
  readonly act: (page: Page, where: Where) => Promise<unknown>;
}

const searchOf = (page: Page) => page.getByRole('searchbox', { name: 'Search the texts' });
const kindOf = (page: Page) => page.getByRole('combobox', { name: 'Kind' });

const steps: readonly Step[] = [
  {
    name: 'list: a collection is opened',
    limitMs: 300,
    where: () => ({}),
    prepare: async (page) => {
      await page.getByRole('link', { name: 'Documents', exact: true }).press('Enter');
      await page.getByRole('link', { name: 'notes', exact: true }).focus();
    },
    act: (page) => page.keyboard.press('Enter'),
  },
  {
    name: 'filter: another kind is chosen',
    limitMs: 200,
    where: (round) => ({ kind: kinds[round % kinds.length] }),
    prepare: (page) => kindOf(page).waitFor(),
    act: (page, { kind = '' }) => kindOf(page).selectOption(kind),
  },
  {
    name: 'search: words are typed',
    limitMs: 100,
    where: (round) => ({ search: words[round % words.length] }),
    prepare: async (page) => {
      await kindOf(page).selectOption({ index: 0 });
    },
    act: (page, { search = '' }) => searchOf(page).fill(search),
  },
];

/** Waits until the list of these documents stands in the page, and measures how long. */
async function measureStep(
  { workspace }: StudyHost,
  page: Page,
  { where, prepare, act }: Step,
  round: number,
): Promise<number> {
  const collectionId = workspace.collections.findByName('notes')?.id ?? 0;
  const wanted = where(round);
  const numbers = workspace.documentQueries.numbers({ collectionId, ...wanted });
  const [first] = workspace.documentQueries.rows(numbers.slice(0, 1));
  const count = numbers.length.toLocaleString('en');
  const name = numbers.length === 1 ? '1 document' : `${count} documents`;
  await prepare(page);
  const start = performance.now();
  await act(page, wanted);
  await page.getByRole('heading', { name, exact: true }).waitFor();
  await page.getByRole('link', { name: first.id, exact: true }).waitFor();
  return performance.now() - start;
}

async function measureWindow(context: BenchContext): Promise<Table> {
  const count = context.quick ? quickCount : fullCount;
  const folder = mkdtempSync(join(tmpdir(), 'anamnesis-bench-'));
  // Tests hold every answer up for a moment.
  process.env.ANAMNESIS_ANSWER_DELAY_MS = '0';
  const window = await openWindow();
  try {
    const path = join(folder, 'notes.csv');
    writeNotesTable(path, { notes: count });
    const request = { collection: 'notes', paths: [path], choice: {} };
    await importDocuments(window.host.workspace, request, { nowMs: Date.now });
    await window.page.goto(window.host.server.url);
    const times = new Map(steps.map(({ name }) => [name, [] as number[]]));
    const rounds = context.quick ? 2 : context.roundCount;
    for (let round = 0; round <= rounds; round++) {
      for (const step of steps) {
        const elapsedMs = await measureStep(window.host, window.page, step, round);
        // The first is for the browser and the database to warm up.
        if (round > 0) times.get(step.name)?.push(elapsedMs);
      }
    }
    const rows = steps.map(({ name, limitMs }) => {
      const found = times.get(name) ?? [];
      const [least, most] = [Math.min(...found), Math.max(...found)];
      return [
        name,
        formatNumber(median(found)),
        `${formatNumber(least)} – ${formatNumber(most)}`,
        limitMs,
      ];
    });
    for (const row of rows) context.say(`  ${row.join(', ')}`);
    return {
      kind: 'figures',
      title: `${title}: ${count.toLocaleString('en')} notes`,
      columns: ['what a person does', 'median ms', 'fastest – slowest', 'to reach, ms'],
      rows,
      facts: {
        'what is in it':
          'from the key or the choice until its rows stand in the page: the window, the loopback host, the encrypted database, the drawing, and what the program takes that drives the browser',
      },
    };
  } finally {
    await window.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export const documentWindowCase: BenchCase = {
  name: 'document-window',
  title,
  quick: true,
  obstacle: () => {
    const missing = listMissing();
    return missing.length === 0 ? null : missing.join('; ');
  },
  measure: async (context) => ({ tables: [await measureWindow(context)] }),
};
