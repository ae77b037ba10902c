import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { refusingLater } from '#core/storage/testing/refusing.ts';
import { newWorkspace, temporaryFolder } from '#core/storage/testing/temporary-workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { importDocuments } from '../documents/import-documents.ts';
import { findCollection } from '../find-collection.ts';
import { selectDocuments } from '../selection/select-documents.ts';
import { freezeSet } from '../sets/freeze-set.ts';
import { measureTokens } from './measure-tokens.ts';

/** Counted by hand: 3 + 4 + 2 words in 1 + 2 + 1 sentences, and 5 words in 1 of the second file. */
const notes = [
  'id;patient;datum;soort;tekst;klasse',
  '1;p1;2024-03-01;brief;Geen koorts gemeten.;nee',
  '2;p1;2025-01-02;brief;Wel hoest. Geen pijn.;ja',
  '3;p2;2025-11-30;verslag;Wel koorts.;ja',
].join('\n');
const other = ['id;patient;datum;soort;tekst;klasse', '4;;;;Een twee drie vier vijf.;'].join('\n');

let workspace: Workspace;
let filter: { collectionId: number };
beforeEach(async () => {
  workspace = newWorkspace();
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.csv'), notes);
  writeFileSync(join(folder, 'b.csv'), other);
  const mapping = {
    text: [{ column: 'tekst', heading: null }],
    label: 'klasse',
    id: 'id',
    patient: 'patient',
    date: 'datum',
    language: null,
    kind: 'soort',
  };
  const request = { collection: 'notes', paths: [folder], choice: { options: { mapping } } };
  await importDocuments(workspace, request, { nowMs: () => 1_000 });
  filter = { collectionId: findCollection(workspace, 'notes').id };
});

const bare = (groups: readonly { value: string; documents: number; words: number }[]) =>
  groups.map(({ value, documents, words }) => [value, documents, words]);

describe('the figures of a collection', () => {
  it('are those that a person counts', () => {
    const statistics = workspace.documentStatistics.of({ filter });
    expect(statistics.total).toEqual({
      value: '',
      documents: 4,
      sentences: 5,
      words: 14,
      characters: 20 + 21 + 11 + 24,
    });
    expect(statistics.patients).toBe(2);
    expect(bare(statistics.bySource)).toEqual([
      ['a.csv', 3, 9],
      ['b.csv', 1, 5],
    ]);
    expect(bare(statistics.byYear)).toEqual([
      ['', 1, 5],
      ['2024', 1, 3],
      ['2025', 2, 6],
    ]);
    expect(bare(statistics.byKind)).toEqual([
      ['', 1, 5],
      ['brief', 2, 7],
      ['verslag', 1, 2],
    ]);
    expect(statistics.classes).toEqual([
      { label: 'ja', documents: 2, count: 2 },
      { label: 'nee', documents: 1, count: 1 },
    ]);
    expect(statistics.lengths.map(({ words }) => words)).toEqual([2, 3, 4, 4, 5, 5]);
  });

  it('are those of the documents that fit, where it is narrowed', () => {
    const { total, classes, byYear } = workspace.documentStatistics.of({
      filter: { ...filter, search: 'koorts' },
    });
    expect(total).toMatchObject({ documents: 2, words: 5, sentences: 2 });
    expect(classes.map(({ label, count }) => [label, count])).toEqual([
      ['ja', 1],
      ['nee', 1],
    ]);
    expect(bare(byYear)).toEqual([
      ['2024', 1, 3],
      ['2025', 1, 2],
    ]);
    const none = workspace.documentStatistics.of({ filter: { ...filter, patient: 'nobody' } });
    expect(none).toMatchObject({ total: { documents: 0, words: 0 }, lengths: [], classes: [] });
  });

  it('of a frozen set are those of what was frozen, annotations included', async () => {
    const set = freezeSet(workspace, 'yes', { collections: ['notes'], where: { class: 'ja' } });
    const folder = temporaryFolder();
    writeFileSync(
      join(folder, 'a.csv'),
      notes.replace('Wel koorts.;ja', 'Iets heel anders nu.;nee'),
    );
    await importDocuments(
      workspace,
      { collection: 'notes', paths: [folder], choice: {} },
      { nowMs: () => 2_000 },
    );
    const { total, classes, patients } = workspace.documentStatistics.of({ set });
    expect(total).toMatchObject({ documents: 2, words: 6, sentences: 3 });
    expect(patients).toBe(2);
    expect(classes).toEqual([{ label: 'ja', documents: 2, count: 2 }]);
  });
});

describe('tokens', () => {
  const effects = { nowMs: () => 1_000 };
  /** A token for each character. */
  const byCharacter = (text: string) => text.length;

  it('are counted by source, with what is beyond what a model reads at once', async () => {
    const lengths = [510, 511, 700, 0];
    let at = 0;
    const selected = selectDocuments(workspace, { filter });
    const measured = await measureTokens(selected, () => lengths[at++], effects);
    expect(measured).toEqual({
      limit: 512,
      total: { value: '', documents: 4, tokens: 1_721, longer: 2, beyond: 1 + 190 },
      bySource: [
        { value: 'a.csv', documents: 3, tokens: 1_721, longer: 2, beyond: 191 },
        { value: 'b.csv', documents: 1, tokens: 0, longer: 0, beyond: 0 },
      ],
      lengths: [
        { share: 0, tokens: 0 },
        { share: 0.25, tokens: 510 },
        { share: 0.5, tokens: 511 },
        { share: 0.75, tokens: 511 },
        { share: 0.95, tokens: 700 },
        { share: 1, tokens: 700 },
      ],
    });
  });

  it('of no documents are none', async () => {
    const selected = selectDocuments(workspace, { filter: { ...filter, patient: 'nobody' } });
    const measured = await measureTokens(selected, byCharacter, effects);
    expect(measured).toMatchObject({
      total: { documents: 0, tokens: 0 },
      lengths: [],
      bySource: [],
    });
  });

  it('are counted until a stop is asked for', async () => {
    const selected = selectDocuments(workspace, { filter });
    const signal = AbortSignal.abort();
    await refusingLater(
      'collection.stopped',
      measureTokens(selected, byCharacter, { ...effects, signal }),
    );
  });
});
