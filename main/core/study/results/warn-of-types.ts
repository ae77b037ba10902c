import type { Phrase } from '#core/base/phrase.ts';
import { say } from '#core/wording/say.ts';
import { nameSome } from '#core/wording/name-some.ts';
import type { Measurement, StudyResults, TaskSummary } from '#core/report/study-results.ts';
import { isBaseline } from '../plan/baselines.ts';

type Warnings = StudyResults['warnings'][number][];

/**
 * What the means over folds do not say of classes and types: that some are in few folds, and that a
 * model never finds some, which a micro average over common types hides.
 */
export function warnOfTypes(
  tasks: readonly TaskSummary[],
  measurements: readonly Measurement[],
): Warnings {
  return tasks.flatMap((task) => {
    const measured = measurements.filter((each) => each.task === task.name);
    return [...warnOfRareTypes(task, measured), ...warnOfMissedTypes(task, measured)];
  });
}

function warnOfRareTypes(task: TaskSummary, measured: readonly Measurement[]): Warnings {
  const foldCount = countFolds(measured);
  // Which fold is the only one is known when all have been seen.
  if (foldCount < task.foldCount) return [];
  const rare = task.labels
    .map(({ label }) => ({ label, folds: countFolds(measured.filter(hasSupport(label))) }))
    .filter(({ folds }) => folds < foldCount);
  const single = rare.filter(({ folds }) => folds === 1).map(({ label }) => label);
  const several = rare.filter(({ folds }) => folds > 1).map(({ label }) => label);
  const about = task.name;
  return [
    ...(several.length === 0
      ? []
      : [
          {
            kind: 'rare-labels' as const,
            about,
            text: say('warnings', 'notInEveryFold', nameSome(several), task.kind),
          },
        ]),
    ...(single.length === 0
      ? []
      : [
          {
            kind: 'rare-labels' as const,
            about,
            text: say('warnings', 'inOneFold', nameSome(single), task.kind),
          },
        ]),
  ];
}

/** A sentence for each set of types that the same models miss; a baseline misses most by its nature. */
function warnOfMissedTypes(task: TaskSummary, measured: readonly Measurement[]): Warnings {
  const modelsOf = new Map<string, { readonly types: Phrase; readonly models: string[] }>();
  for (const [model, ofModel] of Map.groupBy(measured, (each) => each.model)) {
    const missed = isBaseline(model) ? [] : listMissedTypes(task, ofModel);
    if (missed.length === 0) continue;
    const types = nameSome(missed);
    const known = modelsOf.get(types.english) ?? { types, models: [] };
    modelsOf.set(types.english, known);
    known.models.push(model);
  }
  return Array.from(modelsOf.values(), ({ types, models }) => ({
    kind: 'missed-labels',
    about: task.name,
    text: say('warnings', 'neverFound', nameSome(models), types),
  }));
}

function listMissedTypes({ labels }: TaskSummary, ofModel: readonly Measurement[]): string[] {
  return labels
    .map(({ label }) => label)
    .filter((label) => {
      const ofType = ofModel.filter(({ metric }) => metric.entityType === label);
      const recalls = ofType.filter(({ metric }) => metric.name === 'recall');
      return ofType.some(hasSupport(label)) && recalls.every(({ metric }) => metric.value === 0);
    });
}

function hasSupport(label: string): (each: Measurement) => boolean {
  return ({ metric }) =>
    metric.entityType === label && metric.name === 'support' && metric.value > 0;
}

function countFolds(measured: readonly Measurement[]): number {
  return new Set(measured.map(({ fold }) => fold)).size;
}
