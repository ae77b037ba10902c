import { importRules } from '#core/domain/import-report.ts';
import type { ReportWords } from '../report-words.ts';
import type { StudyResults } from '../study-results.ts';
import type { Piece, ReportSection, ReportTable } from './report-document.ts';
import type { RunLinks } from './run-links.ts';

interface Context {
  readonly links: RunLinks;
  readonly words: ReportWords;
}

/** Where the text came from, and how much of it remained after cleaning. */
export function showCorpora(
  { corpora }: StudyResults,
  { links, words }: Context,
): ReportSection | null {
  const {
    report,
    numbers: { count },
  } = words;
  if (corpora.length === 0) return null;
  return sectionOf('corpora', report.corpora, {
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
        [links.link(each.runId, count(each.tokenCount))],
        each.removed.map((one) => report.removedCount(one.what, one.count)).join(', ') || '–',
      ],
    })),
  });
}

/** What each model is made of, step by step. */
export function showLineage(
  { models }: StudyResults,
  { links, words }: Context,
): ReportSection | null {
  const { report, numbers } = words;
  if (models.length === 0) return null;
  return sectionOf('models', report.models, {
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
        lineage.flatMap(({ step, runId }, index): Piece[] => [
          ...(index === 0 ? [] : [' → ']),
          links.link(runId, words.render(step)),
        ]),
      ],
    })),
  });
}

/** What was noteworthy in the imported files and what was done about it. */
export function showImportProblems(
  { importProblems }: StudyResults,
  { report, numbers }: ReportWords,
): ReportSection | null {
  if (importProblems.length === 0) return null;
  return sectionOf('import', report.import, {
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
        [{ kind: 'english', text: importRules[rule] }],
        report.action(action),
        numbers.count(count),
      ],
    })),
  });
}

function sectionOf(
  id: string,
  title: string,
  table: Pick<ReportTable, 'caption' | 'columns' | 'rows'>,
): ReportSection {
  return { id, title, tone: 'plain', blocks: [{ kind: 'table', notes: [], ...table }] };
}
