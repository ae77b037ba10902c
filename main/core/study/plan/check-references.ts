import { AnamnesisError } from '#core/base/error.ts';
import { say } from '#core/wording/say.ts';
import { checkTransfers } from './check-transfers.ts';
import { lockedSetsOf } from './locked-sets.ts';
import type { ModelPlan, Plan } from './plan-schema.ts';

/**
 * Every name that a plan uses must be defined in it, and no model may descend from itself.
 * @throws plan.unknown-name, plan.circular, plan.invalid, plan.locked-set
 */
export function checkReferences(plan: Plan, fileName: string): void {
  const need = (table: object, name: string, ...field: string[]) => {
    if (Object.hasOwn(table, name)) return;
    const known = Object.keys(table);
    throw new AnamnesisError('plan.unknown-name', {
      place: `${fileName}: ${field.slice(0, 2).join('.')}`,
      field,
      expected: known.length === 0 ? say('plan', 'definedName') : say('plan', 'oneOf', known),
      found: name,
      remedy: say('plan', 'correctOrDefine'),
    });
  };
  for (const [name, vocabulary] of Object.entries(plan.vocabularies)) {
    for (const corpus of vocabulary.corpora)
      need(plan.corpora, corpus, 'vocabularies', name, 'corpora');
  }
  for (const [name, model] of Object.entries(plan.models)) {
    const { start, pretraining, extendVocabulary } = model;
    const place = ['models', name] as const;
    if (start.kind === 'scratch') need(plan.vocabularies, start.vocabulary, ...place, 'start');
    if (start.kind === 'model') need(plan.models, start.model, ...place, 'start');
    for (const corpus of pretraining?.corpora ?? []) {
      need(plan.corpora, corpus, ...place, 'pretraining', 'corpora');
    }
    for (const corpus of extendVocabulary?.corpora ?? []) {
      need(plan.corpora, corpus, ...place, 'extendVocabulary', 'corpora');
    }
    checkShape(model, name, fileName);
    checkHeldOut(plan, model, name, fileName);
  }
  checkTitles(plan, 'models', fileName);
  checkTitles(plan, 'tasks', fileName);
  checkBaselines(plan, fileName);
  for (const { model, against } of plan.comparisons) {
    need(plan.models, model, 'comparisons');
    need(plan.models, against, 'comparisons');
  }
  checkComparisons(plan, fileName);
  checkTransfers(plan, fileName, need);
  for (const [name, corpus] of Object.entries(plan.corpora)) {
    if ('files' in corpus && corpus.format === 'csv' && corpus.textColumn === undefined) {
      throw new AnamnesisError('plan.invalid', {
        place: `${fileName}: corpora.${name}`,
        field: ['corpora', name, 'textColumn'],
        expected: say('plan', 'textColumn'),
        found: say('plan', 'none'),
        remedy: say('plan', 'nameTextColumn'),
      });
    }
  }
  for (const [name, { data }] of Object.entries(plan.tasks)) {
    if (data.format === 'csv' && data.textColumn === data.labelColumn) {
      throw new AnamnesisError('plan.invalid', {
        place: `${fileName}: tasks.${name}`,
        field: ['tasks', name, 'data', 'labelColumn'],
        expected: say('plan', 'labelBesideText'),
        found: say('plan', 'sameColumn'),
        remedy: say('plan', 'nameLabelColumn'),
      });
    }
  }
  checkFolds(plan, fileName);
  checkTraining(plan, fileName);
  checkLocked(plan, fileName);
  for (const name of orderModels(plan, fileName)) checkExtension(plan, name, fileName);
}

/** A version that both name; whether it is the same where one is left out is known in a workspace. */
function checkLocked(plan: Plan, fileName: string): void {
  for (const [name, { data }] of Object.entries(plan.tasks)) {
    if (data.format !== 'set') continue;
    const { set, version = null } = data;
    const isLocked = lockedSetsOf(plan).some(
      (locked) => locked.set === set && (locked.version ?? null) === version,
    );
    if (isLocked) throw lockedTask(`${fileName}: tasks.${name}`, name, { set, version });
  }
}

/** Who learns from a locked test set has none any more. */
export function lockedTask(
  place: string,
  task: string,
  { set, version }: { readonly set: string; readonly version: number | null },
): AnamnesisError {
  return new AnamnesisError('plan.locked-set', {
    place,
    field: ['tasks', task, 'data'],
    expected: 'data that is not the locked test set of the same plan',
    found: `set ${set}${version === null ? '' : ` version ${version}`}, which lockedSet names`,
    remedy: 'Let the task read another set, or lock another.',
  });
}

/** What folds are made of: dates are of documents, and periods follow each other in one way only. */
function checkFolds(plan: Plan, fileName: string): void {
  for (const [name, { foldsBy, repeats, data }] of Object.entries(plan.tasks)) {
    if (foldsBy === undefined) continue;
    const place = `${fileName}: tasks.${name}`;
    if (repeats !== undefined) {
      throw new AnamnesisError('plan.invalid', {
        place,
        field: ['tasks', name, 'repeats'],
        expected: say('plan', 'timeOnce'),
        found: say('plan', 'timeRepeated', repeats),
        remedy: say('plan', 'removeRepeats'),
      });
    }
    if (data.format === 'set') continue;
    throw new AnamnesisError('plan.invalid', {
      place,
      field: ['tasks', name, 'foldsBy'],
      expected: say('plan', 'timeOfSets'),
      found: say('plan', 'timeOfFiles'),
      remedy: say('plan', 'freezeDated'),
    });
  }
}

/** Options of fine-tuning that exclude one another. */
function checkTraining(plan: Plan, fileName: string): void {
  for (const [name, { frozenEncoder, layerDecay }] of Object.entries(plan.tasks)) {
    if (!frozenEncoder || layerDecay === undefined) continue;
    throw new AnamnesisError('plan.invalid', {
      place: `${fileName}: tasks.${name}`,
      field: ['tasks', name, 'layerDecay'],
      expected: say('training', 'oneOfBoth'),
      found: say('training', 'both'),
      remedy: say('training', 'removeOne'),
    });
  }
}

/** Tables name baselines beside models; keywords must be given where they decide. */
function checkBaselines(plan: Plan, fileName: string): void {
  for (const [name, task] of Object.entries(plan.tasks)) {
    const place = `${fileName}: tasks.${name}`;
    const taken = task.baselines.find((baseline) => Object.hasOwn(plan.models, baseline));
    if (taken !== undefined) {
      throw new AnamnesisError('plan.invalid', {
        place,
        field: ['models', taken],
        expected: 'models that are not named as a baseline of the task',
        found: `a model ${taken}`,
        remedy: 'Give the model another name.',
      });
    }
    if (task.kind !== 'classification') continue;
    if (task.baselines.includes('keywords') !== (task.keywords !== undefined)) {
      throw new AnamnesisError('plan.invalid', {
        place,
        field: ['tasks', name, 'baselines'],
        expected: 'keywords where "keywords" is among the baselines, and nowhere else',
        found: task.keywords === undefined ? 'the baseline alone' : 'keywords without the baseline',
        remedy: 'Add what is missing, or remove the other.',
      });
    }
  }
}

/** Every comparison counts in Holm's correction: one that says nothing new would cost the others. */
function checkComparisons(plan: Plan, fileName: string): void {
  const seen = new Set<string>();
  for (const { model, against } of plan.comparisons) {
    const pair = JSON.stringify([model, against].sort());
    if (model !== against && !seen.has(pair)) {
      seen.add(pair);
      continue;
    }
    throw new AnamnesisError('plan.invalid', {
      place: `${fileName}: comparisons`,
      field: ['comparisons'],
      expected: say('plan', 'differentPairs'),
      found: `${model} against ${against}${model === against ? '' : ', a second time'}`,
      remedy: say('plan', 'removeComparison'),
    });
  }
}

/** Where there are no weights yet, the plan's own vocabulary can be trained on the same corpora. */
function checkExtension(plan: Plan, name: string, fileName: string): void {
  const vocabulary = vocabularyOfNew(plan, name);
  if (plan.models[name].extendVocabulary === undefined || vocabulary === null) return;
  throw new AnamnesisError('plan.invalid', {
    place: `${fileName}: models.${name}`,
    field: ['models', name, 'extendVocabulary'],
    expected: say('plan', 'extendOnlyWeights'),
    found: say('plan', 'fromScratch'),
    remedy: `Name the corpora in vocabularies.${vocabulary} and raise its size.`,
  });
}

/** The vocabulary of a model that starts with random weights; null for one that was trained. */
export function vocabularyOfNew(plan: Plan, name: string): string | null {
  const { start } = plan.models[name];
  if (start.kind === 'scratch') return start.vocabulary;
  if (start.kind !== 'model' || plan.models[start.model].pretraining !== undefined) return null;
  return vocabularyOfNew(plan, start.model);
}

/** Which state is the best one, and when to end, is measured on what is held out. */
function checkHeldOut(
  { heldOut }: Plan,
  { pretraining }: ModelPlan,
  name: string,
  fileName: string,
): void {
  const isAsked = pretraining?.use !== undefined || pretraining?.patience !== undefined;
  if (!isAsked || heldOut !== undefined) return;
  throw new AnamnesisError('plan.invalid', {
    place: `${fileName}: models.${name}`,
    field: ['models', name, 'pretraining', pretraining.use === undefined ? 'patience' : 'use'],
    expected: say('pretraining', 'heldOut'),
    found: say('pretraining', 'notHeldOut'),
    remedy: say('pretraining', 'addHeldOut'),
  });
}

function checkShape(model: ModelPlan, name: string, fileName: string): void {
  if (model.start.kind !== 'scratch') return;
  const { hiddenSize, heads } = model.start;
  if (hiddenSize % heads === 0) return;
  throw new AnamnesisError('plan.invalid', {
    place: `${fileName}: models.${name}`,
    field: ['models', name, 'start', 'heads'],
    expected: say('plan', 'multipleOfHeads'),
    found: say('plan', 'sizeAndHeads', hiddenSize, heads),
    remedy: say('plan', 'changeOne'),
  });
}

/** The names of the models, parents before children. */
export function orderModels(plan: Plan, fileName = plan.name): string[] {
  const ordered: string[] = [];
  const visit = (name: string, descendants: readonly string[]) => {
    if (ordered.includes(name)) return;
    if (descendants.includes(name)) {
      throw new AnamnesisError('plan.circular', {
        place: `${fileName}: models.${name}`,
        field: ['models', name, 'start'],
        expected: say('plan', 'noCircle'),
        found: say('plan', 'circle', [...descendants, name]),
        remedy: say('plan', 'breakCircle'),
      });
    }
    const { start } = plan.models[name];
    if (start.kind === 'model') visit(start.model, [...descendants, name]);
    ordered.push(name);
  };
  for (const name of Object.keys(plan.models)) visit(name, []);
  return ordered;
}

/** What is shown under the same name cannot be told apart in any table. @throws plan.invalid */
function checkTitles(plan: Plan, part: 'models' | 'tasks', fileName: string): void {
  const seen = new Set<string>();
  const named: Readonly<Record<string, { readonly title?: string | undefined }>> = plan[part];
  for (const [name, { title = name }] of Object.entries(named)) {
    if (!seen.has(title)) {
      seen.add(title);
      continue;
    }
    throw new AnamnesisError('plan.invalid', {
      place: `${fileName}: ${part}.${name}`,
      field: [part, name, 'title'],
      expected: say('plan', 'uniqueTitle'),
      found: title,
      remedy: say('plan', 'anotherTitle'),
    });
  }
}
