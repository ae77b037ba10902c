import { importRules, type ImportAction } from '#core/domain/import-report.ts';
import { formatCount } from '#core/base/format-number.ts';
import type { ReportWords } from '../report-words.ts';
import type { StudyResults } from '../study-results.ts';
import { html, type Html } from './html.ts';
import type { RunLinks } from './run-links.ts';
import { renderTable } from './table.ts';

/** Where the text came from, and how much of it remained after cleaning. */
export function renderCorpora({ corpora }: StudyResults, links: RunLinks): Html | null {
  if (corpora.length === 0) return null;
  const table = renderTable({
    caption: 'Text for pre-training, after cleaning',
    columns: [
      { title: 'Corpus' },
      { title: 'Source' },
      { title: 'Documents', numeric: true },
      { title: 'Lines', numeric: true },
      { title: 'Tokens', numeric: true },
      { title: 'Removed' },
    ],
    rows: corpora.map((each) => ({
      cells: [
        each.corpus,
        each.source,
        formatCount(each.documentCount),
        formatCount(each.lineCount),
        links.link(each.runId, formatCount(each.tokenCount)),
        each.removed.map(({ what, count }) => `${formatCount(count)} ${what}`).join(', ') || '–',
      ],
    })),
  });
  return html`<section aria-labelledby="corpora">
    <h2 id="corpora">Corpora</h2>
    ${table}
  </section>`;
}

/** What each model is made of, step by step. */
export function renderLineage(
  { models }: StudyResults,
  { links, words }: { readonly links: RunLinks; readonly words: ReportWords },
): Html | null {
  if (models.length === 0) return null;
  const table = renderTable({
    caption: 'Models and how they came to be',
    columns: [{ title: 'Model' }, { title: 'Parameters', numeric: true }, { title: 'Lineage' }],
    rows: models.map(({ name, parameterCount, lineage }) => ({
      cells: [
        name,
        parameterCount === null ? '–' : formatCount(parameterCount),
        html`${lineage.map(
          ({ step, runId }, index) =>
            html`${index === 0 ? '' : ' → '}${links.link(runId, words.render(step))}`,
        )}`,
      ],
    })),
  });
  return html`<section aria-labelledby="models">
    <h2 id="models">Models</h2>
    ${table}
  </section>`;
}

const done = {
  repaired: 'repaired',
  'left-out': 'left out',
  kept: 'kept',
} as const satisfies Record<ImportAction, string>;

/** What was noteworthy in the imported files and what was done about it. */
export function renderImportProblems({ importProblems }: StudyResults): Html | null {
  if (importProblems.length === 0) return null;
  const table = renderTable({
    caption: 'What was noteworthy in the files, and what was done about it',
    columns: [
      { title: 'File' },
      { title: 'Rule' },
      { title: 'Done' },
      { title: 'Count', numeric: true },
    ],
    rows: importProblems.map(({ file, rule, action, count }) => ({
      cells: [file, importRules[rule], done[action], formatCount(count)],
    })),
  });
  return html`<section aria-labelledby="import">
    <h2 id="import">Import</h2>
    ${table}
  </section>`;
}
