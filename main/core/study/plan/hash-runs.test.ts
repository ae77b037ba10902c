import { describe, expect, test } from 'vitest';
import { hashRun } from './hash-runs.ts';
import { listRuns } from './list-runs.ts';
import { readPlan } from './read-plan.ts';

const tasks = {
  screen: {
    kind: 'classification',
    finalModel: true,
    folds: 2,
    data: { format: 'csv', files: ['/a.csv'] },
  },
  entities: { kind: 'entities', folds: 2, data: { format: 'bio', files: ['/a.bio'] } },
};

/** Hashes of all runs, with further options of the task `screen`. */
function hashesWith(options: object, pretraining?: object): Record<string, string> {
  const plan = readPlan(
    JSON.stringify({
      name: 'study',
      corpora: { notes: { files: ['/notes.txt'] } },
      vocabularies: { words: { corpora: ['notes'] } },
      models: { general: { start: { kind: 'scratch', vocabulary: 'words' }, pretraining } },
      tasks: { ...tasks, screen: { ...tasks.screen, ...options } },
    }),
    'plan.json',
  );
  const data = { corpora: { notes: 'a' }, tasks: { screen: 'b', entities: 'c' }, checkpoints: {} };
  return Object.fromEntries(listRuns(plan).map((run) => [run.key, hashRun(plan, run, data)]));
}

/** As the version of November 2026 made them: results of a workspace are known by these. */
const known = {
  'vocabulary/words': '22f87c74e6cb6eb2b0c738a4d4f54b93b69b0a4cd8e1078c20b9dfce995ffe7f',
  'fine-tune/screen/general/fold-1':
    'b92736b9bf705b8383c967834684b153060685adb19a5817a31097696e62f06d',
  'fine-tune/screen/general/fold-2':
    '353cdc50894b488330e562a777d076c16864ae6468a9767ad4713ac407603b19',
  'fine-tune/entities/general/fold-1':
    '1a49ca270e78ec743776ffe5017313324c194b01ad71cb25ddbdf8b51237660c',
  'fine-tune/entities/general/fold-2':
    'c14d813e63847adc165b10848404701ea9ea263d05d7b013168c69d47f72eec3',
  'final/screen/general': 'd23013e3890a7652c49a044c4487d233016d2126cc6523e716c0a7519009773f',
};

/** The same with a pre-training before all that is learned from labels. */
const knownPretrained = {
  'vocabulary/words': known['vocabulary/words'],
  'pretrain/general': '1ee6101ec1c8ef2227bc3d8844b3efa8d69572fc06a1636ea5bf80fc3ee96f1a',
  'fine-tune/screen/general/fold-1':
    '959ed05f5acc67380872e68187b28ad5831d59dc193d8f89571b6185e443da9b',
  'fine-tune/screen/general/fold-2':
    '05ef21990ec9e84091f9f1fc72138bce792e883f280b2da8744590f131f6da7d',
  'fine-tune/entities/general/fold-1':
    '3ad8802d09042619bf3145ce062d39439f682da63b9ac221561bfde26f2baaf6',
  'fine-tune/entities/general/fold-2':
    '22266f45451f51b712040a1770717c82d0c91a7de9cd179014bcdb42cb871934',
  'final/screen/general': '2d9d762faa0224ea65493d4323fa6e8e82dd1030c0fccc426bcd734d20869aa0',
};

describe('the hash of a run', () => {
  test('stays what it was for plans without newer options', () => {
    expect(hashesWith({})).toEqual(known);
    const pretraining = { corpora: ['notes'] };
    const hashes = hashesWith({}, pretraining);
    expect(hashes).toEqual(knownPretrained);
    const changed = hashesWith({}, { ...pretraining, wholeWords: true });
    for (const key of Object.keys(knownPretrained).filter((each) => !each.startsWith('vocab'))) {
      expect(changed[key], key).not.toBe(hashes[key]);
    }
  });

  test('of a fold is the same however often the data is divided, and each fold has its own', () => {
    const repeated = hashesWith({ repeats: 3 });
    expect(repeated).toMatchObject(known);
    const folds = Object.keys(repeated).filter((key) => key.startsWith('fine-tune/screen/'));
    expect(folds).toHaveLength(6);
    expect(new Set(folds.map((key) => repeated[key])).size).toBe(6);
  });

  test.each([{ layerDecay: 0.8 }, { frozenEncoder: true }, { earlyStop: {} }])(
    'is another one with %o, and no other run’s',
    (options) => {
      for (const [key, hash] of Object.entries(hashesWith(options))) {
        const isOfTask = key.includes('/screen/');
        expect(hash === known[key as keyof typeof known], key).toBe(!isOfTask);
      }
    },
  );

  test('is another one where folds are periods, of baselines too', () => {
    const data = { set: 'notes' };
    const byLot = hashesWith({ data, baselines: ['majority'] });
    const byTime = hashesWith({ data, baselines: ['majority'], foldsBy: 'time' });
    const changed = Object.keys(byLot).filter((key) => byLot[key] !== byTime[key]);
    expect(changed).toEqual(Object.keys(byLot).filter((key) => key.includes('/screen/')));
    expect(changed).toContain('baseline/screen/majority/fold-1');
  });
});
