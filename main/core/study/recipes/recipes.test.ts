import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#core/domain/json.ts';
import { listPlanProblems } from '../plan/list-plan-problems.ts';
import { planSchema } from '../plan/plan-schema.ts';
import { arrangePlan } from './arrange-plan.ts';
import { changePlan, isArranged } from './change-plan.ts';
import { listMissing } from './list-missing.ts';
import type { PlanChange } from './plan-change.ts';
import { recogniseRecipe } from './recognise-recipe.ts';
import { type Recipe, recipes } from '#core/domain/recipe.ts';

const begin: JsonObject = { name: 'study', models: {}, tasks: {} };
const text = (collection: string): PlanChange => ({
  kind: 'add-text',
  source: { kind: 'collection', collection },
});
const set = (name: string, task: 'classification' | 'entities'): PlanChange => ({
  kind: 'add-task',
  task,
  source: { kind: 'set', set: name, version: 1 },
});
const library = (model: string): PlanChange => ({
  kind: 'add-start',
  source: { kind: 'library', model },
});
const scratch: PlanChange = { kind: 'add-start', source: { kind: 'scratch' } };

/** The plan that these changes make, one after the other. */
const make = (recipe: Recipe | null, ...changes: readonly PlanChange[]) =>
  changes.reduce((plan, change) => changePlan(plan, { recipe, change }), begin);
const parse = (plan: JsonObject) => planSchema.parse(plan);
const problemsOf = (plan: JsonObject) => listPlanProblems(JSON.stringify(plan));
const pairs = (plan: JsonObject) =>
  parse(plan).comparisons.map(({ model, against }) => `${model} > ${against}`);

describe('recipes', () => {
  it('adapt a model to all texts, and compare it with what it was', () => {
    const plan = make(
      'adapt-screening',
      set('HIV test', 'classification'),
      text('Brieven'),
      text('Verslagen'),
      library('robbert'),
    );
    expect(problemsOf(plan)).toEqual([]);
    expect(Object.keys(parse(plan).models)).toEqual(['robbert', 'robbert-adapted']);
    expect(parse(plan).models['robbert-adapted'].pretraining?.corpora).toEqual([
      'brieven',
      'verslagen',
    ]);
    expect(parse(plan).tasks['hiv-test']).toMatchObject({
      title: 'HIV test',
      folds: 10,
      epochs: 4,
      baselines: ['majority', 'tf-idf'],
    });
    expect(pairs(plan)).toEqual(['robbert-adapted > robbert']);
  });

  it('the reference study: a model adapted to each text and to all, on every task', () => {
    const plan = make(
      'reference',
      text('nl-clinical'),
      text('nl-biomedical'),
      text('ro'),
      set('screening', 'classification'),
      ...['drugs', 'tumours', 'anatomy'].map((name) => set(name, 'entities')),
      library('mbert'),
    );
    expect(problemsOf(plan)).toEqual([]);
    const { models, tasks } = parse(plan);
    expect(Object.keys(models)).toEqual([
      'mbert',
      'mbert-nl-clinical',
      'mbert-nl-biomedical',
      'mbert-ro',
      'mbert-all',
    ]);
    expect(Object.keys(tasks)).toHaveLength(4);
    expect(pairs(plan)).toHaveLength(4);
    // Arxiv 2510.27552: what is left out is what it did.
    expect(models['mbert-all'].pretraining).toMatchObject({
      ...{ epochs: 5, maxTokens: 512, batchSize: 8, accumulation: 4, maskedFraction: 0.15 },
      learningRate: 2e-5,
    });
    expect(tasks.drugs).toMatchObject({ folds: 10, epochs: 15, batchSize: 16, learningRate: 2e-5 });
  });

  it('compare models as they are, each with the first', () => {
    const plan = make(
      'compare',
      set('drugs', 'entities'),
      library('a'),
      library('b'),
      library('c'),
    );
    expect(problemsOf(plan)).toEqual([]);
    expect(pairs(plan)).toEqual(['b > a', 'c > a']);
  });

  it('a task of one language tested on each other of its kind, models compared as they are', () => {
    const plan = make(
      'transfer',
      set('Spanish', 'entities'),
      set('notes', 'classification'),
      set('Romanian', 'entities'),
      library('a'),
      library('b'),
    );
    expect(problemsOf(plan)).toEqual([]);
    expect(listMissing(plan, 'transfer')).toEqual([]);
    expect(recogniseRecipe(plan)).toBe('transfer');
    const transfers = { 'spanish-romanian': { source: 'spanish', target: 'romanian' } };
    expect(parse(plan).transfers).toEqual(transfers);
    expect(pairs(plan)).toEqual(['b > a']);
    const more = [text('letters'), set('Dutch', 'entities')];
    const adapted = more.reduce(
      (of, change) => changePlan(of, { recipe: 'transfer', change }),
      plan,
    );
    expect(pairs(adapted)).toEqual(['a-adapted > a', 'b-adapted > b']);
    expect(Object.keys(parse(adapted).transfers ?? {})).toEqual([
      'spanish-romanian',
      'spanish-dutch',
    ]);
    const lacking = make(
      'transfer',
      set('one', 'entities'),
      set('two', 'classification'),
      library('a'),
    );
    expect(listMissing(lacking, 'transfer').map(({ details }) => details.expected)).toEqual([
      'two sets of labelled data of one kind: one to learn from, one to test on',
    ]);
  });

  it('a transfer follows its tasks when they are renamed, and goes with them', () => {
    const tuned = {
      ...make(null, set('es', 'entities'), set('ro', 'entities'), set('nl', 'entities')),
      transfers: {
        mine: { source: 'nl', target: 'ro', labels: { a: 'b' } },
        other: { source: 'nl', target: 'es' },
      },
    };
    const rename = { kind: 'rename', part: 'tasks', name: 'ro', to: 'romanian' } as const;
    const renamed = changePlan(tuned, { recipe: 'transfer', change: rename });
    expect(parse(renamed).transfers?.mine).toMatchObject({ source: 'nl', target: 'romanian' });
    const remove = { kind: 'remove', part: 'tasks', name: 'romanian' } as const;
    const left = changePlan(renamed, { recipe: null, change: remove });
    expect(Object.keys(parse(left).transfers ?? {})).toEqual(['other']);
    const none = changePlan(left, { recipe: null, change: { ...remove, name: 'nl' } });
    expect(parse(none).transfers).toBeUndefined();
  });

  it('adapt only, without a task', () => {
    const plan = make('adapt-only', text('letters'), library('a'));
    expect(problemsOf(plan)).toEqual([]);
    expect(parse(plan).tasks).toEqual({});
    expect(pairs(plan)).toEqual([]);
    expect(parse(plan).models['a-adapted'].pretraining?.corpora).toEqual(['letters']);
  });

  it('a new model learns from the first text, and is adapted to the others', () => {
    const plan = make('adapt-entities', scratch, text('general'), text('clinical'));
    expect(problemsOf(plan)).toEqual([]);
    const { models, vocabularies } = parse(plan);
    expect(vocabularies.words.corpora).toEqual(['general', 'clinical']);
    expect(models['new-model'].pretraining?.corpora).toEqual(['general']);
    expect(models['new-model-adapted'].pretraining?.corpora).toEqual(['clinical']);
  });
});

describe('changes', () => {
  const adapted = make('adapt-screening', text('one'), library('a'), set('s', 'classification'));

  it('settings stay when another text is added', () => {
    const tuned = {
      ...adapted,
      models: {
        a: { start: { kind: 'library', model: 'a' } },
        'a-adapted': {
          start: { kind: 'model', model: 'a' },
          pretraining: { corpora: ['one'], epochs: 3 },
        },
      },
    };
    const more = changePlan(tuned, { recipe: 'adapt-screening', change: text('two') });
    expect(parse(more).models['a-adapted'].pretraining).toMatchObject({
      epochs: 3,
      corpora: ['one', 'two'],
    });
  });

  it('models that somebody arranged stay, until they are arranged anew', () => {
    const own = { ...adapted, comparisons: [] };
    const more = changePlan(own, { recipe: 'adapt-screening', change: text('two') });
    expect(pairs(more)).toEqual([]);
    expect(isArranged(more, 'adapt-screening')).toBe(false);
    const anew = changePlan(more, { recipe: 'adapt-screening', change: { kind: 'arrange' } });
    expect(pairs(anew)).toEqual(['a-adapted > a']);
  });

  it('a text that is removed is read by nothing any more', () => {
    const change = { kind: 'remove', part: 'corpora', name: 'one' } as const;
    expect(Object.keys(parse(changePlan(adapted, { recipe: null, change })).corpora)).toEqual([]);
    expect(problemsOf(changePlan(adapted, { recipe: null, change }))).toEqual([]);
    const arranged = changePlan(adapted, { recipe: 'adapt-screening', change });
    expect(Object.keys(parse(arranged).models)).toEqual(['a']);
  });

  it('a model is removed with those that begin with it', () => {
    const change = { kind: 'remove', part: 'models', name: 'a' } as const;
    const without = changePlan(adapted, { recipe: null, change });
    expect(parse(without)).toMatchObject({ models: {}, comparisons: [] });
  });

  it.each([
    ['corpora', 'one', 'letters'],
    ['models', 'a', 'base'],
    ['tasks', 's', 'screening'],
  ] as const)('renaming in %s leaves no old name', (part, name, to) => {
    const change = { kind: 'rename', part, name, to } as const;
    const renamed = changePlan(adapted, { recipe: 'adapt-screening', change });
    expect(problemsOf(renamed)).toEqual([]);
    expect(Object.keys(parse(renamed)[part])).toContain(to);
    expect(isArranged(renamed, 'adapt-screening')).toBe(true);
    const back = { kind: 'rename', part, name: to, to: name } as const;
    expect(changePlan(renamed, { recipe: 'adapt-screening', change: back })).toEqual(adapted);
  });

  it('names are made of what things are called, and are never the same', () => {
    const plan = make(null, text('Brieven (2020)'), text('brieven 2020'), text('رسائل'));
    expect(Object.keys(parse(plan).corpora)).toEqual(['brieven-2020', 'brieven-2020-2', 'texts']);
    expect(problemsOf(plan)).toEqual([]);
  });

  it('a name that is taken renames nothing', () => {
    const plan = make(null, text('one'), text('two'));
    const change = { kind: 'rename', part: 'corpora', name: 'one', to: 'two' } as const;
    expect(changePlan(plan, { recipe: null, change })).toEqual(plan);
  });
});

const anyName = fc.constantFrom('a', 'b', 'Überweisung 3', 'x'.repeat(80), '__proto__', '1');
const anyChange: fc.Arbitrary<PlanChange> = fc.oneof(
  anyName.map(text),
  fc
    .tuple(anyName, fc.constantFrom('classification', 'entities'))
    .map(([name, kind]) => set(name, kind)),
  fc.constantFrom('a', 'b/c').map(library),
  fc.constant(scratch),
);

it('whatever is added in whatever order, the plan can be read, stays arranged, and its recipe is known', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...recipes),
      fc.array(anyChange, { maxLength: 8 }),
      (recipe, changes) => {
        const plan = make(recipe, ...changes);
        // A vocabulary needs text to be made of.
        if (plan.corpora !== undefined) expect(problemsOf(plan)).toEqual([]);
        expect(arrangePlan(plan, recipe)).toEqual(plan);
        if (listMissing(plan, recipe).length > 0) return;
        const recognised = recogniseRecipe(plan);
        // Tasks that nobody compares anything on are somebody's own.
        if (recipe === 'adapt-only' && recognised === null) return;
        expect(recognised === null ? null : arrangePlan(plan, recognised)).toEqual(plan);
      },
    ),
  );
});
