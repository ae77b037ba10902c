import type { Told } from '#core/base/phrase.ts';
import { neededPositives } from '#core/evaluation/thresholds/threshold-for-sensitivity.ts';
import { say } from '#core/wording/say.ts';
import type { DatasetRecord } from '../data/dataset-record.ts';
import { chooseLooked } from '../data/positive-class.ts';
import type { ClassificationPlan } from '../plan/plan-schema.ts';

/**
 * That no threshold can be claimed for the sensitivity that the plan wants, which is known before hours
 * are spent: even if no positive were missed they are too few, several of a patient counted as many.
 * Nothing where the plan wants none.
 */
export function warnOfFewPositives(
  { screening, positiveClass }: Pick<ClassificationPlan, 'screening' | 'positiveClass'>,
  { labels }: Pick<DatasetRecord, 'labels'>,
  seenShare: number,
): Told[] {
  if (screening === undefined) return [];
  if (positiveClass === undefined && labels.length > 2) {
    return [say('findings', 'screeningNeedsClass', labels.length)];
  }
  const looked = chooseLooked(labels, positiveClass);
  if (looked === null) return [];
  const needed = neededPositives(screening.sensitivity);
  const count = Math.round(looked.count / seenShare);
  return count >= needed
    ? []
    : [say('findings', 'tooFewPositives', looked.label, count, screening.sensitivity, needed)];
}
