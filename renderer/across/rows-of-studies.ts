import type { AcrossView, ModelAcrossView } from '#contract/across.ts';
import type { MeasuredRow } from '../chart/lay-out-rows.ts';
import type { AcrossMessages } from '../messages/across/messages.ts';

/** The models of this study, then those of each other, each group under its name. */
export function rowsOfStudies(
  { models, alike }: Pick<AcrossView, 'models' | 'alike'>,
  say: Pick<AcrossMessages, 'thisStudy'>,
): MeasuredRow[] {
  return [
    ...rowsOf(models, say.thisStudy),
    ...alike.flatMap(({ study, models: ofStudy }) => rowsOf(ofStudy, study)),
  ];
}

function rowsOf(models: readonly ModelAcrossView[], group: string): MeasuredRow[] {
  return models.map(({ model, folds, mean, halfInterval }, index) => ({
    name: model,
    values: folds.map(({ value }) => value),
    mean,
    halfInterval,
    ...(index === 0 && { group }),
  }));
}
