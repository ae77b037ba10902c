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
    ...(recipe !== 'compare' && recipe !== 'transfer' && countOf('corpora') === 0
      ? [missing('corpora', 'textToAdaptTo', 'addText')]
      : []),
    ...(recipe !== 'adapt-only' && countOf('tasks') === 0
      ? [missing('tasks', 'labelledData', 'addTask')]
      : []),
    ...(recipe === 'transfer' ? listMissingOfTransfer(plan) : []),
    ...(roots < neededRoots
      ? [missing('models', recipe === 'compare' ? 'twoModels' : 'oneModel', 'addStart')]
      : []),
  ];
}

/** Two tasks of one kind, and a transfer from one to the other. */
function listMissingOfTransfer(plan: JsonObject): AnamnesisError[] {
  const tasks = Object.values(objectIn(plan, 'tasks'));
  const kinds = tasks.map((task) => (isJsonObject(task) ? stringIn(task, 'kind') : null));
  if (tasks.length === 0) return [];
  if (new Set(kinds).size === kinds.length) return [missing('tasks', 'twoTasks', 'addTask')];
  return Object.keys(objectIn(plan, 'transfers')).length === 0
    ? [missing('transfers', 'oneTransfer', 'addTransfer')]
    : [];
}

function missing(
  part: JsonPath[number],
  expected:
    'textToAdaptTo' | 'labelledData' | 'oneModel' | 'twoModels' | 'twoTasks' | 'oneTransfer',
  remedy: 'addText' | 'addTask' | 'addStart' | 'addTransfer',
): AnamnesisError {
  return new AnamnesisError('plan.incomplete', {
    expected: say('recipes', expected),
    found: say('recipes', 'tooFew'),
    remedy: say('recipes', remedy),
    field: [part],
  });
}
