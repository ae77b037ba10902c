import { describe, expect, it } from 'vitest';
import { AnamnesisError } from '#core/base/error.ts';
import { buildClassification, buildEntities } from './build-task.ts';
import { drawExamples } from './draw-examples.ts';
import { prepareTransfer } from './prepare-transfer.ts';
import type { PreparedTask } from './prepared-task.ts';
import { planSchema } from '../plan/plan-schema.ts';

const identity = { hash: 'a'.repeat(64), foldCount: 2, seed: 3, warnings: [] };
const problems = { counts: [], first: [] };
const dataOf = { entities: 'bio', 'multi-label': 'csv', classification: 'csv' } as const;

/** A sentence of eight words; the third is an entity of a type, if any. */
function makeSentence(
  id: string,
  third: string,
  type: string | null,
  groupId: string | null = null,
) {
  const text = `the ${id} ${third} was seen again on ${id}day`;
  let at = 0;
  const words = text.split(' ').map((word) => {
    const start = at;
    at += word.length + 1;
    return { start, end: start + word.length };
  });
  const tags = words.map((_, index) => (index === 2 && type !== null ? `B-${type}` : 'O'));
  return { id, text, words, tags, groupId };
}

const sentences = (name: string, types: readonly (string | null)[]) =>
  buildEntities(
    types.map((type, index) => makeSentence(`${name}${index}`, `w${index}`, type)),
    { ...identity, name, problems },
  );

async function prepare(tasks: readonly PreparedTask[], transfer: object, planOf: object = {}) {
  const plan = planSchema.parse({
    name: 'plan',
    models: {},
    tasks: Object.fromEntries(
      tasks.map(({ name, kind }) => [
        name,
        { kind, data: { format: dataOf[kind], files: ['x'] }, folds: 2, ...planOf },
      ]),
    ),
    transfers: { go: { source: tasks[0].name, target: tasks[1].name, ...transfer } },
  });
  const byName = new Map(tasks.map((task) => [task.name, task]));
  return prepareTransfer('go', { plan, tasks: byName }, () => Promise.resolve());
}

async function refusal(work: Promise<unknown>): Promise<{ code: string; found: unknown }> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AnamnesisError) return { code: error.code, found: error.details.found };
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('the labels of a transfer', () => {
  const source = sentences('es', ['DISO', 'PROC', 'DRUG', null]);
  const target = sentences('ro', ['illness', 'illness', 'act', 'act']);

  it('are learned as what the target calls them; what it does not have is no entity', async () => {
    const labels = { DISO: 'illness', PROC: 'act' };
    const { source: learned, mapping } = await prepare([source, target], { labels });
    if (learned.kind !== 'entities') throw new Error('sentences are tagged');
    expect(learned.tags).toEqual(target.tags);
    expect(learned.sentences.map(({ tags }) => tags[2])).toEqual(['B-illness', 'B-act', 'O', 'O']);
    expect([...mapping]).toEqual([
      ['DISO', 'illness'],
      ['DRUG', null],
      ['PROC', 'act'],
    ]);
  });

  it('are refused where one of the target, or none, is learned as anything', async () => {
    const labels = { DISO: 'illness' };
    expect(await refusal(prepare([source, target], { labels }))).toEqual({
      code: 'transfer.label-unlearned',
      found: 'none that becomes “act”; the source has “DISO”, “DRUG” and “PROC”',
    });
    const none = await refusal(prepare([source, target], {}));
    expect(none.code).toBe('transfer.no-shared-label');
  });

  it('are refused where one is named that a task does not have', async () => {
    const wrong = prepare([source, target], { labels: { FOO: 'act' } });
    expect(await refusal(wrong)).toEqual({ code: 'plan.unknown-name', found: 'FOO' });
    const to = prepare([source, target], { labels: { DISO: 'bar' } });
    expect(await refusal(to)).toEqual({ code: 'plan.unknown-name', found: 'bar' });
  });

  it('of notes leave out those of other classes, and name the positive class and the weights', async () => {
    const notes = (name: string, labels: readonly string[]) =>
      buildClassification(
        labels.map((label, index) => ({
          ...{ id: `${name}${index}`, label, groupId: null },
          text: `${name} note ${index} says w${index}${name} and v${index}${name} today`,
        })),
        { ...identity, name, problems },
      );
    const es = notes('es', ['sí', 'sí', 'no', 'no', 'quizá', 'quizá']);
    const ro = notes('ro', ['da', 'da', 'nu', 'nu']);
    const prepared = await prepare(
      [es, ro],
      { labels: { sí: 'da', no: 'nu', quizá: null } },
      { positiveClass: 'sí', classWeights: { sí: 3, quizá: 9 } },
    );
    if (prepared.kind !== 'classification') throw new Error('notes are classified');
    expect(prepared.source.notes.map(({ label }) => label)).toEqual(['da', 'da', 'nu', 'nu']);
    expect(prepared.leftOut).toEqual({ unmapped: 2, patient: 0, text: 0 });
    expect(prepared.plan).toMatchObject({ positiveClass: 'da', classWeights: { da: 3 } });
  });
});

describe('what is like the target', () => {
  const target = sentences('ro', ['A', 'A', 'A', 'A']);

  it('is not learned from the source: the same text, and nearly the same', async () => {
    const [first] = target.sentences;
    const long = `${first.text} and this goes on with many more words than it had`;
    const source = buildEntities(
      [
        makeSentence('es0', 'w0', 'A'),
        { ...makeSentence('ro0', 'w0', 'A'), id: 'copy' },
        { ...makeSentence('es1', 'w1', 'A'), text: long },
        makeSentence('es2', 'w2', 'A'),
      ],
      { ...identity, name: 'es', problems },
    );
    const prepared = await prepare([source, target], {});
    expect(prepared.leftOut).toEqual({ unmapped: 0, patient: 0, text: 2 });
    const kept = prepared.kind === 'entities' ? prepared.source.sentences : [];
    expect(kept.map(({ id }) => id)).toEqual(['es0', 'es2']);
  });

  it('of the same patients is left out where both are sets, and not for names of two files', async () => {
    const of = (name: string) =>
      buildEntities(
        [0, 1, 2, 3].map((n) =>
          makeSentence(`${name}${n}`, `w${n}`, 'A', n < 2 ? `p${n}` : name + String(n)),
        ),
        { ...identity, name, problems },
      );
    const files = await prepare([of('es'), of('ro')], {});
    expect(files.leftOut.patient).toBe(0);
    const sets = await prepare([of('es'), of('ro')], {}, { data: { set: 'x' } });
    expect(sets.leftOut.patient).toBe(2);
  });
});

describe('drawn examples', () => {
  const target = sentences(
    'ro',
    Array.from({ length: 40 }, () => 'A'),
  );
  const draw = (of: { draw: number; shots: number; fold?: number }) => [
    ...drawExamples(target, { seed: 1, transfer: 'go', fold: of.draw % 2, ...of }),
  ];

  it('are never of the fold that they are tested on, differ by draw, and are drawn alike again', () => {
    for (const fold of [0, 1]) {
      const tested = new Set(target.folds[fold]);
      expect(draw({ draw: fold, shots: 20 }).filter((index) => tested.has(index))).toEqual([]);
    }
    expect(draw({ draw: 0, shots: 8 })).not.toEqual(draw({ draw: 2, shots: 8 }));
    expect(draw({ draw: 4, shots: 8 })).toEqual(draw({ draw: 4, shots: 8 }));
  });

  it('of fewer shots are the first of those of more', () => {
    expect(draw({ draw: 3, shots: 12 }).slice(0, 5)).toEqual(draw({ draw: 3, shots: 5 }));
  });

  it('are refused where there are not as many', async () => {
    const asked = prepare([sentences('es', ['A', 'A']), target], { fewShot: { examples: [21] } });
    expect((await refusal(asked)).code).toBe('transfer.too-few-examples');
    const most = { fewShot: { examples: [20, 'all'] } };
    await expect(prepare([sentences('es', ['A', 'A']), target], most)).resolves.toBeDefined();
  });
});
