import { formatDuration } from '#core/base/format-number.ts';
import type { StudyResults } from '../study-results.ts';
import type { ReportWords } from '../report-words.ts';
import { html, type Html } from './html.ts';
import type { RunLinks } from './run-links.ts';
import { renderTable } from './table.ts';

/** Every run of the study: the target of all links from numbers. */
export function renderRuns(
  { runs }: StudyResults,
  { links, words }: { readonly links: RunLinks; readonly words: ReportWords },
): Html {
  const { report } = words;
  const table = renderTable({
    caption: report.runTable,
    columns: [
      { title: report.run },
      { title: report.state },
      { title: report.engine },
      { title: report.startedUtc, numeric: true },
      { title: report.took, numeric: true },
      { title: report.configuration },
    ],
    rows: runs.map((run) => ({
      id: links.anchorOf(run.id),
      cells: [
        html`${run.key}
          <div class="under"><code>${run.id}</code></div>`,
        report.runState(run.state),
        run.engine ?? '–',
        run.startedAtMs === null ? '–' : words.instant(run.startedAtMs).replace(' UTC', ''),
        run.tookMs === null ? '–' : formatDuration(run.tookMs),
        html`<code>${run.configurationHash.slice(0, 12)}</code>`,
      ],
    })),
  });
  return html`<section aria-labelledby="runs">
    <h2 id="runs">${report.runs}</h2>
    ${table}
  </section>`;
}
