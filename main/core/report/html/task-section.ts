import { metricDescriptions, type MetricName } from '#core/evaluation/metrics/metric-names.ts';
import { formatCount, formatFolds, formatScore } from '#core/base/format-number.ts';
import { listOverallMetrics } from '../list-overall-metrics.ts';
import type { StudyResults, TaskSummary } from '../study-results.ts';
import { listMeasuredTypes, summariseTask, type ModelScores } from '../summarise-task.ts';
import { renderContamination } from './contamination-table.ts';
import { renderFoldPlot } from './fold-plot.ts';
import { html, type Html } from './html.ts';
import type { RunLinks } from './run-links.ts';
import { renderTable, type Row } from './table.ts';

/** One metric, over all types or for one, with every model's scores. */
interface MetricScores {
  readonly name: MetricName;
  readonly type: string | null;
  readonly scores: readonly ModelScores[];
}

/** A task: what it is, the plot of its primary metric, and tables down to every fold. */
export function renderTask(
  results: StudyResults,
  task: TaskSummary,
  { links, place }: { links: RunLinks; place: number },
): Html {
  const scoresOf = (name: MetricName, type: string | null): MetricScores => ({
    name,
    type,
    scores: summariseTask(results, task, { name, entityType: type }),
  });
  const names = listOverallMetrics(task.kind);
  const overall = names.map((name) => scoresOf(name, null));
  const perType = listMeasuredTypes(results, task).flatMap((type) =>
    (['precision', 'recall', 'f1'] as const).map((name) => scoresOf(name, type)),
  );
  const primary = scoresOf(task.primaryMetric, null).scores;
  const id = `task-${place + 1}`;
  const rows = [...overall, ...perType];
  const anchorOf = (metric: MetricScores, model: number) =>
    `${id}-${rows.indexOf(metric) + 1}-${model + 1}`;
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${task.name}</h2>
    <p>${describeTask(task)}</p>
    ${renderLabelCounts(task)}
    ${primary.some(({ folds }) => folds.length > 0) ? renderFigure(task, primary, id) : null}
    ${renderModels(task, overall, anchorOf)}
    <p class="muted">${explainPrimary(task)}</p>
    ${renderTypes(task, { overall: overall[0].scores, perType }, anchorOf)} ${renderMeanings(names)}
    ${renderFolds(task, rows, { anchorOf, links })}
    ${task.contamination === null ? null : renderContamination(task.name, task.contamination)}
  </section>`;
}

type AnchorOf = (metric: MetricScores, model: number) => string;

/** More are only in the table, with their numbers. */
const listedLabels = 12;

function describeTask({ kind, set, itemCount, labels, foldCount, groupedBy }: TaskSummary): string {
  const items = kind === 'classification' ? 'notes' : 'sentences';
  const what = kind === 'classification' ? 'Classification' : 'Entity recognition';
  const counts =
    labels.length > listedLabels
      ? `${labels.length} ${kind === 'classification' ? 'classes' : 'types'}`
      : labels.map(({ label, count }) => `${label} ${formatCount(count)}`).join(', ');
  const grouping =
    groupedBy === null
      ? ` (${items} of the same patient or document may be in different folds)`
      : `, never splitting a ${groupedBy}`;
  const from = set === null ? '' : ` from set ${set.name} version ${set.version}`;
  return `${what} of ${formatCount(itemCount)} ${items}${from} (${counts}), cross-validated in ${foldCount} stratified folds${grouping}, the same for every model.`;
}

/** Every class or type, also those of which nothing is left. */
function renderLabelCounts({ name, kind, labels, lostLabels }: TaskSummary): Html | null {
  if (labels.length === 0) return null;
  const isOfNotes = kind === 'classification';
  const total = labels.reduce((sum, { count }) => sum + count, 0);
  const lostOf = new Map(lostLabels.map(({ label, count }) => [label, count]));
  const counted = new Set(labels.map(({ label }) => label));
  const gone = lostLabels.filter(({ label }) => !counted.has(label));
  const all = [...labels, ...gone.map(({ label }) => ({ label, count: 0 }))];
  const percentOf = (count: number) => `${((100 * count) / total).toFixed(1)} %`;
  return renderTable({
    caption: `${name}: ${isOfNotes ? 'classes and their notes' : 'types and their entities'}`,
    columns: [
      { title: isOfNotes ? 'Class' : 'Type' },
      { title: isOfNotes ? 'Notes' : 'Entities', numeric: true },
      { title: 'Share', numeric: true },
      { title: 'Left out', numeric: true },
    ],
    rows: all.map(({ label, count }) => ({
      cells: [label, formatCount(count), percentOf(count), formatCount(lostOf.get(label) ?? 0)],
    })),
  });
}

function explainPrimary({ kind, primaryMetric }: TaskSummary): string {
  const { displayName, meaning } = metricDescriptions[primaryMetric];
  const strict =
    kind === 'entities'
      ? ' An entity counts only if its type and both ends are right (strict IOB2).'
      : '';
  return `Models are compared by ${displayName}. ${meaning}${strict} ± is half the 95 % t-interval of the mean over folds; folds share training data, so read it as their spread, not as a bound. The model is that of the last epoch; no epoch was chosen by its results on test data.`;
}

function renderFigure(task: TaskSummary, scores: readonly ModelScores[], id: string): Html {
  const { displayName } = metricDescriptions[task.primaryMetric];
  return html`<figure>
    ${renderFoldPlot({
      id: `${id}-plot`,
      title: `${displayName} of each model on ${task.name}`,
      axisTitle: `${displayName} (higher is better)`,
      scores,
    })}
    <figcaption>
      Each circle is a fold, the diamond the mean with its 95 % interval; thin lines join the same
      fold of neighbouring models. The axis need not begin at 0.
    </figcaption>
  </figure>`;
}

function renderMean({ summary }: ModelScores, anchor: string, withSpread: boolean): Html {
  if (summary === null) return html`–`;
  const spread =
    withSpread && summary.upper !== null
      ? html` <span class="spread">± ${formatScore(summary.upper - summary.mean)}</span>`
      : null;
  return html`<a href="#${anchor}">${formatScore(summary.mean)}</a>${spread}`;
}

function renderModels(
  task: TaskSummary,
  overall: readonly MetricScores[],
  anchorOf: AnchorOf,
): Html {
  const rows = overall[0].scores.map(({ model, folds }, index): Row => ({
    cells: [
      model,
      `${folds.length} of ${task.foldCount}`,
      ...overall.map((metric) =>
        renderMean(
          metric.scores[index],
          anchorOf(metric, index),
          metric.name === task.primaryMetric,
        ),
      ),
    ],
  }));
  return renderTable({
    caption: `${task.name}: mean over folds`,
    columns: [
      { title: 'Model' },
      { title: 'Folds', numeric: true },
      ...overall.map(({ name }) => ({
        title: metricDescriptions[name].displayName,
        numeric: true,
      })),
    ],
    rows,
  });
}

/** Per type and model: precision, recall, F1; `perType` holds these three for each type. */
function renderTypes(
  task: TaskSummary,
  {
    overall,
    perType,
  }: { readonly overall: readonly ModelScores[]; readonly perType: readonly MetricScores[] },
  anchorOf: AnchorOf,
): Html | null {
  if (perType.length === 0) return null;
  const finished = countFolds(overall);
  const countOf = new Map(task.labels.map(({ label, count }) => [label, count]));
  const rows: Row[] = [];
  for (let first = 0; first < perType.length; first += 3) {
    const metrics = perType.slice(first, first + 3);
    const type = metrics[0].type ?? '';
    const count = countOf.get(type);
    const unit = task.kind === 'classification' ? 'notes' : 'entities';
    const tested = countFolds(metrics[0].scores);
    const where = tested < finished ? `in ${tested} of ${formatFolds(finished)}` : null;
    const amount = count === undefined ? null : `${formatCount(count)} ${unit}`;
    const described = [amount, where].filter((part) => part !== null).join(', ');
    metrics[0].scores.forEach(({ model }, index) => {
      rows.push({
        span: index === 0 ? metrics[0].scores.length : 0,
        cells: [
          html`${type}
            <div class="under">${described}</div>`,
          model,
          ...metrics.map((each) => renderMean(each.scores[index], anchorOf(each, index), false)),
        ],
      });
    });
  }
  const what = task.kind === 'classification' ? 'class' : 'entity type';
  return renderTable({
    caption: `${task.name}: by ${what}, mean over the folds in which it occurs`,
    columns: [
      { title: task.kind === 'classification' ? 'Class' : 'Type' },
      { title: 'Model' },
      { title: 'Precision', numeric: true },
      { title: 'Recall', numeric: true },
      { title: 'F1', numeric: true },
    ],
    rows,
  });
}

/** The folds that any model has finished, or in which a type was tested. */
function countFolds(scores: readonly ModelScores[]): number {
  return new Set(scores.flatMap(({ folds }) => folds.map(({ fold }) => fold))).size;
}

function renderMeanings(names: readonly MetricName[]): Html {
  const each = names.map((name) => metricDescriptions[name]);
  return html`<details class="meanings">
    <summary>What these numbers mean</summary>
    <dl>
      ${each.map(
        ({ displayName, meaning }) =>
          html`<dt>${displayName}</dt>
            <dd>${meaning}</dd>`,
      )}
    </dl>
  </details>`;
}

function renderFolds(
  task: TaskSummary,
  metrics: readonly MetricScores[],
  { anchorOf, links }: { anchorOf: AnchorOf; links: RunLinks },
): Html {
  const folds = Array.from({ length: task.foldCount }, (_, fold) => fold);
  const rows = metrics.flatMap((metric) =>
    metric.scores.map((scores, index): Row => ({
      id: anchorOf(metric, index),
      cells: [
        metricDescriptions[metric.name].displayName,
        metric.type ?? 'all',
        scores.model,
        ...folds.map((fold) => {
          const found = scores.folds.find((each) => each.fold === fold);
          return found === undefined ? '–' : links.link(found.runId, formatScore(found.value));
        }),
      ],
    })),
  );
  const table = renderTable({
    caption: `${task.name}: every fold; each value links to its run`,
    columns: [
      { title: 'Metric' },
      { title: task.kind === 'classification' ? 'Class' : 'Type' },
      { title: 'Model' },
      ...folds.map((fold) => ({ title: `Fold ${fold + 1}`, numeric: true })),
    ],
    rows,
  });
  return html`<details>
    <summary>Every fold</summary>
    ${table}
  </details>`;
}
