import type { Language } from '#core/wording/language.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { scoreFiles } from '#core/report/score-files.ts';
import { writeReport } from '#core/report/html/write-report.ts';
import { writeContaminationCsv } from '#core/report/write-contamination-csv.ts';
import { writePerplexityCsv } from '#core/report/write-perplexity-csv.ts';
import { writeProblemsCsv } from '#core/report/write-problems-csv.ts';
import { writeTransfersCsv } from '#core/report/write-transfers-csv.ts';
import { writeResultsCsv } from '#core/report/write-results-csv.ts';
import { writeResultsJson } from '#core/report/write-results-json.ts';
import { listFoldScores } from '#core/study/results/list-fold-scores.ts';
import { collectReport } from '#core/study/results/collect-results.ts';
import { listImportProblems } from '#core/study/results/list-import-problems.ts';
import type { ResultFile, ResultFileName } from '../contract/result-file.ts';

/**
 * One of the files that `study report` writes, for a window that saves it; the audit log keeps that
 * it left. @throws record.missing
 */
export function writeResultFile(
  workspace: Workspace,
  studyId: string,
  { name, language }: { readonly name: ResultFileName; readonly language: Language },
): ResultFile {
  const results = collectReport(workspace, studyId);
  const writers = {
    'report.html': () => writeReport(results, language),
    'results.csv': () => writeResultsCsv(results),
    'results.json': () => writeResultsJson(results),
    'import-problems.csv': () => writeProblemsCsv(listImportProblems(workspace, studyId)),
    'perplexity.csv': () => writePerplexityCsv(results),
    'transfers.csv': () => writeTransfersCsv(results),
    'contamination.csv': () => writeContaminationCsv(results),
    'note-scores.csv': () => scoreFiles['note-scores.csv'](listFoldScores(workspace, studyId)),
    'label-scores.csv': () => scoreFiles['label-scores.csv'](listFoldScores(workspace, studyId)),
    'entity-spans.csv': () => scoreFiles['entity-spans.csv'](listFoldScores(workspace, studyId)),
    'figures.csv': () =>
      scoreFiles['figures.csv'](listFoldScores(workspace, studyId), results.judgements),
    'check_figures.py': scoreFiles['check_figures.py'],
  } satisfies Record<ResultFileName, () => string>;
  const text = writers[name]();
  workspace.audit.append('export.written', { studyId, files: 1 });
  return { fileName: `${results.study.name}-${name}`, text };
}
