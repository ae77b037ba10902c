import type { ReportWords } from '#core/report/report-words.ts';
import type { StudyResults } from '#core/report/study-results.ts';
import { describeTask } from '../task-section.ts';
import { listFinishedRuns } from './finished-runs.ts';
import { tellMissing } from './tell-missing.ts';

/** How models were fine-tuned on each task that has run, what they were divided into, and beside what they stand. */
export function tellTasks(
  results: StudyResults,
  stored: StudyResults,
  words: ReportWords,
): readonly string[] {
  const { methods } = words;
  const finished = listFinishedRuns(results);
  const settings = results.recorded?.settings ?? null;
  const tasks = results.tasks.flatMap((task, place) => {
    const runs = finished.filter((run) => run.task === task.name);
    if (runs.length === 0) return [];
    const baselines = new Set(
      runs.flatMap(({ kind, model }) => (kind === 'baseline' ? (model ?? []) : [])),
    );
    const found = settings?.fineTuning[stored.tasks[place].name];
    const tuned =
      found === undefined
        ? tellMissing(methods.settings, words)
        : methods.fineTuned({
            epochs: found.epochs,
            batch: found.batchSize,
            rate: found.learningRate.toExponential(),
            tokens: found.maxTokens,
          });
    return [
      [
        `${task.name}: ${describeTask(task, words)}`,
        ...(task.repeats === 1
          ? []
          : [methods.repeats(task.repeats, task.foldCount / task.repeats)]),
        ...(runs.some(({ kind }) => kind === 'fine-tuning') ? [tuned] : []),
        ...task.training.map(words.render),
        ...(baselines.size === 0 ? [] : [methods.baselines([...baselines].join(', '))]),
      ].join(' '),
    ];
  });
  if (finished.length === 0) return tasks;
  return [
    ...tasks,
    settings === null
      ? tellMissing(methods.seedMissing, words)
      : methods.seed(String(settings.seed)),
  ];
}
