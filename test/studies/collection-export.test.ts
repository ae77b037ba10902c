import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importDocuments } from '#core/collection/documents/import-documents.ts';
import { freezeSet } from '#core/collection/sets/freeze-set.ts';
import { cheapScrypt } from '#core/storage/testing/temporary-workspace.ts';
import { createWorkspace } from '#core/storage/workspace.ts';
import { runCommand } from './command-line.ts';

/** Documents out of a workspace and what is counted of them, as at a terminal. */
const folder = mkdtempSync(join(tmpdir(), 'anamnesis-export-'));
const passphrase = join(folder, 'passphrase');
const options = ['-w', join(folder, 'workspace'), '--passphrase-file', passphrase];
const noteCount = 4_000;

async function run(...argv: string[]) {
  const result = await runCommand(['--json', ...argv, ...options]);
  const lines = result.stdout.trim().split('\n');
  return {
    ...result,
    value: JSON.parse(lines.at(-1) === '' ? 'null' : lines.at(-1)!) as Record<string, unknown>,
  };
}

beforeAll(async () => {
  const secret = { passphrase: 'correct horse battery staple', scrypt: cheapScrypt };
  writeFileSync(passphrase, secret.passphrase, { mode: 0o600 });
  const notes = Array.from(
    { length: noteCount },
    (_, index) => `${index};p${index % 40};"Patiënt ${index} heeft koorts 😀."`,
  );
  writeFileSync(join(folder, 'notes.csv'), ['id;patient;tekst', ...notes].join('\n'));
  const workspace = createWorkspace(join(folder, 'workspace'), secret);
  const request = { collection: 'notes', paths: [join(folder, 'notes.csv')], choice: {} };
  await importDocuments(workspace, request, { nowMs: Date.now });
  freezeSet(workspace, 'third', { collections: ['notes'], where: { patient: 'p3' } });
  workspace.close();
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('collection export', { timeout: 120_000 }, () => {
  test('says first what would leave and what would be lost, and writes nothing by itself', async () => {
    const to = join(folder, 'asked');
    const argv = ['collection', 'export', 'notes', '--format', 'brat', '--into', to];
    const told = await runCommand([...argv, ...options]);
    expect(told.stdout).toContain('4,000 documents, 40 patients');
    expect(told.stdout).toContain('4,000  Patient, date, language or kind are left out.');
    expect(told.stdout).toContain(`written unencrypted into ${to}`);
    expect(told.stdout).toContain('--yes writes without asking');
    expect(existsSync(to)).toBe(false);
  });

  test('writes all or nothing: an interrupt and a kill leave no folder', async () => {
    const to = join(folder, 'interrupted');
    const argv = ['collection', 'export', 'notes', '--format', 'brat', '--into', to, '--yes'];
    for (const signal of ['SIGINT', 'SIGKILL'] as const) {
      let isSent = false;
      const result = await runCommand(['--json', ...argv, ...options], (text, child) => {
        if (isSent || !text.includes('"what":"writing"')) return;
        isSent = true;
        child.kill(signal);
      });
      expect(isSent).toBe(true);
      expect(result.exitCode).toBe(signal === 'SIGINT' ? 130 : null);
      expect(existsSync(to)).toBe(false);
      const parts = readdirSync(folder).filter((name) => name.startsWith('.interrupted.'));
      expect(parts).toHaveLength(signal === 'SIGINT' ? 0 : 1);
    }
    const { value } = await run(...argv);
    expect(value).toMatchObject({ written: true, fileCount: 2 * noteCount });
    // What the killed process left is gone, too.
    expect(readdirSync(folder).filter((name) => name.startsWith('.interrupted.'))).toEqual([]);
    expect(readFileSync(join(to, '7.txt'), 'utf8')).toBe('Patiënt 7 heeft koorts 😀.');
  });

  test('takes a filter, or a frozen set', async () => {
    const narrowed = join(folder, 'narrowed');
    const argv = ['collection', 'export', 'notes', '--patient', 'p3', '--format', 'csv'];
    expect((await run(...argv, '--into', narrowed, '--yes')).value).toMatchObject({
      written: true,
      documentCount: noteCount / 40,
      patientCount: 1,
    });
    const ofSet = join(folder, 'set');
    const { value } = await run(
      ...['collection', 'export', '--set', 'third', '--set-version', '1', '--format', 'csv'],
      ...['--into', ofSet, '--yes'],
    );
    expect(value).toMatchObject({ written: true, documentCount: noteCount / 40 });
    const read = (path: string) => readFileSync(join(path, 'documents.csv'), 'utf8');
    expect(read(ofSet)).toBe(read(narrowed));
  });

  test('refuses a folder that holds something before it reads', async () => {
    const argv = ['collection', 'export', 'notes', '--format', 'csv', '--into', folder, '--yes'];
    const { exitCode, stderr } = await run(...argv);
    expect(exitCode).toBe(3);
    expect(stderr).toContain('collection.folder-taken');
  });

  test('is of a collection or of a set, not of both', async () => {
    const argv = ['collection', 'export', 'notes', '--set', 'third', '--format', 'csv'];
    expect((await run(...argv, '--into', join(folder, 'x'))).exitCode).toBe(2);
  });
});

test('collection statistics counts a set and a filter alike', { timeout: 60_000 }, async () => {
  const { value } = await run('collection', 'statistics', 'notes', '--patient', 'p3');
  expect(value).toMatchObject({ total: { documents: 100, words: 500 }, patients: 1, tokens: null });
  expect((await run('collection', 'statistics', '--set', 'third')).value).toEqual(value);
});
