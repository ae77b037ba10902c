import { expect, it } from 'vitest';
import { newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import { registerStudy } from '#core/study/execution/register-study.ts';
import { writeResultFile } from './write-result-file.ts';

const text = JSON.stringify({
  name: 'hiv',
  models: { ours: { start: { kind: 'checkpoint', folder: 'bert' } } },
  tasks: { test: { kind: 'classification', data: { format: 'csv', files: ['a.csv'] } } },
});

it('a result file is named by its study, and the audit log keeps that it left', () => {
  const workspace = newWorkspace();
  const { id } = registerStudy(workspace, { text, fileName: 'plan', folder: '/plans' });
  const begins = {
    'report.html': '<!doctype html>',
    'results.csv': 'model,task,',
    'results.json': '{',
    'import-problems.csv': 'file,line,',
  } as const;
  for (const [name, begin] of Object.entries(begins) as [keyof typeof begins, string][]) {
    const file = writeResultFile(workspace, id, { name, language: 'en' });
    expect(file.fileName).toBe(`hiv-${name}`);
    expect(file.text.startsWith(begin)).toBe(true);
    expect(workspace.audit.newest(1, null)).toMatchObject([
      { action: 'export.written', detail: { studyId: id, files: 1 } },
    ]);
  }
});

it('the report is in the language that was asked for, the data files in English', () => {
  const workspace = newWorkspace();
  const { id } = registerStudy(workspace, { text, fileName: 'plan', folder: '/plans' });
  const read = (name: 'report.html' | 'results.json', language: 'en' | 'ro') =>
    writeResultFile(workspace, id, { name, language }).text;
  expect(read('report.html', 'ro')).toContain('Raportul studiului');
  expect(read('results.json', 'ro')).toBe(read('results.json', 'en'));
});
