import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inEnglish } from '#core/base/phrase.ts';
import { importDocuments } from '#core/collection/documents/import-documents.ts';
import { flattenSet } from '#core/collection/sets/flatten-set.ts';
import { freezeSet } from '#core/collection/sets/freeze-set.ts';
import { newWorkspace, temporaryFolder } from '#core/storage/testing/temporary-workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { planSchema } from '../plan/plan-schema.ts';
import { loadTask } from './load-task.ts';
import { recordReading } from './readings.ts';

async function freeze(workspace: Workspace, name: string, paths: readonly string[]) {
  const choice = {};
  await importDocuments(workspace, { collection: name, paths, choice }, { nowMs: () => 0 });
  return freezeSet(workspace, name, { collections: [name] });
}

function readTask(workspace: Workspace, task: object, studyId = 'study') {
  const planned = { folds: 2, ...task };
  const { tasks } = planSchema.parse({ name: 'plan', models: {}, tasks: { task: planned } });
  return loadTask(workspace, 'task', {
    plan: tasks.task,
    seed: 1,
    studyId,
    onRead: (hash, version) => {
      const of = version === undefined ? {} : { version };
      recordReading(workspace, { studyId, of: 'task', name: 'task', hash, ...of });
    },
  });
}

const set = { kind: 'entities', data: { set: 'set' } };

/** Two documents in which a phrase spans two disorders. */
async function nested(workspace: Workspace) {
  const folder = temporaryFolder();
  for (const [index, word] of ['koorts', 'hoesten'].entries()) {
    const text = `Geen ${word} of pijn.`;
    const at = (part: string) => {
      const start = text.indexOf(part);
      return `${start} ${start + part.length}\t${part}`;
    };
    writeFileSync(join(folder, `${index}.txt`), text);
    const lines = [`T1\tPhrase ${at(`${word} of pijn`)}`, `T2\tDISO ${at(word)}`];
    writeFileSync(join(folder, `${index}.ann`), `${lines.join('\n')}\n`);
  }
  return { folder, frozen: await freeze(workspace, 'set', [folder]) };
}

describe('A task of a labelled set', () => {
  it('tells what overlaps cost each type, and loses nothing to types that are ignored', async () => {
    const workspace = newWorkspace();
    await nested(workspace);
    expect(readTask(workspace, set).warnings.map(inEnglish)).toEqual([
      '2 of 4 entities (50 %) left out: brat-overlap 2. Nothing is left of “DISO” (2).',
    ]);
    const chosen = readTask(workspace, { ...set, types: ['DISO'] });
    expect(chosen.kind === 'entities' && chosen.tags).toEqual(['O', 'B-DISO', 'I-DISO']);
    expect(chosen.warnings.map(inEnglish)).toEqual([
      'Left out by types and labels, as the plan says: “Phrase” (2).',
    ]);
  });

  it('stays with the version that its study read first, unless the plan names another', async () => {
    const workspace = newWorkspace();
    const { folder } = await nested(workspace);
    const first = readTask(workspace, set);
    const text = 'Geen pijn.';
    writeFileSync(join(folder, 'more.txt'), text);
    writeFileSync(join(folder, 'more.ann'), 'T1\tDISO 5 9\tpijn\n');
    await freeze(workspace, 'set', [folder]);
    expect(readTask(workspace, set).hash).toBe(first.hash);
    const newer = readTask(workspace, set, 'another study');
    expect(newer.hash).not.toBe(first.hash);
    const named = readTask(workspace, { ...set, data: { set: 'set', version: 2 } });
    expect(named.hash).toBe(newer.hash);
    expect(() => readTask(workspace, { ...set, data: { set: 'set', version: 3 } })).toThrow(
      'set version 3',
    );
  });

  it('keeps documents that are nearly the same in one fold, and says so', async () => {
    const workspace = newWorkspace();
    const note = (index: number) =>
      Array.from({ length: 30 }, (_, word) => `woord${index * 100 + word}`).join(' ');
    const rows = [0, 1, 2, 3, 0, 1].map((index, row) => `${note(index)},${row % 2 ? 'ja' : 'nee'}`);
    const file = join(temporaryFolder(), 'notes.csv');
    writeFileSync(file, `text,label\n${rows.join('\n')}\n`);
    await freeze(workspace, 'set', [file]);
    const data = { set: 'set' };
    const task = readTask(workspace, { kind: 'classification', data });
    expect(task.warnings.map(inEnglish)).toContain(
      '4 documents stay together in 2 groups, because some of each are nearly the same though not of one patient.',
    );
    const foldOf = (index: number) => task.folds.findIndex((fold) => fold.includes(index));
    expect(foldOf(4)).toBe(foldOf(0));
    expect(foldOf(5)).toBe(foldOf(1));
  });
});

const cantemist = '../shared/data/cantemist/dev1';

describe.skipIf(!existsSync(cantemist))(`CANTEMIST, skipped where ${cantemist} is absent`, () => {
  it('keeps every mention in the store, and says what flattening loses', async () => {
    const workspace = newWorkspace();
    const frozen = await freeze(workspace, 'cantemist', [cantemist]);
    expect(frozen.annotationCount).toBe(3_341);
    const { problems } = flattenSet(workspace, frozen, 'tagged-sentences');
    const lost = problems.losses?.filter(({ rule }) => rule === 'brat-overlap');
    expect(lost).toEqual([{ rule: 'brat-overlap', label: 'MORFOLOGIA_NEOPLASIA', count: 63 }]);
  });
});
