import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { refusing } from '#core/storage/testing/refusing.ts';
import { newWorkspace, temporaryFolder } from '#core/storage/testing/temporary-workspace.ts';
import { importDocuments } from '../documents/import-documents.ts';
import { chooseDocuments, type DocumentChoice } from './choose-documents.ts';

/** Ten patients with two notes each, of two years, and four notes of nobody. */
async function notes(order: (rows: string[]) => string[] = (rows) => rows) {
  const workspace = newWorkspace();
  const rows = Array.from({ length: 20 }, (_, at) => {
    const year = 2024 + (at % 2);
    return `n${at},p${at >> 1},${year}-05-01,nota ${at}`;
  });
  const loose = Array.from({ length: 4 }, (_, at) => `l${at},,,suelta ${at}`);
  const file = join(temporaryFolder(), 'notes.csv');
  writeFileSync(file, `id,patient,date,text\n${order([...rows, ...loose]).join('\n')}\n`);
  const request = { collection: 'notes', paths: [file], choice: {} };
  await importDocuments(workspace, request, { nowMs: () => 0 });
  const choose = (choice: Omit<DocumentChoice, 'collections'>) =>
    chooseDocuments(workspace, { collections: ['notes'], ...choice }).map((number) => {
      const { id, patient } = workspace.documents.get(number);
      return { id, patient };
    });
  return choose;
}

it('draws a share of the patients by a seed, each with all notes, in whatever order they came', async () => {
  const choose = await notes();
  const backwards = await notes((rows) => rows.toReversed());
  const ids = (chosen: readonly { id: string }[]) => chosen.map(({ id }) => id).sort();
  const drawn = choose({ draw: { share: 0.5, seed: 1 } });
  // Ten patients and four notes of nobody are fourteen.
  const owners = new Set(drawn.map(({ id, patient }) => patient ?? id));
  expect(owners.size).toBe(7);
  for (const { patient } of drawn) {
    if (patient === null) continue;
    expect(drawn.filter((each) => each.patient === patient)).toHaveLength(2);
  }
  expect(ids(backwards({ draw: { share: 0.5, seed: 1 } }))).toEqual(ids(drawn));
  expect(ids(choose({ draw: { share: 0.5, seed: 2 } }))).not.toEqual(ids(drawn));
  expect(choose({ draw: { share: 0.001, seed: 1 } }).length).toBeGreaterThan(0);
});

it('takes documents by date, by lists of ids and of patients, and by all of these', async () => {
  const choose = await notes();
  expect(choose({ where: { from: '2025' } })).toHaveLength(10);
  expect(choose({ documents: ['n3', 'l1'] }).map(({ id }) => id)).toEqual(['n3', 'l1']);
  expect(choose({ patients: ['p2', 'p0'] }).map(({ id }) => id)).toEqual(['n0', 'n1', 'n4', 'n5']);
  expect(choose({ where: { from: '2025' }, patients: ['p2'] }).map(({ id }) => id)).toEqual(['n5']);
});

it('refuses a list that names what is not there', async () => {
  const choose = await notes();
  refusing('record.missing', () => choose({ patients: ['p2', 'p99', 'p98'] }));
  expect(() => choose({ patients: ['p2', 'p99', 'p98'] })).toThrow('2 of 3, the first p99');
  refusing('record.missing', () => choose({ where: { from: '2025' }, documents: ['n0'] }));
});
