import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  listIn,
  objectIn,
  stringIn,
  valueIn,
  withValues,
} from '#core/domain/json.ts';
import { arrangeTransfers } from './arrange-transfers.ts';
import { freeName, joinNames } from './choose-name.ts';
import type { Recipe } from '#core/domain/recipe.ts';

type Entry = readonly [string, JsonValue];

/**
 * The plan with the models and comparisons that its recipe makes of its texts and of the models it
 * starts from. Those that are there keep their settings, and the data stays as it is; arranging twice
 * changes nothing more. A plan without a model to start from has none.
 */
export function arrangePlan(plan: JsonObject, recipe: Recipe): JsonObject {
  const texts = Object.keys(objectIn(plan, 'corpora'));
  const models = objectIn(plan, 'models');
  const roots = Object.entries(models)
    .filter(([, model]) => isRoot(model))
    .map(([name, model]): Entry => [name, prepareRoot(model, texts, recipe)]);
  // Two long names may be the same when they are cut.
  const taken = roots.map(([name]) => name);
  const groups = roots.map(([name, root]) => {
    const derived = derive([name, root], { texts, models, recipe, taken });
    for (const [made] of derived) taken.push(made);
    return { entry: [name, root] as const, derived };
  });
  const isCompared = recipe === 'compare' || (recipe === 'transfer' && texts.length === 0);
  const comparisons =
    isCompared && roots.length > 0
      ? roots.slice(1).map(([name]) => ({ model: name, against: roots[0][0] }))
      : recipe === 'adapt-only'
        ? []
        : groups.flatMap(({ entry: [root], derived }) =>
            derived.map(([name]) => ({ model: name, against: root })),
          );
  const isGiven = valueIn(plan, 'comparisons') !== undefined;
  const arranged = withValues(plan, [
    ['vocabularies', arrangeVocabularies(plan, roots, texts)],
    ['models', Object.fromEntries(groups.flatMap(({ entry, derived }) => [entry, ...derived]))],
    ['comparisons', comparisons.length > 0 || isGiven ? comparisons : undefined],
  ]);
  return recipe === 'transfer' ? arrangeTransfers(arranged) : arranged;
}

/** Models that the plan itself does not make of others. */
function isRoot(model: JsonValue): boolean {
  return isJsonObject(model) && stringIn(objectIn(model, 'start'), 'kind') !== 'model';
}

const isScratch = (model: JsonValue) =>
  isJsonObject(model) && stringIn(objectIn(model, 'start'), 'kind') === 'scratch';

/**
 * A model with random weights learns from the first text, and is adapted to the others; where it is
 * only compared, from all. One that comes trained is taken as it is.
 */
function prepareRoot(model: JsonValue, texts: readonly string[], recipe: Recipe): JsonValue {
  if (!isJsonObject(model)) return model;
  const pretraining = valueIn(model, 'pretraining');
  if (isJsonObject(pretraining)) {
    const kept = listIn(pretraining, 'corpora').filter(
      (name) => typeof name === 'string' && texts.includes(name),
    );
    if (kept.length > 0) {
      return withValues(model, [['pretraining', withValues(pretraining, [['corpora', kept]])]]);
    }
  }
  const first = recipe === 'compare' ? texts : texts.length > 1 ? texts.slice(0, 1) : [];
  if (!isScratch(model) || first.length === 0)
    return withValues(model, [['pretraining', undefined]]);
  const settings = isJsonObject(pretraining) ? pretraining : {};
  return withValues(model, [['pretraining', withValues(settings, [['corpora', first]])]]);
}

function derive(
  [name, root]: Entry,
  {
    texts,
    models,
    recipe,
    taken,
  }: {
    readonly texts: readonly string[];
    readonly models: JsonObject;
    readonly recipe: Recipe;
    readonly taken: readonly string[];
  },
): Entry[] {
  if (recipe === 'compare' || texts.length === 0 || !isJsonObject(root)) return [];
  const learned = listIn(objectIn(root, 'pretraining'), 'corpora').map(String);
  const others = texts.filter((text) => !learned.includes(text));
  const adaptedTo = others.length === 0 ? texts : others;
  const single = adaptedTo.map((text) => [joinNames(name, text), [text]] as const);
  const together = [
    joinNames(name, recipe === 'reference' ? 'all' : 'adapted'),
    adaptedTo,
  ] as const;
  const wanted =
    recipe !== 'reference' ? [together] : adaptedTo.length > 1 ? [...single, together] : single;
  const names: string[] = [];
  for (const [derived] of wanted) names.push(freeName(derived, [...taken, ...names]));
  return wanted.map(([, corpora], at): Entry => {
    const derived = names[at];
    const known = objectIn(models, derived);
    const pretraining = withValues(objectIn(known, 'pretraining'), [['corpora', corpora]]);
    const start = { kind: 'model', model: name };
    return [
      derived,
      withValues(known, [
        ['start', start],
        ['pretraining', pretraining],
      ]),
    ];
  });
}

/** Each model from scratch has a vocabulary, which knows the words of all texts. */
function arrangeVocabularies(
  plan: JsonObject,
  roots: readonly Entry[],
  texts: readonly string[],
): JsonValue | undefined {
  const given = objectIn(plan, 'vocabularies');
  const used = roots.flatMap(([, root]) =>
    isScratch(root) ? (stringIn(objectIn(root as JsonObject, 'start'), 'vocabulary') ?? []) : [],
  );
  const arranged = [...new Set(used)].map((name): Entry => [
    name,
    withValues(objectIn(given, name), [['corpora', texts]]),
  ]);
  if (arranged.length === 0 && valueIn(plan, 'vocabularies') === undefined) return undefined;
  return Object.fromEntries(arranged);
}
