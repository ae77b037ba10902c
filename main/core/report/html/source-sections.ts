import { importRules } from '#core/domain/import-report.ts';
import type { ReportWords } from '../report-words.ts';
import type { StudyResults } from '../study-results.ts';
import { html, type Html } from './html.ts';
import type { RunLinks } from './run-links.ts';
import { renderTable } from './table.ts';

/** Where the text came from, and how much of it remained after cleaning. */
export function renderCorpora(
  { corpora }: StudyResults,
  { links, words }: { readonly links: RunLinks; readonly words: ReportWords },
): Html | null {
  const {
    report,
    numbers: { count },
  } = words;
  if (corpora.length === 0) return null;
  const table = renderTable({
    caption: report.corpusTable,
    columns: [
      { title: report.corpus },
      { title: report.source },
      { title: report.documents, numeric: true },
      { title: report.lines, numeric: true },
      { title: report.tokens, numeric: true },
      { title: report.removed },
    ],
    rows: corpora.map((each) => ({
      cells: [
        each.corpus,
        words.render(each.source),
        count(each.documentCount),
        count(each.lineCount),
        links.link(each.runId, count(each.tokenCount)),
        each.removed.map((one) => report.removedCount(one.what, one.count)).join(', ') || '–',
      ],
    })),
  });
  return html`<section aria-labelledby="corpora">
    <h2 id="corpora">${report.corpora}</h2>
    ${table}
  </section>`;
}

/** What each model is made of, step by step. */
export function renderLineage(
  { models }: StudyResults,
  { links, words }: { readonly links: RunLinks; readonly words: ReportWords },
): Html | null {
  const { report, numbers } = words;
  if (models.length === 0) return null;
  const table = renderTable({
    caption: report.modelTable,
    columns: [
      { title: report.model },
      { title: report.parameters, numeric: true },
      { title: report.lineage },
    ],
    rows: models.map(({ name, parameterCount, lineage }) => ({
      cells: [
        name,
        parameterCount === null ? '–' : numbers.count(parameterCount),
        html`${lineage.map(
          ({ step, runId }, index) =>
            html`${index === 0 ? '' : ' → '}${links.link(runId, words.render(step))}`,
        )}`,
      ],
    })),
  });
  return html`<section aria-labelledby="models">
    <h2 id="models">${report.models}</h2>
    ${table}
  </section>`;
}

/** What was noteworthy in the imported files and what was done about it. */
export function renderImportProblems(
  { importProblems }: StudyResults,
  { report, numbers }: ReportWords,
): Html | null {
  if (importProblems.length === 0) return null;
  const table = renderTable({
    caption: report.importTable,
    columns: [
      { title: report.file },
      { title: report.rule },
      { title: report.done },
      { title: report.count, numeric: true },
    ],
    rows: importProblems.map(({ file, rule, action, count }) => ({
      cells: [
        file,
        // The rules stand in English, as in docs/import-rules.md.
        html`<span lang="en">${importRules[rule]}</span>`,
        report.action(action),
        numbers.count(count),
      ],
    })),
  });
  return html`<section aria-labelledby="import">
    <h2 id="import">${report.import}</h2>
    ${table}
  </section>`;
}
