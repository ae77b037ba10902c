import { formatDuration } from '#core/base/format-number.ts';
import type { ReportWords } from '../report-words.ts';
import type { StudyResults } from '../study-results.ts';
import { code, type ReportSection, type Row } from './report-document.ts';
import type { RunLinks } from './run-links.ts';

/** Every run of the study: the target of all links from numbers. */
export function showRuns(
  { runs }: StudyResults,
  { links, words }: { readonly links: RunLinks; readonly words: ReportWords },
): ReportSection {
  const { report } = words;
  const rows = runs.map((run): Row => ({
    id: links.anchorOf(run.id),
    cells: [
      { line: run.key, under: [code(run.id)] },
      report.runState(run.state),
      run.engine ?? '–',
      run.startedAtMs === null ? '–' : words.instant(run.startedAtMs).replace(' UTC', ''),
      run.tookMs === null ? '–' : formatDuration(run.tookMs),
      [code(run.configurationHash.slice(0, 12))],
    ],
  }));
  return {
    id: 'runs',
    title: report.runs,
    tone: 'plain',
    blocks: [
      {
        kind: 'table',
        caption: report.runTable,
        columns: [
          { title: report.run },
          { title: report.state },
          { title: report.engine },
          { title: report.startedUtc, numeric: true },
          { title: report.took, numeric: true },
          { title: report.configuration },
        ],
        rows,
        notes: [],
      },
    ],
  };
}
