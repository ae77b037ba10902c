import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newWorkspace, temporaryFolder } from '#core/storage/testing/temporary-workspace.ts';
import { passphrase } from '../recovery/storage/shared.ts';
import { runCommand } from '../studies/command-line.ts';
import { importNotes } from './small-project.ts';

it('A project is made of a file, listed, measured and frozen in the terminal', async () => {
  const workspace = newWorkspace();
  await importNotes(workspace, 6);
  workspace.close();
  const folder = temporaryFolder();
  const secret = join(folder, 'secret');
  writeFileSync(secret, passphrase, { mode: 0o600 });
  const opened = ['-w', workspace.folder, '--passphrase-file', secret];
  const project = join(folder, 'project.json');
  const write = (content: object) => {
    writeFileSync(project, JSON.stringify(content));
  };
  writeFileSync(join(folder, 'guidelines.md'), '# What to label');
  const whole = { name: 'Fever', collection: 'notes', guidelines: 'guidelines.md' };

  write({ ...whole, doubleShare: 2 });
  const refused = await runCommand(['annotate', 'create', project, ...opened]);
  expect(refused).toMatchObject({ exitCode: 2, stdout: '' });
  expect(refused.stderr).toContain('project.json: doubleShare');

  write({ ...whole, begin: 'labelled' });
  const made = await runCommand(['annotate', 'create', project, ...opened]);
  expect(made.stderr).toBe('');
  expect(made.stdout).toContain('made Fever: 6 documents, 0 for two');
  const list = await runCommand(['--json', 'annotate', 'list', ...opened]);
  expect(list.stdout).toContain('"name":"Fever"');
  const ordered = await runCommand([
    ...['annotate', 'order', 'Fever', '--by', 'random', '--seed', '2'],
    ...opened,
  ]);
  expect(ordered.stdout).toContain('ordered 6 documents of Fever');
  const agreement = await runCommand(['annotate', 'agreement', 'Fever', ...opened]);
  expect(agreement.stdout).toContain('nominal-alpha: not defined: no-shared-documents');
  const frozen = await runCommand(['annotate', 'freeze', 'Fever', 'gold', ...opened]);
  expect(frozen.exitCode).toBe(2);
  expect(frozen.stderr).toContain('annotation.nothing-done');
  const unknown = await runCommand(['annotate', 'agreement', 'Cough', ...opened]);
  expect(unknown.stderr).toContain('record.missing');
});
