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
function hashesWith(options: object): Record<string, string> {
  const plan = readPlan(
    JSON.stringify({
      name: 'study',
      corpora: { notes: { files: ['/notes.txt'] } },
      vocabularies: { words: { corpora: ['notes'] } },
      models: { general: { start: { kind: 'scratch', vocabulary: 'words' } } },
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

describe('the hash of a run', () => {
  test('stays what it was for plans without newer options', () => {
    expect(hashesWith({})).toEqual(known);
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
});
