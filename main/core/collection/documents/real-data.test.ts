import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tagSentences } from '#core/corpus/tag-sentences.ts';
import { readBrat } from '#core/import/read-brat.ts';
import { newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import { flattenSet } from '../sets/flatten-set.ts';
import { freezeSet } from '../sets/freeze-set.ts';
import { importDocuments } from './import-documents.ts';

const data = '../shared/data';
const effects = { nowMs: Date.now };

describe.skipIf(!existsSync(data))(`real data, skipped where ${data} is absent`, () => {
  it('CANTEMIST keeps every mention, and is flattened to the examples of its files', async () => {
    const workspace = newWorkspace();
    const paths = ['train', 'dev1'].map((part) => `${data}/cantemist/${part}`);
    const { counts, collectionId } = await importDocuments(
      workspace,
      { collection: 'cantemist', paths, choice: { format: 'brat' } },
      effects,
    );
    expect(counts.new).toBe(501 + 250);
    const { types, total } = workspace.documentStatistics.of({ filter: { collectionId } });
    expect(total.documents).toBe(751);
    expect(types).toMatchObject([{ label: 'MORFOLOGIA_NEOPLASIA', count: 6_396 + 3_341 }]);
    const frozen = freezeSet(workspace, 'cantemist', { collections: ['cantemist'] });
    const { examples, problems } = flattenSet(workspace, frozen, 'tagged-sentences');
    expect(problems.counts.filter(({ rule }) => rule === 'brat-overlap').length).toBeGreaterThan(0);
    const lost = problems.losses?.filter(({ rule }) => rule === 'brat-overlap');
    expect(lost).toEqual([{ rule: 'brat-overlap', label: 'MORFOLOGIA_NEOPLASIA', count: 77 + 63 }]);

    const files = paths.flatMap((path) =>
      readdirSync(path).map((file) => ({ file, bytes: readFileSync(`${path}/${file}`) })),
    );
    const sentences = readBrat(files).items.flatMap((each) => tagSentences(each).items);
    const bare = (each: (typeof sentences)[number]) => JSON.stringify([each.text, each.tags]);
    expect(examples.map(bare).sort()).toEqual(sentences.map(bare).sort());
  });

  it('NUBes has 1,838 documents of two classes, each once', async () => {
    const workspace = newWorkspace();
    const none = { patient: null, date: null, language: null };
    const mapping = {
      ...none,
      text: [{ column: 'text', heading: null }],
      label: 'label',
      id: 'note_id',
      kind: 'section',
    };
    const request = {
      collection: 'nubes',
      paths: [`${data}/nubes/nubes_negation_1838.csv`],
      choice: { options: { mapping } },
    };
    const { counts, collectionId } = await importDocuments(workspace, request, effects);
    expect(counts.new).toBe(1_838);
    const { classes, byLanguage } = workspace.documentStatistics.of({ filter: { collectionId } });
    expect(classes.map(({ label, count }) => [label, count])).toEqual([
      ['affirmed', 919],
      ['negation', 919],
    ]);
    const spanish = byLanguage.find(({ value }) => value === 'es');
    expect(spanish?.documents).toBeGreaterThan(1_200);
    const again = await importDocuments(workspace, request, effects);
    expect(again.counts).toMatchObject({ new: 0, unchanged: 1_838, changed: 0 });
  });

  it('texts are kept to the last byte', async () => {
    const workspace = newWorkspace();
    const { collectionId } = await importDocuments(
      workspace,
      { collection: 'texts', paths: [`${data}/mlm`], choice: { format: 'text' } },
      effects,
    );
    for (const name of readdirSync(`${data}/mlm`)) {
      const stored = workspace.documents.findByOwnId(collectionId, name);
      const bytes = readFileSync(`${data}/mlm/${name}`);
      expect(Buffer.from(stored?.text ?? '').equals(bytes), name).toBe(true);
      expect(stored?.language).toBe(name.slice(0, 2));
    }
  });
});
