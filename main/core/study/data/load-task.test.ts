import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newWorkspace, temporaryFolder } from '#core/storage/testing/temporary-workspace.ts';
import { planSchema, type TaskPlan } from '../plan/plan-schema.ts';
import { loadTask } from './load-task.ts';

function load(data: object, kind: TaskPlan['kind']) {
  const task = { kind, data, folds: 2 };
  const plan = planSchema.parse({ name: 'plan', models: {}, tasks: { task } }).tasks.task;
  return loadTask(newWorkspace(), 'task', { plan, seed: 1, onRead: () => undefined });
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
