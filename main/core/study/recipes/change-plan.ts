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
import { withValueAt } from '#core/domain/json-path.ts';
import { hashJson } from '#core/storage/hash-json.ts';
import { arrangePlan } from './arrange-plan.ts';
import { forgetTask } from './arrange-transfers.ts';
import { chooseName, freeName, plainName } from './choose-name.ts';
import type {
  LabelledSource,
  NamedPart,
  PlanChange,
  RecipeStep,
  StartSource,
  TaskKind,
  TextSource,
} from './plan-change.ts';
import type { Recipe } from '#core/domain/recipe.ts';
import { renamePart } from './rename-part.ts';

/**
 * The plan after a change. Where its models were as the recipe has them, they follow: a text that is
 * added is one more to adapt to. Models that somebody arranged otherwise stay as they are, until they
 * are asked to be arranged anew.
 */
export function changePlan(plan: JsonObject, { recipe, change }: RecipeStep): JsonObject {
  const changed = applyChange(plan, change);
  if (recipe === null) return changed;
  return change.kind === 'arrange' || isArranged(plan, recipe)
    ? arrangePlan(changed, recipe)
    : changed;
}

export function isArranged(plan: JsonObject, recipe: Recipe): boolean {
  return hashJson(arrangePlan(plan, recipe)) === hashJson(plan);
}

function applyChange(plan: JsonObject, change: PlanChange): JsonObject {
  switch (change.kind) {
    case 'add-text':
      return addText(plan, change.source);
    case 'add-task':
      return addTask(plan, change.task, change.source);
    case 'add-start':
      return addStart(plan, change.source);
    case 'remove':
      return removePart(plan, change.part, change.name);
    case 'rename':
      return renamePart(plan, { ...change, to: plainName(change.to) || change.name });
    case 'arrange':
      return plan;
  }
}

function add(
  plan: JsonObject,
  part: NamedPart,
  { from, value }: { readonly from: string; readonly value: JsonObject },
): JsonObject {
  const parts = objectIn(plan, part);
  const taken = Object.keys(parts);
  const otherwise = { corpora: 'texts', tasks: 'task', models: 'model' }[part];
  const name = chooseName(from, { taken, otherwise });
  const title = from.trim();
  const titles = Object.values(parts).flatMap((each) =>
    isJsonObject(each) ? (stringIn(each, 'title') ?? []) : [],
  );
  const isFree = ![...taken, ...titles, name].includes(title);
  const isTitled = part === 'tasks' && isFree && isTitle(title);
  return withValueAt(plan, [part, name], isTitled ? { title, ...value } : value);
}

/** Names of sets and collections as people wrote them; paths are none. */
function isTitle(text: string): boolean {
  return text.length <= 120 && !/[/\\\p{Cc}\u2028-\u202e\u2066-\u2069]/u.test(text) && text !== '';
}

function addText(plan: JsonObject, source: TextSource): JsonObject {
  if (source.kind === 'collection') {
    const { collection, language } = source;
    const where = language === undefined ? {} : { where: { language } };
    return add(plan, 'corpora', { from: collection, value: { collection, ...where } });
  }
  const { files } = source;
  const format = files.every((file) => isTable(file)) ? { format: 'csv' } : {};
  // A table needs a column; the usual name is proposed, and the check says whether it is there.
  const column = 'format' in format ? { textColumn: 'text' } : {};
  return add(plan, 'corpora', { from: files[0] ?? '', value: { ...format, files, ...column } });
}

const isTable = (file: string) => /\.(csv|tsv)$/i.test(file);

/** With the baselines that cost seconds, so that no model is praised for what counting words does. */
function addTask(plan: JsonObject, kind: TaskKind, source: LabelledSource): JsonObject {
  const baselines = kind === 'entities' ? ['dictionary'] : ['majority', 'tf-idf'];
  if (source.kind === 'set') {
    const { set, version } = source;
    const data = version === undefined ? { set } : { set, version };
    return add(plan, 'tasks', { from: set, value: { kind, data, baselines } });
  }
  const { files } = source;
  const isTagged = files.some((file) => /\.(bio|conll|iob|tsv|txt)$/i.test(file));
  const format = kind !== 'entities' ? 'csv' : isTagged ? 'bio' : 'brat';
  // The check says where the labels of a note are divided otherwise.
  const data = { format, files, ...(kind === 'multi-label' ? { labelSeparator: ';' } : {}) };
  return add(plan, 'tasks', { from: files[0] ?? '', value: { kind, data, baselines } });
}

function addStart(plan: JsonObject, source: StartSource): JsonObject {
  switch (source.kind) {
    case 'library':
      return add(plan, 'models', { from: source.model, value: { start: { ...source } } });
    case 'checkpoint':
      return add(plan, 'models', { from: source.folder, value: { start: { ...source } } });
    case 'scratch': {
      const texts = Object.keys(objectIn(plan, 'corpora'));
      const vocabulary = freeName('words', Object.keys(objectIn(plan, 'vocabularies')));
      const withWords = withValueAt(plan, ['vocabularies', vocabulary], { corpora: texts });
      const start = { kind: 'scratch', vocabulary };
      return add(withWords, 'models', { from: 'new-model', value: { start } });
    }
  }
}

function removePart(plan: JsonObject, part: NamedPart, name: string): JsonObject {
  const without = withValueAt(plan, [part, name], undefined);
  if (part === 'corpora') return removeText(without, name);
  if (part === 'models') return removeModel(without, name);
  return forgetTask(without, name);
}

/** Nothing reads it any more; what read nothing else is not trained any more. */
function removeText(plan: JsonObject, text: string): JsonObject {
  const forget = (owner: JsonObject, key: string): JsonObject => {
    const reader = objectIn(owner, key);
    const names = listIn(reader, 'corpora');
    if (!names.includes(text)) return owner;
    const left = names.filter((each) => each !== text);
    return withValues(owner, [
      [key, left.length === 0 ? undefined : withValues(reader, [['corpora', left]])],
    ]);
  };
  const inModels = mapIn(plan, 'models', (model) =>
    forget(forget(model, 'pretraining'), 'extendVocabulary'),
  );
  return mapIn(inModels, 'vocabularies', (vocabulary) =>
    withValues(vocabulary, [
      ['corpora', listIn(vocabulary, 'corpora').filter((each) => each !== text)],
    ]),
  );
}

/** With it go the models that begin with it, and comparisons with any of them. */
function removeModel(plan: JsonObject, name: string): JsonObject {
  const models = objectIn(plan, 'models');
  const startsFrom = (model: JsonValue) =>
    isJsonObject(model) ? stringIn(objectIn(model, 'start'), 'model') : null;
  const kindOf = (model: JsonValue) =>
    isJsonObject(model) ? stringIn(objectIn(model, 'start'), 'kind') : null;
  const next = Object.entries(models).find(
    ([, model]) => kindOf(model) === 'model' && startsFrom(model) === name,
  );
  const comparisons = listIn(plan, 'comparisons').filter(
    (pair) =>
      !isJsonObject(pair) || ![stringIn(pair, 'model'), stringIn(pair, 'against')].includes(name),
  );
  const without = Object.hasOwn(plan, 'comparisons')
    ? withValues(plan, [['comparisons', comparisons]])
    : plan;
  if (next === undefined) return without;
  // The child and all that begin with it, then any other child.
  return removeModel(removePart(without, 'models', next[0]), name);
}
