import type { ModelWorkRequest, QueueOrderView } from '#contract/annotation-model.ts';
import type { AnnotationScheme } from '#contract/annotation-nouns.ts';
import type { ModelLine } from '#contract/models.ts';

export const ways = ['listed', 'random', 'uncertain', 'likely'] as const;
export type Way = (typeof ways)[number];
type OrderChoice = Extract<ModelWorkRequest, { kind: 'order' }>['choice'];

/** What is asked for; null where something is missing. */
export function readOrder(
  by: Way,
  given: {
    readonly modelId: string | null;
    readonly label: string;
    readonly seed: number | null;
  },
): OrderChoice | null {
  const { modelId, label, seed } = given;
  if (by === 'listed') return { by };
  if (by === 'random') {
    return seed !== null && Number.isSafeInteger(seed) && seed >= 0 ? { by, seed } : null;
  }
  if (modelId === null) return null;
  if (by === 'uncertain') return { by, modelId };
  return label === '' ? null : { by, modelId, label };
}

/**
 * Models that say something of what is labelled in a project: those that learned from it first, then the
 * others as they come.
 */
export function orderingModels(
  models: readonly ModelLine[],
  { classes, types }: Pick<AnnotationScheme, 'classes' | 'types'>,
  trainings: QueueOrderView['trainings'],
): ModelLine[] {
  const own = new Set(trainings.map(({ modelId }) => modelId));
  const usable = models.filter(
    ({ head, isOfFold }) =>
      !isOfFold &&
      ((head === 'token-classification' && types.length > 0) ||
        (head === 'sequence-classification' && classes.length > 0)),
  );
  return [...usable.filter(({ id }) => own.has(id)), ...usable.filter(({ id }) => !own.has(id))];
}
