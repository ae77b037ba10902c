import { describeComparisons, plannedFoldsOf, shortenVerdict } from './describe-comparison.ts';
import { describeLockedSets } from './describe-locked-sets.ts';
import { describeFailure } from './describe-failure.ts';
import type { Language } from '#core/wording/language.ts';
import { type ReportWords, wordsOf } from './report-words.ts';
import { tabulateComparisons, tabulateTask, type WordedTable } from './judgement-tables.ts';
import { listOverallMetrics } from './list-overall-metrics.ts';
import { showTitles } from './show-titles.ts';
import type { StudyResults, TaskSummary } from './study-results.ts';
import { summariseTask, type ModelScores } from './summarise-task.ts';
import { tabulatePerplexities } from './tabulate-perplexities.ts';
import { tabulateLastTests } from './tabulate-last-tests.ts';
import { writeTextTable } from './write-text-table.ts';
import { writeTransferTables } from './write-transfer-tables.ts';
import { writeVocabularyTable } from './write-vocabulary-table.ts';

/** What the terminal shows at the end of a study: a table per task, comparisons, warnings. */
export function writeTerminalReport(stored: StudyResults, language: Language = 'en'): string {
  const words = wordsOf(language);
  // Terminals lay out text of other directions by themselves, or not at all.
  const results = showTitles(stored, { isolate: false, frozen: words.training.frozen });
  const sections = [
    ...results.tasks.map((task) => writeTask(results, task, words)),
    ...results.judgements.flatMap((judged) => tabulateTask(judged, words)).map(writeWorded),
    ...tabulateLastTests(results, words).map(writeWorded),
    ...writeComparisons(results, words),
    ...writeTransferTables(results, words),
    ...writePerplexities(results, words),
    ...tabulateComparisons(results, words).map(writeWorded),
    ...writeVocabularies(results, words),
    ...writeContamination(results, words),
    ...writeLocked(results, words),
    ...writeWarnings(results, words),
  ];
  return `${sections.join('\n\n')}\n`;
}

/** A table in words, under its caption and above its notes. */
export function writeWorded({ caption, columns, rows, notes }: WordedTable): string {
  const table = writeTextTable({
    header: columns.map(({ title }) => title),
    rows,
    numeric: columns.flatMap(({ numeric }, column) => (numeric ? [column] : [])),
  });
  return [caption, table, ...notes].join('\n');
}

function writeTask(results: StudyResults, task: TaskSummary, words: ReportWords): string {
  const { report, terminalReport } = words;
  const metrics = listOverallMetrics(task.kind);
  const columns = metrics.map((name) => summariseTask(results, task, { name, entityType: null }));
  const rows = columns[0].map(({ model, folds }, row) => [
    model,
    `${folds.length}/${task.foldCount}`,
    ...columns.map((scores, column) =>
      writeMean(scores[row], metrics[column] === task.primaryMetric, words),
    ),
  ]);
  const items = report.items(task.kind, task.itemCount);
  const title = terminalReport.task(task.name, items, task.foldCount);
  const header = [report.model, report.folds, ...metrics.map(words.nameOf)];
  const numeric = header.map((_, column) => column).slice(1);
  const how = task.training.map((told) => words.render(told));
  return [title, writeTextTable({ header, rows, numeric }), ...how].join('\n');
}

/** The primary metric with its interval, the others without. */
function writeMean(
  { summary }: ModelScores,
  isPrimary: boolean,
  { numbers: { score } }: ReportWords,
): string {
  if (summary === null) return '–';
  const mean = score(summary.mean);
  if (!isPrimary || summary.upper === null) return mean;
  return `${mean} ± ${score(summary.upper - summary.mean)}`;
}

function writeComparisons(results: StudyResults, words: ReportWords): string[] {
  if (results.comparisons.length === 0) return [];
  const { report, terminalReport, numbers } = words;
  const header = [
    terminalReport.taskColumn,
    'A',
    'B',
    'A − B',
    'W',
    'p',
    'p (Holm)',
    terminalReport.smallestP,
    'p (t)',
    report.verdict,
  ];
  const rows = results.comparisons.map((comparison) => {
    const { result } = comparison;
    return [
      comparison.task,
      comparison.modelA,
      comparison.modelB,
      numbers.difference(result.meanDifference),
      numbers.decimal(result.wilcoxon.statistic),
      numbers.p(result.wilcoxon.p),
      numbers.p(result.pHolm),
      numbers.p(result.smallestPossibleP),
      numbers.p(result.correctedT.p),
      words.render(shortenVerdict(comparison, plannedFoldsOf(results, comparison.task))),
    ];
  });
  const table = writeTextTable({ header, rows, numeric: [3, 4, 5, 6, 7, 8] });
  const hasRepeats = results.comparisons.some(({ result }) => result.decidedBy === 'corrected-t');
  const tests = [terminalReport.tests, ...(hasRepeats ? [report.testsRepeated] : [])].join('\n');
  return [
    `${terminalReport.comparisons}\n${table}\n${tests}`,
    describeComparisons(results)
      .map((sentence) => `• ${words.render(sentence)}`)
      .join('\n'),
  ];
}

function writePerplexities(results: StudyResults, words: ReportWords): string[] {
  const table = tabulatePerplexities(results, words);
  return table === null ? [] : [writeWorded({ ...table, caption: words.perplexity.title })];
}

function writeVocabularies({ vocabularies }: StudyResults, words: ReportWords): string[] {
  const table = writeVocabularyTable(vocabularies, words);
  return table === null ? [] : [`${words.report.vocabularies}\n${table}`];
}

function writeContamination({ tasks }: StudyResults, { terminalReport }: ReportWords): string[] {
  const rows = tasks.flatMap(({ name, contamination }) => {
    if (contamination === null || contamination.pairCount === 0) return [];
    const sum = (key: 'testByTraining' | 'testByCorpora' | 'trainingByCorpora') => {
      const counts = contamination.folds.map((fold) => fold[key]);
      const total = (of: 'of' | 'near' | 'exact') =>
        counts.reduce((all, count) => all + count[of], 0);
      return terminalReport.metCount(total('near'), total('exact'), total('of'));
    };
    return [[name, sum('testByTraining'), sum('testByCorpora'), sum('trainingByCorpora')]];
  });
  if (rows.length === 0) return [];
  const header = [
    terminalReport.taskColumn,
    terminalReport.testByTraining,
    terminalReport.testByCorpora,
    terminalReport.trainingByCorpora,
  ];
  const table = writeTextTable({ header, rows, numeric: [1, 2, 3] });
  return [`${terminalReport.met}\n${table}`];
}

function writeLocked(results: StudyResults, words: ReportWords): string[] {
  const sentence = describeLockedSets(results);
  return sentence === null ? [] : [words.render(sentence)];
}

function writeWarnings(
  { study, warnings, importProblems }: StudyResults,
  words: ReportWords,
): string[] {
  const failure =
    study.failure === null ? [] : [`! ${words.render(describeFailure(study.failure))}`];
  const lines = [
    ...failure,
    ...warnings.map(({ about, text }) => `! ${about}: ${words.render(text)}`),
  ];
  const problems = importProblems.reduce((sum, { count }) => sum + count, 0);
  if (problems > 0) {
    lines.push(`! ${words.terminalReport.importProblems(problems)}`);
  }
  return lines.length === 0 ? [] : [lines.join('\n')];
}
