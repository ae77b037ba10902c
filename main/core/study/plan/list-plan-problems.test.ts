import { expect, it } from 'vitest';
import { listPlanProblems } from './list-plan-problems.ts';

const start = { kind: 'scratch', vocabulary: 'words' };
const base = {
  name: 'study',
  corpora: { text: { files: ['a.txt'] } },
  vocabularies: { words: { corpora: ['text'] } },
  models: { new: { start } },
  tasks: { drugs: { kind: 'entities', data: { set: 'drugs' } } },
};
/** "place: expected, found", of each problem. */
const told = (plan: object) =>
  listPlanProblems(JSON.stringify(plan)).map(
    ({ details: { field = [], expected, found } }) => `${field.join('/')}: ${expected}, ${found}`,
  );
const withTask = (task: object) => ({
  ...base,
  tasks: { drugs: { ...base.tasks.drugs, ...task } },
});

it('says nothing of a plan that can be read', () => {
  expect(told(base)).toEqual([]);
});

it.each([
  [withTask({ folds: 1 }), 'tasks/drugs/folds: at least 2, 1'],
  [withTask({ folds: 2.5 }), 'tasks/drugs/folds: a whole number, 2.5'],
  [withTask({ folds: 'ten' }), 'tasks/drugs/folds: a number, ten'],
  [withTask({ learningRate: 0 }), 'tasks/drugs/learningRate: more than 0, 0'],
  [withTask({ dropout: 2 }), 'tasks/drugs/dropout: at most 0.9, 2'],
  [withTask({ types: ['two words'] }), 'tasks/drugs/types/0: a name without blanks, two words'],
  [withTask({ data: { set: '' } }), 'tasks/drugs/data/set: at least one, nothing'],
  [withTask({ fold: 3 }), 'tasks/drugs/fold: keys that plans have, fold'],
  [withTask({ baselines: ['majority'] }), 'tasks/drugs/baselines/0: one of dictionary, majority'],
  [{ ...base, name: 'Études' }, 'name: a name of lower-case letters'],
  [
    { ...base, models: { new: { start: { ...start, vocabulary: 'x' } } } },
    'models/new/start: one of words, x',
  ],
  [
    { ...base, models: { new: { start: { ...start, heads: 3 } } } },
    'models/new/start/heads: a hiddenSize that is a multiple of heads',
  ],
  [
    withTask({ frozenEncoder: true, layerDecay: 0.9 }),
    'tasks/drugs/layerDecay: either frozenEncoder or layerDecay, both',
  ],
  [
    withTask({ foldsBy: 'time', repeats: 2 }),
    'tasks/drugs/repeats: folds by time, which can be made in one way only, without "repeats", 2 repeats',
  ],
  [
    withTask({ foldsBy: 'time', data: { format: 'bio', files: ['a.bio'] } }),
    'tasks/drugs/foldsBy: a labelled set of the workspace where folds are made by time',
  ],
  [withTask({ foldsBy: 'size' }), 'tasks/drugs/foldsBy: one of time, size'],
])('tells the place and what should stand there', (plan, problem) => {
  expect(told(plan).join('; ')).toContain(problem);
});

it('finds all at once, and what was meant of several forms', () => {
  const plan = {
    ...withTask({ folds: 1, epochs: 0 }),
    corpora: { text: { files: [], unit: 'x' } },
  };
  expect(
    told(plan)
      .map((problem) => problem.split(':')[0])
      .sort(),
  ).toEqual(['corpora/text/files', 'corpora/text/unit', 'tasks/drugs/epochs', 'tasks/drugs/folds']);
});

it('repeats no long text that a plan holds by mistake', () => {
  const [{ message }] = listPlanProblems(JSON.stringify({ ...base, name: 'Patient '.repeat(40) }));
  expect(message).not.toContain('Patient');
});
