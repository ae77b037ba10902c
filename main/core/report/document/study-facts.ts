import { formatDuration } from '#core/base/format-number.ts';
import { describeFailure } from '../describe-failure.ts';
import type { ReportWords } from '../report-words.ts';
import type { RunSummary, StudyResults } from '../study-results.ts';
import { paragraph, type ReportDocument, type ReportSection } from './report-document.ts';

/** Time, engine and plan of the study. */
export function listFacts(
  { study, runs }: StudyResults,
  words: ReportWords,
): ReportDocument['facts'] {
  const { report } = words;
  return [
    { term: report.started, value: words.instant(study.startedAtMs) },
    { term: report.runsTook, value: formatDuration(sumOfRuns(runs)) },
    { term: report.engine, value: study.engine },
    { term: report.plan, value: study.planHash.slice(0, 16) },
    { term: report.program, value: `Anamnesis ${study.programVersion}` },
  ];
}

/** That the study has not finished, and why where it failed; null of one that has. */
export function tellUnfinished({ study }: StudyResults, words: ReportWords): ReportSection | null {
  if (study.finishedAtMs !== null) return null;
  return {
    id: 'unfinished',
    title: words.report.notFinished,
    tone: 'notice',
    blocks: [
      ...(study.failure === null ? [] : [paragraph(words.render(describeFailure(study.failure)))]),
      paragraph(words.report.soFar),
    ],
  };
}

/** A study that went on after a break took what its runs took, not what its last part did. */
function sumOfRuns(runs: readonly RunSummary[]): number {
  return runs.reduce((sum, { tookMs }) => sum + (tookMs ?? 0), 0);
}
