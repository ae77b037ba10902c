import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newWorkspace, temporaryFolder } from '#core/storage/testing/temporary-workspace.ts';
import { planSchema, type TaskPlan } from '../plan/plan-schema.ts';
import type { DatasetRecord } from './dataset-record.ts';
import { loadTask } from './load-task.ts';
import { hashSources } from '#core/collection/files/source-files.ts';

function load(data: object, kind: TaskPlan['kind'], workspace = newWorkspace()) {
  const task = { kind, data, folds: 2 };
  const plan = planSchema.parse({ name: 'plan', models: {}, tasks: { task } }).tasks.task;
  return loadTask(workspace, 'task', { plan, seed: 1, onRead: () => undefined });
}

describe('documents of the same name in two folders', () => {
  it('are both read, each with its own annotations', () => {
    const folder = temporaryFolder();
    for (const [part, word] of [
      ['train', 'koorts'],
      ['dev', 'hoest'],
    ]) {
      mkdirSync(join(folder, part));
      writeFileSync(join(folder, part, '1.txt'), word);
      writeFileSync(join(folder, part, '1.ann'), `T1\tDISO 0 ${word.length}\t${word}\n`);
    }
    const files = [join(folder, 'train'), join(folder, 'dev')];
    const task = load({ format: 'brat', files }, 'entities');
    const sentences = task.kind === 'entities' ? task.sentences : [];
    expect(sentences.map(({ text, groupId }) => [text, groupId])).toEqual([
      ['koorts', 'train/1'],
      ['hoest', 'dev/1'],
    ]);
  });
});

describe('labels that are hardly to be told apart', () => {
  const detail = (first: string, second: string) =>
    `${first} and ${second} differ in case or white space only and are learned as different labels.`;

  it('stay different classes of all files together, with a warning and a remark that is kept', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '1.csv'), 'text,label\na,HIV\nb,HIV \nc,none\nd,none\ne,HIV\n');
    writeFileSync(join(folder, '2.csv'), 'text,label\nf,hiv\ng,none\nh,hiv\n');
    const files = [join(folder, '1.csv'), join(folder, '2.csv')];
    const workspace = newWorkspace();
    const task = load({ format: 'csv', files }, 'classification', workspace);
    expect(task.kind === 'classification' && task.classes).toEqual(['HIV', 'hiv', 'none']);
    const said = detail('"HIV" (3)', '"hiv" (2)');
    expect(task.warnings).toEqual([said]);
    const again = load({ format: 'csv', files }, 'classification', workspace);
    expect(again.warnings, 'of data that was there').toEqual([said]);
    const { problems } = workspace.datasets.list()[0].statistics as DatasetRecord;
    expect(problems.first).toEqual([
      {
        file: '1.csv and 1 more',
        line: 1,
        rule: 'label-alike',
        action: 'kept',
        detail: said,
      },
    ]);
  });

  it('stay different entity types', () => {
    const file = join(temporaryFolder(), 'words.bio');
    const words = ['koorts B-DISO', 'hoest B-Diso', 'pijn B-DISO', 'ogen B-Diso'];
    writeFileSync(file, `${words.map((word) => `${word}\n`).join('\n')}\n`);
    const task = load({ format: 'bio', files: [file] }, 'entities');
    expect(task.kind === 'entities' && task.tags).toHaveLength(5);
    expect(task.warnings).toEqual([detail('"DISO" (2)', '"Diso" (2)')]);
  });
});

describe('text that is not Unicode', () => {
  // "și", "țară" with cedillas, as Windows-1250 has them: ş, ţ, ă.
  const bytes = Buffer.from('text,label\n\xbai,a\n\xfear\xe3,a\nunu,b\ndoi,b\n', 'latin1');

  it.each([
    [{}, ['ºi', 'þarã']],
    [{ encoding: 'windows-1250' }, ['şi', 'ţară']],
  ])('is read as the plan says: %j', (encoding, texts) => {
    const file = join(temporaryFolder(), 'notes.csv');
    writeFileSync(file, bytes);
    const task = load({ format: 'csv', files: [file], ...encoding }, 'classification');
    const notes = task.kind === 'classification' ? task.notes : [];
    expect(notes.slice(0, 2).map(({ text }) => text)).toEqual(texts);
  });
});

describe('data that is read otherwise than by the first version', () => {
  const bio = (text: string, first = newWorkspace()) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.bio'), text);
    return load({ format: 'bio', files: [join(folder, 'a.bio')] }, 'entities', first);
  };

  it('has another hash; all other data keeps its own, as the first version made it', () => {
    // The hash of this file and plan before there were versions.
    const settings = { format: 'bio' };
    const bytes = new TextEncoder().encode('a B-X\nb O\n\nc B-X\n');
    const text = new TextDecoder().decode(bytes);
    expect(bio(text).hash).toBe(hashSources([{ name: 'a.bio', bytes }], settings));
    const bare = 'a B\nb O\n\nc B\n';
    const bareBytes = new TextEncoder().encode(bare);
    expect(bio(bare).hash).not.toBe(hashSources([{ name: 'a.bio', bytes: bareBytes }], settings));
  });

  it('is found again', () => {
    const workspace = newWorkspace();
    const [first, again] = [1, 2].map(() => bio('a B\nb O\n\nc B\n', workspace));
    expect(again.hash).toBe(first.hash);
    expect(workspace.datasets.list()).toHaveLength(1);
  });
});

describe('what files of a set share', () => {
  it('is remarked on: texts and ids', () => {
    const folder = temporaryFolder();
    const workspace = newWorkspace();
    writeFileSync(join(folder, 'a.csv'), 'id,text,label\n1,Koorts,ja\n2,Pijn,nee\n');
    writeFileSync(join(folder, 'b.csv'), 'id,text,label\n1,Hoest,ja\n3,Pijn,nee\n');
    load({ format: 'csv', files: [folder], idColumn: 'id' }, 'classification', workspace);
    const { problems } = workspace.datasets.list()[0].statistics as DatasetRecord;
    expect(problems.first.map(({ file, rule }) => [file, rule])).toEqual([
      ['b.csv', 'row-text-duplicate'],
      ['b.csv', 'row-id-repeated'],
    ]);
  });

  it('is remarked on: sentences of columns, and documents', () => {
    const rulesOf = (format: string, files: Readonly<Record<string, string>>) => {
      const folder = temporaryFolder();
      const workspace = newWorkspace();
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
      load({ format, files: [folder] }, 'entities', workspace);
      const { problems } = workspace.datasets.list()[0].statistics as DatasetRecord;
      return problems.first.map(({ file, rule, detail }) => [file, rule, detail.split(' ')[0]]);
    };
    const columns = {
      'a.bio': 'Geen O\nkoorts B-X\n\nPijn B-X\n',
      'b.bio': 'Pijn B-X\n\nHoest B-X\n\nGeen O\nkoorts B-X\n\nHoest B-X\n',
    };
    expect(rulesOf('bio', columns)).toEqual([
      ['b.bio', 'bio-sentence-duplicate', '1'],
      ['b.bio', 'bio-sentence-duplicate', '2'],
    ]);
    const annotation = 'T1\tX 0 6\tKoorts\n';
    const documents = {
      ...{ 'a.txt': 'Koorts.', 'a.ann': annotation },
      ...{ 'b.txt': 'Koorts.\n', 'b.ann': annotation },
      ...{ 'c.txt': 'Koorts nu.', 'c.ann': annotation },
    };
    expect(rulesOf('brat', documents)).toEqual([['b.txt', 'brat-document-duplicate', '1']]);
  });

  it('names word-level problems by the file as it is called', () => {
    const folder = temporaryFolder();
    const workspace = newWorkspace();
    writeFileSync(join(folder, 'a.TXT'), 'koortsig beeld.\nKoorts nu.');
    writeFileSync(join(folder, 'a.ann'), 'T1\tX 0 6\tkoorts\nT2\tX 16 22\tKoorts\n');
    writeFileSync(join(folder, 'b.txt'), 'Koorts.');
    writeFileSync(join(folder, 'b.ann'), 'T1\tX 0 6\tKoorts\n');
    load({ format: 'brat', files: [folder] }, 'entities', workspace);
    const { problems } = workspace.datasets.list()[0].statistics as DatasetRecord;
    expect(problems.first).toMatchObject([{ file: 'a.TXT', rule: 'entity-widened' }]);
  });
});
