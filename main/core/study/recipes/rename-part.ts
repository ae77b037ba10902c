import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  listIn,
  mapIn,
  objectIn,
  stringIn,
  withValues,
} from '#core/domain/json.ts';
import { followTask } from './arrange-transfers.ts';
import { joinNames } from './choose-name.ts';
import type { NamedPart } from './plan-change.ts';

interface Renaming {
  readonly part: NamedPart;
  readonly name: string;
  readonly to: string;
}

/** Another name for a part of the plan, everywhere; none changes where the new name is taken. */
export function renamePart(plan: JsonObject, { part, name, to }: Renaming): JsonObject {
  const table = objectIn(plan, part);
  if (name === to || !Object.hasOwn(table, name) || Object.hasOwn(table, to)) return plan;
  const renamed = withValues(plan, [[part, renameKey(table, name, to)]]);
  if (part === 'models') return followModel(renamed, name, to);
  return part === 'corpora' ? followText(renamed, name, to) : followTask(renamed, name, to);
}

function renameKey(table: JsonObject, name: string, to: string): JsonObject {
  return Object.fromEntries(
    Object.entries(table).map(([key, value]) => [key === name ? to : key, value]),
  );
}

function renameIn(owner: JsonObject, name: string, to: string): JsonObject {
  if (!Object.hasOwn(owner, 'corpora')) return owner;
  const corpora = listIn(owner, 'corpora').map((each) => (each === name ? to : each));
  return withValues(owner, [['corpora', corpora]]);
}

/** Whatever reads the text; models that a recipe named after it are renamed with it. */
function followText(plan: JsonObject, name: string, to: string): JsonObject {
  const inVocabularies = mapIn(plan, 'vocabularies', (each) => renameIn(each, name, to));
  const inModels = mapIn(inVocabularies, 'models', (model) =>
    (['pretraining', 'extendVocabulary'] as const).reduce((changed, key) => {
      const reader = objectIn(changed, key);
      return Object.hasOwn(changed, key)
        ? withValues(changed, [[key, renameIn(reader, name, to)]])
        : changed;
    }, model),
  );
  const roots = Object.entries(objectIn(inModels, 'models'));
  return roots.reduce(
    (changed, [root]) =>
      renamePart(changed, {
        part: 'models',
        name: joinNames(root, name),
        to: joinNames(root, to),
      }),
    inModels,
  );
}

function followModel(plan: JsonObject, name: string, to: string): JsonObject {
  const isChild = (model: JsonObject) => {
    const start = objectIn(model, 'start');
    return stringIn(start, 'kind') === 'model' && stringIn(start, 'model') === name;
  };
  const inStarts = mapIn(plan, 'models', (model) =>
    isChild(model)
      ? withValues(model, [['start', withValues(objectIn(model, 'start'), [['model', to]])]])
      : model,
  );
  if (!Object.hasOwn(plan, 'comparisons')) return followDerived(inStarts, name, to);
  const follow = (value: JsonValue) => (value === name ? to : value);
  const comparisons = listIn(plan, 'comparisons').map((pair) =>
    isJsonObject(pair)
      ? Object.fromEntries(Object.entries(pair).map(([key, value]) => [key, follow(value)]))
      : pair,
  );
  return followDerived(withValues(inStarts, [['comparisons', comparisons]]), name, to);
}

/** Models that a recipe named after the one that they begin with. */
function followDerived(plan: JsonObject, name: string, to: string): JsonObject {
  const endings = ['adapted', 'all', ...Object.keys(objectIn(plan, 'corpora'))];
  return endings.reduce(
    (changed, ending) =>
      renamePart(changed, {
        part: 'models',
        name: joinNames(name, ending),
        to: joinNames(to, ending),
      }),
    plan,
  );
}
