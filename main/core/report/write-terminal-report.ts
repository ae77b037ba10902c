import { metricDescriptions, type MetricName } from '#core/evaluation/metrics/metric-names.ts';
import { formatCount, formatDifference, formatP, formatScore } from '#core/base/format-number.ts';
import { describeComparisons, plannedFoldsOf, shortenVerdict } from './describe-comparison.ts';
import { describeLockedSets } from './describe-locked-sets.ts';
import { describeFailure } from './describe-failure.ts';
import type { Language } from '#core/wording/language.ts';
import { type ReportWords, wordsOf } from './report-words.ts';
import { listOverallMetrics } from './list-overall-metrics.ts';
import { showTitles } from './show-titles.ts';
import type { StudyResults, TaskSummary } from './study-results.ts';
import { summariseTask, type ModelScores } from './summarise-task.ts';
import { writeTextTable } from './write-text-table.ts';
import { writeVocabularyTable } from './write-vocabulary-table.ts';

/** What the terminal shows at the end of a study: a table per task, comparisons, warnings. */
export function writeTerminalReport(stored: StudyResults, language: Language = 'en'): string {
  const words = wordsOf(language);
  // Terminals lay out text of other directions by themselves, or not at all.
  const results = showTitles(stored, { isolate: false });
  const sections = [
    ...results.tasks.map((task) => writeTask(results, task)),
    ...writeComparisons(results, words),
    ...writeVocabularies(results),
    ...writeContamination(results),
    ...writeLocked(results, words),
    ...writeWarnings(results, words),
  ];
  return `${sections.join('\n\n')}\n`;
}

function writeTask(results: StudyResults, task: TaskSummary): string {
  const metrics = listOverallMetrics(task.kind);
  const columns = metrics.map((name) => summariseTask(results, task, { name, entityType: null }));
  const rows = columns[0].map(({ model, folds }, row) => [
    model,
    `${folds.length}/${task.foldCount}`,
    ...columns.map((scores, column) => writeMean(scores[row], metrics[column], task)),
  ]);
  const items = task.kind === 'classification' ? 'notes' : 'sentences';
  const title = `${task.name}: ${formatCount(task.itemCount)} ${items}, ${task.foldCount} folds; mean over folds${task.foldCount > 1 ? ', ± half the 95 % interval' : ''}`;
  const header = ['Model', 'Folds', ...metrics.map((name) => metricDescriptions[name].displayName)];
  return `${title}\n${writeTextTable({ header, rows, numeric: header.map((_, column) => column).slice(1) })}`;
}

/** The primary metric with its interval, the others without. */
function writeMean({ summary }: ModelScores, metric: MetricName, task: TaskSummary): string {
  if (summary === null) return '–';
  const mean = formatScore(summary.mean);
  if (metric !== task.primaryMetric || summary.upper === null) return mean;
  return `${mean} ± ${formatScore(summary.upper - summary.mean)}`;
}

function writeComparisons(results: StudyResults, words: ReportWords): string[] {
  if (results.comparisons.length === 0) return [];
  const header = [
    'Task',
    'A',
    'B',
    'A − B',
    'W',
    'p',
    'p (Holm)',
    'Smallest p',
    'p (t)',
    'Verdict',
  ];
  const rows = results.comparisons.map((comparison) => {
    const { result } = comparison;
    return [
      comparison.task,
      comparison.modelA,
      comparison.modelB,
      formatDifference(result.meanDifference),
      String(result.wilcoxon.statistic),
      formatP(result.wilcoxon.p),
      formatP(result.pHolm),
      formatP(result.smallestPossibleP),
      formatP(result.correctedT.p),
      words.render(shortenVerdict(comparison, plannedFoldsOf(results, comparison.task))),
    ];
  });
  const table = writeTextTable({ header, rows, numeric: [3, 4, 5, 6, 7, 8] });
  const method =
    'Wilcoxon’s signed-rank test over folds, adjusted after Holm; p (t): corrected for overlapping\ntraining sets after Nadeau and Bengio.';
  return [
    `Comparisons by the primary metric\n${table}\n${method}`,
    describeComparisons(results)
      .map((sentence) => `• ${words.render(sentence)}`)
      .join('\n'),
  ];
}

function writeVocabularies({ vocabularies }: StudyResults): string[] {
  const table = writeVocabularyTable(vocabularies);
  return table === null ? [] : [`Vocabularies\n${table}`];
}

function writeContamination({ tasks }: StudyResults): string[] {
  const rows = tasks.flatMap(({ name, contamination }) => {
    if (contamination === null || contamination.pairCount === 0) return [];
    const sum = (key: 'testByTraining' | 'testByCorpora' | 'trainingByCorpora') => {
      const counts = contamination.folds.map((fold) => fold[key]);
      const total = (of: 'of' | 'near' | 'exact') =>
        counts.reduce((all, count) => all + count[of], 0);
      return `${formatCount(total('near'))} (${formatCount(total('exact'))}) of ${formatCount(total('of'))}`;
    };
    return [[name, sum('testByTraining'), sum('testByCorpora'), sum('trainingByCorpora')]];
  });
  if (rows.length === 0) return [];
  const header = ['Task', 'Tested, in training', 'Tested, in corpora', 'Learned, in corpora'];
  const table = writeTextTable({ header, rows, numeric: [1, 2, 3] });
  return [`Met elsewhere, nearly the same (word for word), over all folds\n${table}`];
}

function writeLocked(results: StudyResults, words: ReportWords): string[] {
  const sentence = describeLockedSets(results);
  return sentence === null ? [] : [words.render(sentence)];
}

function writeWarnings(
  { study, warnings, importProblems }: StudyResults,
  words: ReportWords,
): string[] {
  const failure = study.failure === null ? [] : [`! ${describeFailure(study.failure)}`];
  const lines = [
    ...failure,
    ...warnings.map(({ about, text }) => `! ${about}: ${words.render(text)}`),
  ];
  const problems = importProblems.reduce((sum, { count }) => sum + count, 0);
  if (problems > 0) {
    lines.push(
      `! Import: ${formatCount(problems)} ${problems === 1 ? 'problem' : 'problems'} repaired, left out or kept; see import-problems.csv.`,
    );
  }
  return lines.length === 0 ? [] : [lines.join('\n')];
}
