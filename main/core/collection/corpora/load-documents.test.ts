import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newWorkspace, temporaryFolder } from '#core/storage/testing/temporary-workspace.ts';
import { importDocuments } from '../documents/import-documents.ts';
import type { DocumentCorpus } from './document-corpus.ts';
import { loadDocuments } from './load-documents.ts';

const words = (name: string, count = 40) =>
  Array.from({ length: count }, (_, index) => `${name}${index}`).join(' ');
const history = 'Voorgeschiedenis: hypertensie, diabetes en een hartinfarct in het jaar 2001.';

/** Text, patient and date of each note. */
const notes = [
  [`${history} ${words('later')}`, 'p', '2026-02-01'],
  [words('ander'), 'q', '2026-01-01'],
  [history, 'p', '2026-01-01'],
  [`${words('ander')} nog`, 'r', '2025-01-01'],
  [words('los'), '', ''],
] as const;

async function load(plan: Partial<DocumentCorpus> = {}) {
  const workspace = newWorkspace();
  const rows = notes.map(([text, patient, date]) => {
    const paragraphs = text.replace(`${history} `, `${history}\n\n`);
    return `"${paragraphs}",${patient},${date}`;
  });
  const file = join(temporaryFolder(), 'notes.csv');
  writeFileSync(file, `text,patient,date\n${rows.join('\n')}\n`);
  const request = { collection: 'letters', paths: [file], choice: {} };
  await importDocuments(workspace, request, { nowMs: () => 0 });
  const hashes: string[] = [];
  const corpus = await loadDocuments(workspace, 'clinical', {
    plan: {
      collection: 'letters',
      where: {},
      lineUnit: 'line',
      copiedForward: 'drop',
      nearDuplicates: 'drop',
      ...plan,
    },
    onRead: (hash) => hashes.push(hash),
    advance: () => Promise.resolve(),
  });
  const stored = workspace.corpora.findByHash(hashes[0]);
  return { lines: [...corpus.lines()], statistics: stored?.statistics, hash: corpus.hash };
}

describe('A corpus of documents', () => {
  it('has what a patient’s earlier document says once, and of near-duplicates the first', async () => {
    const { lines, statistics } = await load();
    expect(lines).toEqual([history, words('later'), words('ander'), words('los')]);
    expect(statistics).toMatchObject({
      leftOut: { copiedParagraphs: 1, copiedCharacters: history.length, nearDuplicates: 1 },
      cleaning: { documents: 4, linesKept: 4 },
    });
  });

  it('keeps both where the plan says so, in the order of the import', async () => {
    const { lines, statistics } = await load({ copiedForward: 'keep', nearDuplicates: 'keep' });
    expect(lines).toEqual([
      history,
      words('later'),
      words('ander'),
      `${words('ander')} nog`,
      words('los'),
    ]);
    expect(statistics).toMatchObject({
      leftOut: { copiedParagraphs: 0, nearDuplicates: 0 },
      cleaning: { documents: 5, duplicateLines: 1 },
    });
  });

  it('is of the documents that fit, and another one of others', async () => {
    const one = await load({ where: { from: '2026', to: '2026-01' } });
    expect(one.lines).toEqual([words('ander'), history]);
    expect(one.hash).not.toBe((await load()).hash);
    await expect(load({ where: { kind: 'letter' } })).rejects.toMatchObject({
      code: 'corpus.empty',
    });
  });
});
