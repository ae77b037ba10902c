import { AnamnesisError } from '#core/base/error.ts';
import type { JsonPath } from '#core/domain/json-path.ts';
import { isJsonObject, type JsonObject, objectIn, stringIn } from '#core/domain/json.ts';
import { say } from '#core/wording/say.ts';
import type { Recipe } from '#core/domain/recipe.ts';

/** What a recipe cannot do without, each at its place; also of a plan that could run without it. */
export function listMissing(plan: JsonObject, recipe: Recipe): AnamnesisError[] {
  const countOf = (key: string) => Object.keys(objectIn(plan, key)).length;
  const roots = Object.values(objectIn(plan, 'models')).filter(
    (model) => isJsonObject(model) && stringIn(objectIn(model, 'start'), 'kind') !== 'model',
  ).length;
  const neededRoots = recipe === 'compare' ? 2 : 1;
  return [
    ...(recipe !== 'compare' && countOf('corpora') === 0
      ? [missing('corpora', 'textToAdaptTo', 'addText')]
      : []),
    ...(recipe !== 'adapt-only' && countOf('tasks') === 0
      ? [missing('tasks', 'labelledData', 'addTask')]
      : []),
    ...(roots < neededRoots
      ? [missing('models', recipe === 'compare' ? 'twoModels' : 'oneModel', 'addStart')]
      : []),
  ];
}

function missing(
  part: JsonPath[number],
  expected: 'textToAdaptTo' | 'labelledData' | 'oneModel' | 'twoModels',
  remedy: 'addText' | 'addTask' | 'addStart',
): AnamnesisError {
  return new AnamnesisError('plan.incomplete', {
    expected: say('recipes', expected),
    found: say('recipes', 'tooFew'),
    remedy: say('recipes', remedy),
    field: [part],
  });
}
