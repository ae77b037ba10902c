import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import { importDocuments } from '#core/collection/documents/import-documents.ts';
import { freezeSet } from '#core/collection/sets/freeze-set.ts';
import { newWorkspace, temporaryFolder } from '#core/storage/testing/temporary-workspace.ts';
import { passphrase } from '../recovery/storage/shared.ts';
import { runCommand } from '../studies/command-line.ts';

const words = {
  yes: ['anemia', 'ferritina', 'palidez', 'fatiga', 'hierro'],
  no: ['fractura', 'yeso', 'caída', 'radiografía', 'muñeca'],
};

it('Wrong classes are found in the terminal by words counted, decided, and leave with the next version', async () => {
  const workspace = newWorkspace();
  const random = new RandomStream(7, 'label check');
  const wrong = new Set([5, 18]);
  const rows = Array.from({ length: 40 }, (_, at) => {
    const truth = at % 2 === 0 ? 'yes' : 'no';
    const own = Array.from({ length: 8 }, () => words[truth][random.integer(5)]);
    const other = truth === 'yes' ? 'no' : 'yes';
    return `n${at},Nota con ${own.join(' ')}.,${wrong.has(at) ? other : truth}`;
  });
  const folder = temporaryFolder();
  const file = join(folder, 'notes.csv');
  writeFileSync(file, `id,text,label\n${rows.join('\n')}\n`);
  const request = { collection: 'notes', paths: [file], choice: {} };
  await importDocuments(workspace, request, { nowMs: () => 0 });
  freezeSet(workspace, 'gold', { collections: ['notes'], where: {} });
  workspace.close();
  const secret = join(folder, 'secret');
  writeFileSync(secret, passphrase, { mode: 0o600 });
  const errors = (...asked: string[]) =>
    runCommand([
      '--json',
      'annotate',
      'errors',
      ...asked,
      '-w',
      workspace.folder,
      '--passphrase-file',
      secret,
    ]);

  const found = await errors('find', 'gold', '--folds', '4');
  expect(found.exitCode, found.stderr).toBe(0);
  const listed = await errors('list', 'gold');
  const { issues } = JSON.parse(listed.stdout) as {
    issues: { documentId: string; number: number; key: string }[];
  };
  expect(issues.map(({ documentId }) => documentId).sort()).toEqual(['n18', 'n5']);
  const [{ number, key }] = issues;
  expect((await errors('decide', 'gold', String(number), key, 'changed')).exitCode).toBe(0);
  const applied = await errors('apply', 'gold');
  expect(JSON.parse(applied.stdout)).toMatchObject({ version: 2, changed: 1 });
}, 60_000);
