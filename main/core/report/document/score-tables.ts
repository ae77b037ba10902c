import type { MetricName, TaskKind } from '#core/evaluation/metrics/metric-names.ts';
import type { ReportWords } from '../report-words.ts';
import type { TaskSummary } from '../study-results.ts';
import type { ModelScores } from '../summarise-task.ts';
import {
  linkTo,
  quiet,
  type Cell,
  type Details,
  type ReportTable,
  type Row,
} from './report-document.ts';
import type { RunLinks } from './run-links.ts';

/** Of each class or type. */
const scoreMetrics = ['precision', 'recall', 'f1'] as const;

/** Of each class or type; labels that are judged each by itself have a correlation each. */
export const typeMetricsOf = (kind: TaskKind): readonly MetricName[] =>
  kind === 'multi-label' ? [...scoreMetrics, 'mcc'] : scoreMetrics;

/** One metric, over all types or for one, with every model's scores. */
export interface MetricScores {
  readonly name: MetricName;
  readonly type: string | null;
  readonly scores: readonly ModelScores[];
}

/** Where the folds of a metric and a model stand. */
export type AnchorOf = (metric: MetricScores, model: number) => string;

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

/** The means of every model by each metric over all classes or types. */
export function tabulateModels(
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

/** Per type and model: `perType` holds the metrics of a type for each type. */
export function tabulateTypes(
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
  const names = typeMetricsOf(task.kind);
  for (let first = 0; first < perType.length; first += names.length) {
    const metrics = perType.slice(first, first + names.length);
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
      ...names.map((name) => ({ title: words.nameOf(name), numeric: true })),
    ],
    rows,
  };
}

/** The folds that any model has finished, or in which a type was tested. */
function countFolds(scores: readonly ModelScores[]): number {
  return new Set(scores.flatMap(({ folds }) => folds.map(({ fold }) => fold))).size;
}

/** Every metric of every model in every fold, each leading to its run. */
export function tabulateFolds(
  task: TaskSummary,
  metrics: readonly MetricScores[],
  {
    anchorOf,
    links,
    words,
  }: {
    readonly anchorOf: AnchorOf;
    readonly links: RunLinks;
    readonly words: ReportWords;
  },
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
