import { significanceLevel } from '#core/evaluation/statistics/judge-comparison.ts';
import { smallestPossibleP } from '#core/evaluation/statistics/smallest-possible-p.ts';
import type { Plan } from '../plan/plan-schema.ts';
import { say } from '#core/wording/say.ts';
import type { OutlookWarning } from './plan-outlook.ts';

/** Tasks on which no comparison of the plan can come out, however clear the folds are. */
export function warnOfFewFolds(plan: Plan): OutlookWarning[] {
  const familySize = Object.keys(plan.tasks).length * plan.comparisons.length;
  const floorOf = (folds: number) => Math.min(1, smallestPossibleP(folds) * familySize);
  if (familySize === 0) return [];
  let enough = 2;
  while (floorOf(enough) > significanceLevel) enough++;
  return (
    Object.entries(plan.tasks)
      // Of repeated divisions another test decides, which has no such floor.
      .filter(
        ([, { folds, repeats }]) => repeats === undefined && floorOf(folds) > significanceLevel,
      )
      .map(([name, { folds }]) => ({
        about: say('losses', 'taskPlace', name),
        field: ['tasks', name, 'folds'],
        text: say(
          'findings',
          'fewFolds',
          folds,
          smallestPossibleP(folds),
          floorOf(folds),
          familySize,
          significanceLevel,
          enough,
        ),
      }))
  );
}
