import { formatDuration, formatInstant } from '#core/base/format-number.ts';
import type { StudyResults } from '../study-results.ts';
import { html, type Html } from './html.ts';
import type { RunLinks } from './run-links.ts';
import { renderTable } from './table.ts';

/** Every run of the study: the target of all links from numbers. */
export function renderRuns({ runs }: StudyResults, links: RunLinks): Html {
  const table = renderTable({
    caption: 'Every run of the study',
    columns: [
      { title: 'Run' },
      { title: 'State' },
      { title: 'Engine' },
      { title: 'Started (UTC)', numeric: true },
      { title: 'Took', numeric: true },
      { title: 'Configuration' },
    ],
    rows: runs.map((run) => ({
      id: links.anchorOf(run.id),
      cells: [
        html`${run.key}
          <div class="under"><code>${run.id}</code></div>`,
        run.state,
        run.engine ?? '–',
        run.startedAtMs === null ? '–' : formatInstant(run.startedAtMs).replace(' UTC', ''),
        run.tookMs === null ? '–' : formatDuration(run.tookMs),
        html`<code>${run.configurationHash.slice(0, 12)}</code>`,
      ],
    })),
  });
  return html`<section aria-labelledby="runs">
    <h2 id="runs">Runs</h2>
    ${table}
  </section>`;
}
