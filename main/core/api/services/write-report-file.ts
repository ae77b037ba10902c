import { checkReport } from '#core/report/check/check-report.ts';
import { describeContradiction } from '#core/report/check/describe-contradiction.ts';
import { makeReport } from '#core/report/document/make-report.ts';
import { bundleFiles } from '#core/report/files/bundle-files.ts';
import { writeReportFiles } from '#core/report/files/write-report-files.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { collectReport } from '#core/study/results/collect-results.ts';
import { typesetPdf } from '#core/typeset/typeset-pdf.ts';
import type { AskForReportFile, StudyReportFile } from '../contract/report-file.ts';

/**
 * The report of a study as a document, for a window that saves it, checked before it is written; the
 * audit log keeps that it left. @throws record.missing @throws report.unset
 */
export async function writeReportFile(
  workspace: Workspace,
  { studyId, format, language, withChecklist, withMethods }: AskForReportFile,
): Promise<StudyReportFile> {
  const results = collectReport(workspace, studyId);
  const report = makeReport(results, language, { withChecklist, withMethods });
  const { contradictions } = checkReport(report);
  const { name, bytes } = bundleFiles(await writeReportFiles(report, format, typesetPdf));
  workspace.audit.append('export.written', { studyId, files: 1 });
  return {
    fileName: `${results.study.name}-${name}`,
    base64: Buffer.from(bytes).toString('base64'),
    contradictions: contradictions.map(describeContradiction),
  };
}
