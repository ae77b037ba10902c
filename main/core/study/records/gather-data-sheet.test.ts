import { expect, it } from 'vitest';
import { freezeSet } from '#core/collection/sets/freeze-set.ts';
import { recordLocked } from '#core/collection/sets/lock-sets.ts';
import { fileOrigin } from '#core/domain/document.ts';
import { makeDataSheet } from '#core/report/card/make-data-sheet.ts';
import { listTables } from '#core/report/files/write-table-files.ts';
import { newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import { languages, type Language } from '#core/wording/language.ts';
import { gatherDataSheet } from './gather-data-sheet.ts';

function newSet() {
  const workspace = newWorkspace();
  const { collections, documentImports } = workspace;
  const { id: collectionId } = collections.create('notes');
  const { id: importId } = documentImports.begin({ collectionId, source: {}, options: {} });
  documentImports.addProblems(importId, [
    { file: 'a.csv', line: 3, rule: 'row-text-empty', action: 'left-out', detail: '' },
    { file: 'a.csv', line: 4, rule: 'row-text-empty', action: 'left-out', detail: '' },
    { file: 'a.csv', line: 5, rule: 'row-quote', action: 'repaired', detail: '' },
  ]);
  workspace.documents.batch(collectionId, () => {
    for (const [id, patient, date, language, label] of [
      ['1', 'p', '2020-05-01', 'nl', 'yes'],
      ['2', 'p', '2019-01-31', 'nl', 'no'],
      ['3', 'q', null, null, 'yes'],
    ] as const) {
      workspace.documents.put(
        { collectionId, importId },
        {
          ...{ id, patient, date, language, languageCertainty: null, kind: null, columns: {} },
          text: `secret words of ${id}`,
          place: { file: 'a.csv', part: null, line: null },
          annotations: [{ kind: 'class', label, origin: fileOrigin }],
          ...{ carried: null, wordCount: 4, sentenceCount: 1, rules: [] },
        },
      );
    }
  });
  return { workspace, version: freezeSet(workspace, 'held', { collections: ['notes'] }) };
}

it('counts what the set holds, and what its imports left out', () => {
  const { workspace, version } = newSet();
  expect(gatherDataSheet(workspace, version)).toMatchObject({
    ...{ name: 'held', version: 1, hash: version.hash, isLocked: false },
    ...{ documents: 3, patients: 2, dates: ['2019-01-31', '2020-05-01'] },
    sources: [{ name: 'notes', count: 3 }],
    languages: [
      { name: 'nl', count: 2 },
      { name: null, count: 1 },
    ],
    labels: [
      { name: 'yes', count: 2 },
      { name: 'no', count: 1 },
    ],
    leftOut: [{ name: 'row-text-empty', count: 2 }],
  });
  recordLocked(workspace, version);
  expect(gatherDataSheet(workspace, version).isLocked).toBe(true);
});

it.each(Object.keys(languages) as Language[])('is a whole sheet without text in %s', (language) => {
  const { workspace, version } = newSet();
  const sheet = makeDataSheet(gatherDataSheet(workspace, version), language);
  expect(sheet.createdAtMs).toBe(version.createdAtMs);
  expect(JSON.stringify(sheet)).not.toMatch(/secret|undefined|NaN/);
  const tables = listTables(sheet);
  expect(tables).toHaveLength(5);
  for (const { caption, columns, rows } of tables) {
    for (const { cells } of rows) expect(cells, caption).toHaveLength(columns.length);
  }
});
