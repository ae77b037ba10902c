import { describe, expect, it } from 'vitest';
import { AnamnesisError } from '#core/base/error.ts';
import { hashRun } from './hash-runs.ts';
import { listRuns } from './list-runs.ts';
import { readPlan } from './read-plan.ts';

const start = { kind: 'checkpoint', folder: '/checkpoint' };
const task = { kind: 'entities', data: { format: 'brat', files: ['/t'] }, folds: 3 };
const base = {
  name: 'study',
  models: { one: { start }, two: { start } },
  tasks: { es: { ...task, baselines: ['dictionary'] }, ro: task },
};
const fewShot = { examples: [50, 'all'] };

const plan = (transfer: object, tasks: object = base.tasks) =>
  readPlan(JSON.stringify({ ...base, tasks, transfers: { go: transfer } }), 'plan');

function refusal(transfer: object, tasks?: object): { code: string; place: unknown } {
  try {
    plan(transfer, tasks);
  } catch (error) {
    if (error instanceof AnamnesisError) return { code: error.code, place: error.details.place };
    throw error;
  }
  throw new Error('the plan was read');
}

const transfer = { source: 'es', target: 'ro', fewShot };

describe('the runs of a transfer', () => {
  const runs = listRuns(plan(transfer)).filter(({ transfer: step }) => step !== undefined);
  const keys = runs.map(({ key }) => key);

  it('are, for each model, one that learns the source and those that are tested on the target', () => {
    const ofOne = keys.filter((key) => key.startsWith('transfer/go/one/'));
    const counts = Map.groupBy(ofOne, (key) => key.split('/').slice(3, 4).join());
    expect(Object.fromEntries(Array.from(counts, ([key, each]) => [key, each.length]))).toEqual({
      source: 1,
      'zero-shot': 3,
      '50-shot': 10,
      '50-alone': 10,
      'all-shot': 3,
    });
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('begin with the baselines of the source, and learn a source before anything needs it', () => {
    expect(keys.slice(0, 3)).toEqual(
      [1, 2, 3].map((n) => `transfer/go/dictionary/zero-shot/fold-${n}`),
    );
    expect(keys.indexOf('transfer/go/one/source')).toBe(3);
  });

  it('test each draw on one fold after the other', () => {
    const draws = runs.filter(({ key }) => key.startsWith('transfer/go/one/50-shot'));
    expect(draws.map(({ fold }) => fold)).toEqual([0, 1, 2, 0, 1, 2, 0, 1, 2, 0]);
  });
});

describe('the hash of a run of a transfer', () => {
  const data = { corpora: {}, tasks: { es: 'e', ro: 'r' }, checkpoints: { one: 'c', two: 'c' } };
  const hashOf = (changes: { transfer?: object; tasks?: object; data?: object }, key: string) => {
    const changed = plan({ ...transfer, ...changes.transfer }, { ...base.tasks, ...changes.tasks });
    const run = listRuns(changed).find((each) => each.key === key);
    if (run === undefined) throw new Error(key);
    return hashRun(changed, run, { ...data, tasks: { ...data.tasks, ...changes.data } });
  };
  const changesOf = (changes: Parameters<typeof hashOf>[0]) =>
    [
      'one/source',
      'one/zero-shot/fold-1',
      'one/50-shot/draw-1',
      'one/50-alone/draw-1',
      'dictionary/zero-shot/fold-1',
    ]
      .filter(
        (each) => hashOf({}, `transfer/go/${each}`) !== hashOf(changes, `transfer/go/${each}`),
      )
      .map((each) => each.split('/').slice(0, 2).join('/'));
  const all = [
    'one/source',
    'one/zero-shot',
    'one/50-shot',
    'one/50-alone',
    'dictionary/zero-shot',
  ];

  it('changes with the data of either side, and with what labels are learned as', () => {
    expect(changesOf({ data: { es: 'other' } })).toEqual(
      all.filter((each) => each !== 'one/50-alone'),
    );
    expect(changesOf({ data: { ro: 'other' } })).toEqual(all);
    expect(changesOf({ transfer: { labels: { A: null } } })).toEqual(all);
  });

  it('changes with what trains it, and with nothing else', () => {
    const es = { ...base.tasks.es, epochs: 3 };
    expect(changesOf({ tasks: { es } })).toEqual(['one/source', 'one/zero-shot', 'one/50-shot']);
    expect(changesOf({ tasks: { es: { ...base.tasks.es, folds: 5 } } })).toEqual([]);
    const ro = { ...task, learningRate: 1e-3 };
    expect(changesOf({ tasks: { ro } })).toEqual(['one/50-shot', 'one/50-alone']);
    const groups = { ...task, groupByDocument: false };
    expect(changesOf({ tasks: { ro: groups } })).toEqual(all.slice(1));
    const more = { fewShot: { ...fewShot, draws: 20 } };
    expect(changesOf({ transfer: more })).toEqual([]);
    const longer = { fewShot: { ...fewShot, epochs: 5 } };
    expect(changesOf({ transfer: longer })).toEqual(['one/50-shot', 'one/50-alone']);
  });

  it('of other runs is what it was without the transfer', () => {
    const without = readPlan(JSON.stringify(base), 'plan');
    const withIt = plan(transfer);
    for (const run of listRuns(without)) {
      expect(hashRun(withIt, run, data)).toBe(hashRun(without, run, data));
    }
    expect(Object.hasOwn(without, 'transfers')).toBe(false);
  });
});

describe('a transfer is refused', () => {
  it.each([
    ['of a task that is not there', { ...transfer, source: 'nl' }, 'plan.unknown-name'],
    ['from a task to itself', { ...transfer, target: 'es' }, 'plan.invalid'],
    [
      'with a number of examples twice',
      { ...transfer, fewShot: { examples: [5, 5] } },
      'plan.invalid',
    ],
    [
      'with fewer than ten draws',
      { ...transfer, fewShot: { examples: [5], draws: 9 } },
      'plan.invalid',
    ],
    ['without a number of examples', { ...transfer, fewShot: { examples: [] } }, 'plan.invalid'],
  ])('%s', (_, wrong, code) => {
    expect(refusal(wrong).code).toBe(code);
  });

  it('between tasks of different kinds, and under the name of a task', () => {
    const notes = { kind: 'classification', data: { format: 'csv', files: ['/n.csv'] } };
    expect(refusal(transfer, { ...base.tasks, ro: notes })).toEqual({
      code: 'plan.invalid',
      place: 'plan: transfers.go',
    });
    expect(refusal(transfer, { ...base.tasks, go: task }).code).toBe('plan.invalid');
    const repeated = { ...base.tasks, ro: { ...task, repeats: 2 } };
    expect(refusal(transfer, repeated).code).toBe('plan.invalid');
  });
});
