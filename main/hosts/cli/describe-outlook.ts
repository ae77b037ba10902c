import { inEnglish } from '#core/base/phrase.ts';
import type { PlannedRun } from '#core/study/plan/planned-run.ts';
import type { DataOutlook, PlanOutlook, TaskOutlook } from '#core/study/check/plan-outlook.ts';
import {
  formatBytes,
  formatCount,
  formatDuration,
  formatFolds,
  formatPercentage,
} from '#core/base/format-number.ts';

const namedLabels = 12;

/** What the check of a plan found, one line each; its faults are told as errors are. */
export function describeOutlook(outlook: PlanOutlook, runs: readonly PlannedRun[]): string[] {
  const { faults, warnings, corpora, tasks, models, cost } = outlook;
  return [
    ...corpora.map((each) => `corpus ${each.name}: ${describeData(each, 'documents')}`),
    ...tasks.map(describeTask),
    ...models.map(
      ({ name, start, parameterCount, longestTokens }) =>
        `model ${name}: ${inEnglish(start)}${parameterCount === null ? '' : `, ${formatCount(parameterCount)} parameters, texts of up to ${longestTokens ?? 0} tokens`}`,
    ),
    describeCost(cost, runs.length),
    ...warnings.map(({ about, text }) => `warning: ${inEnglish(about)}: ${inEnglish(text)}`),
    faults.length === 0
      ? 'Nothing was found that would end the study.'
      : `${formatCount(faults.length)} ${faults.length === 1 ? 'thing' : 'things'} would end the study.`,
  ];
}

function describeTask(task: TaskOutlook): string {
  const what = task.kind === 'entities' ? 'sentences' : 'notes';
  const named = task.labels
    .slice(0, namedLabels)
    .map(({ label, count }) => `${label} ${formatCount(count)}`);
  const more = task.labels.length - named.length;
  const labels = [...named, ...(more > 0 ? [`${formatCount(more)} more`] : [])].join(', ');
  return `task ${task.name}: ${describeData(task, what)}, ${formatFolds(task.folds)}${labels === '' ? '' : `; ${labels}`}`;
}

function describeData(data: DataOutlook, what: string): string {
  const { fileCount, sizeBytes, seenShare, itemCount } = data;
  const unit = ['set', 'collection'].includes(data.format) ? 'document' : 'file';
  const files = `${formatCount(fileCount)} ${unit}${fileCount === 1 ? '' : 's'}, ${formatBytes(sizeBytes)}`;
  return seenShare === 1
    ? `${files}, ${formatCount(itemCount)} ${what}`
    : `${files}, about ${formatCount(itemCount)} ${what} (looked at the first ${formatPercentage(seenShare)})`;
}

function describeCost(
  { timeMs, engine, roomBytes, freeBytes, memory }: PlanOutlook['cost'],
  runCount: number,
): string {
  const time =
    timeMs === null || engine === null
      ? 'time unknown until the engines are measured ("doctor")'
      : `very roughly ${formatDuration(timeMs)} on ${engine}`;
  const free = freeBytes === null ? '' : ` of ${formatBytes(freeBytes)} free`;
  const atOnce = memory === null ? '' : `, up to ${formatBytes(memory.bytes)} of memory at once`;
  return `${formatCount(runCount)} ${runCount === 1 ? 'run' : 'runs'}, ${time}, about ${formatBytes(roomBytes)}${free} on the disk${atOnce}`;
}
