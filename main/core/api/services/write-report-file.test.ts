import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import { registerStudy } from '#core/study/execution/register-study.ts';
import { reportFormats } from '../contract/report-format.ts';
import { writeReportFile } from './write-report-file.ts';

const text = JSON.stringify({
  name: 'hiv',
  models: { ours: { start: { kind: 'checkpoint', folder: 'bert' } } },
  tasks: { test: { kind: 'classification', data: { format: 'csv', files: ['a.csv'] } } },
});

it('a report leaves in every format, named by its study, and the audit log keeps that', async () => {
  const workspace = newWorkspace();
  const { id: studyId } = registerStudy(workspace, { text, fileName: 'plan', folder: '/plans' });
  const names = [];
  for (const format of reportFormats) {
    const file = await writeReportFile(workspace, {
      studyId,
      format,
      language: 'ro',
      withChecklist: false,
      withMethods: false,
    });
    names.push(file.fileName);
    expect(file.contradictions).toEqual([]);
    expect(workspace.audit.newest(1, null)).toMatchObject([
      { action: 'export.written', detail: { studyId, files: 1 } },
    ]);
  }
  expect(names).toEqual([
    'hiv-report.html',
    'hiv-report.pdf',
    'hiv-report.docx',
    'hiv-report.tex',
    'hiv-report.zip',
  ]);
  const ask = {
    studyId,
    format: 'docx',
    language: 'ro',
    withChecklist: true,
    withMethods: true,
  } as const;
  const { base64 } = await writeReportFile(workspace, ask);
  const files = unzipSync(Buffer.from(base64, 'base64'));
  expect(strFromU8(files['word/document.xml'])).toMatch(
    /Raportul studiului.*Metode.*Listă de verificare \(TRIPOD\+AI\)/,
  );
});
