import type { MetricName } from '#core/evaluation/metrics/metric-names.ts';
import { tabulateTask } from '../judgement-tables.ts';
import { listOverallMetrics } from '../list-overall-metrics.ts';
import type { ReportWords } from '../report-words.ts';
import type { StudyResults, TaskSummary } from '../study-results.ts';
import { listMeasuredTypes, summariseTask, type ModelScores } from '../summarise-task.ts';
import { tabulateContamination } from './contamination-tables.ts';
import { plotFolds } from './fold-plot.ts';
import {
  note,
  paragraph,
  type ReportFigure,
  type ReportSection,
  type ReportTable,
  type Terms,
} from './report-document.ts';
import type { RunLinks } from './run-links.ts';
import {
  tabulateFolds,
  tabulateModels,
  tabulateTypes,
  typeMetricsOf,
  type MetricScores,
} from './score-tables.ts';
import { tableOfWords } from './worded-table.ts';

interface Context {
  readonly links: RunLinks;
  readonly words: ReportWords;
}

/** A task: what it is, the plot of its primary metric, and tables down to every fold. */
export function showTask(
  results: StudyResults,
  task: TaskSummary,
  { links, words, place }: Context & { readonly place: number },
): ReportSection {
  const scoresOf = (name: MetricName, type: string | null): MetricScores => ({
    name,
    type,
    scores: summariseTask(results, task, { name, entityType: type }),
  });
  const names = listOverallMetrics(task.kind);
  const overall = names.map((name) => scoresOf(name, null));
  const perType = listMeasuredTypes(results, task).flatMap((type) =>
    typeMetricsOf(task.kind).map((name) => scoresOf(name, type)),
  );
  const primary = scoresOf(task.primaryMetric, null).scores;
  const id = `task-${place + 1}`;
  const rows = [...overall, ...perType];
  const anchorOf = (metric: MetricScores, model: number) =>
    `${id}-${rows.indexOf(metric) + 1}-${model + 1}`;
  const labels = tabulateLabels(task, words);
  const types = tabulateTypes(task, { overall: overall[0].scores, perType }, { anchorOf, words });
  return {
    id,
    title: task.name,
    tone: 'plain',
    blocks: [
      paragraph([describeTask(task, words), ...task.training.map(words.render)].join(' ')),
      ...(labels === null ? [] : [labels]),
      ...(primary.some(({ folds }) => folds.length > 0)
        ? [showFigure(task, { scores: primary, id }, words)]
        : []),
      tabulateModels(task, overall, { anchorOf, words }),
      note(explainPrimary(task, words)),
      ...(types === null ? [] : [types]),
      listMeanings(names, words),
      ...results.judgements
        .filter((judged) => judged.task === task.name)
        .flatMap((judged) => tabulateTask(judged, words))
        .map(tableOfWords),
      tabulateFolds(task, rows, { anchorOf, links, words }),
      ...(task.contamination === null
        ? []
        : [tabulateContamination(task.name, task.contamination, words)]),
    ],
  };
}

/** More are only in the table, with their numbers. */
const listedLabels = 12;

/** A task in a sentence: what is judged, how many, how they were divided. */
export function describeTask(
  { kind, set, itemCount, labels, foldCount, groupedBy }: TaskSummary,
  { report, numbers }: ReportWords,
): string {
  const items = report.items(kind, itemCount);
  const counts =
    labels.length > listedLabels
      ? report.typeCount(kind, labels.length)
      : labels.map(({ label, count }) => `${label} ${numbers.count(count)}`).join(', ');
  return report.task(
    kind,
    set === null ? items : report.itemsOfSet(items, set.name, set.version),
    counts,
    foldCount,
    groupedBy === null ? report.notGrouped(kind) : report.grouped(groupedBy),
  );
}

/** Every class or type, also those of which nothing is left. */
function tabulateLabels(
  { name, kind, labels, lostLabels }: TaskSummary,
  { report, numbers }: ReportWords,
): ReportTable | null {
  if (labels.length === 0) return null;
  const total = labels.reduce((sum, { count }) => sum + count, 0);
  const lostOf = new Map(lostLabels.map(({ label, count }) => [label, count]));
  const counted = new Set(labels.map(({ label }) => label));
  const gone = lostLabels.filter(({ label }) => !counted.has(label));
  const all = [...labels, ...gone.map(({ label }) => ({ label, count: 0 }))];
  const percentOf = (count: number) => `${numbers.score((100 * count) / total, 1)} %`;
  return {
    kind: 'table',
    notes: [],
    caption: report.typesCounted(name, kind),
    columns: [
      { title: report.type(kind) },
      { title: report.countedColumn(kind), numeric: true },
      { title: report.share, numeric: true },
      { title: report.leftOut, numeric: true },
    ],
    rows: all.map(({ label, count }) => ({
      cells: [label, numbers.count(count), percentOf(count), numbers.count(lostOf.get(label) ?? 0)],
    })),
  };
}

function explainPrimary(
  { kind, primaryMetric, choosesEpochs }: TaskSummary,
  words: ReportWords,
): string {
  const { report } = words;
  return [
    report.comparedBy(words.nameOf(primaryMetric)),
    words.meaningOf(primaryMetric),
    ...(kind === 'entities' ? [report.strict] : []),
    report.spread,
    ...(choosesEpochs ? [] : [report.lastEpoch]),
  ].join(' ');
}

function showFigure(
  task: TaskSummary,
  { scores, id }: { readonly scores: readonly ModelScores[]; readonly id: string },
  words: ReportWords,
): ReportFigure {
  const { report } = words;
  const metric = words.nameOf(task.primaryMetric);
  return {
    kind: 'figure',
    id: `${id}-plot`,
    title: report.plotTitle(metric, task.name),
    caption: report.plotCaption,
    ...plotFolds(scores, report.higherIsBetter(metric), words),
  };
}

function listMeanings(names: readonly MetricName[], words: ReportWords): Terms {
  return {
    kind: 'terms',
    title: words.report.meanings,
    items: names.map((name) => ({ term: words.nameOf(name), meaning: words.meaningOf(name) })),
  };
}
