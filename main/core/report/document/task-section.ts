import type { MetricName, TaskKind } from '#core/evaluation/metrics/metric-names.ts';
import { tabulateTask } from '../judgement-tables.ts';
import { listOverallMetrics } from '../list-overall-metrics.ts';
import type { ReportWords } from '../report-words.ts';
import type { StudyResults, TaskSummary } from '../study-results.ts';
import { listMeasuredTypes, summariseTask, type ModelScores } from '../summarise-task.ts';
import { tabulateContamination } from './contamination-tables.ts';
import { plotFolds } from './fold-plot.ts';
import {
  linkTo,
  note,
  paragraph,
  quiet,
  type Cell,
  type Details,
  type ReportFigure,
  type ReportSection,
  type ReportTable,
  type Row,
  type Terms,
} from './report-document.ts';
import type { RunLinks } from './run-links.ts';
import { tableOfWords } from './worded-table.ts';

/** Of each class or type. */
const scoreMetrics = ['precision', 'recall', 'f1'] as const;

/** Of each class or type; labels that are judged each by itself have a correlation each. */
const typeMetricsOf = (kind: TaskKind): readonly MetricName[] =>
  kind === 'multi-label' ? [...scoreMetrics, 'mcc'] : scoreMetrics;

/** One metric, over all types or for one, with every model's scores. */
interface MetricScores {
  readonly name: MetricName;
  readonly type: string | null;
  readonly scores: readonly ModelScores[];
}

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

type AnchorOf = (metric: MetricScores, model: number) => string;

/** More are only in the table, with their numbers. */
const listedLabels = 12;

function describeTask(
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

interface Shown {
  readonly anchor: string;
  readonly withSpread: boolean;
}

function describeMean(
  { summary }: ModelScores,
  { anchor, withSpread }: Shown,
  { numbers: { score } }: ReportWords,
): Cell {
  if (summary === null) return '–';
  const spread =
    withSpread && summary.upper !== null
      ? [' ', quiet(`± ${score(summary.upper - summary.mean)}`)]
      : [];
  return [linkTo(anchor, score(summary.mean)), ...spread];
}

function tabulateModels(
  task: TaskSummary,
  overall: readonly MetricScores[],
  { anchorOf, words }: { readonly anchorOf: AnchorOf; readonly words: ReportWords },
): ReportTable {
  const { report } = words;
  const rows = overall[0].scores.map(({ model, folds }, index): Row => ({
    isPartial: folds.length < task.foldCount,
    cells: [
      model,
      report.foldsOf(folds.length, task.foldCount),
      ...overall.map((metric) =>
        describeMean(
          metric.scores[index],
          { anchor: anchorOf(metric, index), withSpread: metric.name === task.primaryMetric },
          words,
        ),
      ),
    ],
  }));
  return {
    kind: 'table',
    holds: 'means',
    notes: [],
    caption: report.meansOver(task.name),
    columns: [
      { title: report.model },
      { title: report.folds, numeric: true },
      ...overall.map(({ name }) => ({
        title: words.nameOf(name),
        numeric: true,
      })),
    ],
    rows,
  };
}

/** Per type and model: precision, recall, F1; `perType` holds these three for each type. */
function tabulateTypes(
  task: TaskSummary,
  {
    overall,
    perType,
  }: { readonly overall: readonly ModelScores[]; readonly perType: readonly MetricScores[] },
  { anchorOf, words }: { readonly anchorOf: AnchorOf; readonly words: ReportWords },
): ReportTable | null {
  const { report } = words;
  if (perType.length === 0) return null;
  const finished = countFolds(overall);
  const countOf = new Map(task.labels.map(({ label, count }) => [label, count]));
  const rows: Row[] = [];
  for (let first = 0; first < perType.length; first += 3) {
    const metrics = perType.slice(first, first + 3);
    const type = metrics[0].type ?? '';
    const count = countOf.get(type);
    const tested = countFolds(metrics[0].scores);
    const where = tested < finished ? report.inFolds(tested, finished) : null;
    const amount = count === undefined ? null : report.examplesOfType(task.kind, count);
    const described = [amount, where].filter((part) => part !== null).join(', ');
    metrics[0].scores.forEach(({ model }, index) => {
      rows.push({
        span: index === 0 ? metrics[0].scores.length : 0,
        isPartial: tested < finished,
        cells: [
          { line: type, under: described },
          model,
          ...metrics.map((each) =>
            describeMean(
              each.scores[index],
              { anchor: anchorOf(each, index), withSpread: false },
              words,
            ),
          ),
        ],
      });
    });
  }
  return {
    kind: 'table',
    holds: 'means',
    notes: [],
    caption: report.byType(task.name, task.kind),
    columns: [
      { title: report.type(task.kind) },
      { title: report.model },
      ...typeMetricsOf(task.kind).map((name) => ({ title: words.nameOf(name), numeric: true })),
    ],
    rows,
  };
}

/** The folds that any model has finished, or in which a type was tested. */
function countFolds(scores: readonly ModelScores[]): number {
  return new Set(scores.flatMap(({ folds }) => folds.map(({ fold }) => fold))).size;
}

function listMeanings(names: readonly MetricName[], words: ReportWords): Terms {
  return {
    kind: 'terms',
    title: words.report.meanings,
    items: names.map((name) => ({ term: words.nameOf(name), meaning: words.meaningOf(name) })),
  };
}

function tabulateFolds(
  task: TaskSummary,
  metrics: readonly MetricScores[],
  { anchorOf, links, words }: Context & { readonly anchorOf: AnchorOf },
): Details {
  const {
    report,
    numbers: { score },
  } = words;
  const folds = Array.from({ length: task.foldCount }, (_, fold) => fold);
  const rows = metrics.flatMap((metric) =>
    metric.scores.map((scores, index): Row => ({
      id: anchorOf(metric, index),
      cells: [
        words.nameOf(metric.name),
        metric.type ?? report.allTypes,
        scores.model,
        ...folds.map((fold) => {
          const found = scores.folds.find((each) => each.fold === fold);
          return found === undefined ? '–' : [links.link(found.runId, score(found.value))];
        }),
      ],
    })),
  );
  const table: ReportTable = {
    kind: 'table',
    holds: 'folds',
    notes: [],
    caption: report.everyFoldOf(task.name),
    columns: [
      { title: report.metric },
      { title: report.type(task.kind) },
      { title: report.model },
      ...folds.map((fold) => ({ title: report.fold(fold + 1), numeric: true })),
    ],
    rows,
  };
  return { kind: 'details', title: report.everyFold, blocks: [table] };
}
