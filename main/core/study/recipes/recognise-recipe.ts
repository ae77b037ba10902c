import { isJsonObject, type JsonObject, objectIn, stringIn } from '#core/domain/json.ts';
import { isArranged } from './change-plan.ts';
import type { Recipe } from '#core/domain/recipe.ts';

/**
 * Which recipe has made the models of a plan what they are; null for those of somebody's own, and
 * where there is none yet.
 */
export function recogniseRecipe(plan: JsonObject): Recipe | null {
  const models = Object.values(objectIn(plan, 'models')).filter((model) => isJsonObject(model));
  if (models.length === 0) return null;
  const tasks = Object.values(objectIn(plan, 'tasks')).filter((task) => isJsonObject(task));
  const kinds = tasks.map((task) => stringIn(task, 'kind'));
  const isDerived = (model: JsonObject) => stringIn(objectIn(model, 'start'), 'kind') === 'model';
  const hasTransfers = Object.keys(objectIn(plan, 'transfers')).length > 0;
  if (hasTransfers && isArranged(plan, 'transfer')) return 'transfer';
  const fitting = models.some(isDerived)
    ? kinds.length === 0
      ? (['adapt-only'] as const)
      : kinds.every((kind) => kind === 'entities')
        ? (['adapt-entities', 'reference'] as const)
        : (['adapt-screening', 'reference'] as const)
    : models.length > 1
      ? (['compare'] as const)
      : [];
  return fitting.find((recipe) => isArranged(plan, recipe)) ?? null;
}
