import { describe, expect, it } from 'vitest';
import { listLostRuns } from './list-lost-runs.ts';
import { readPlan } from './read-plan.ts';

const scratch = { kind: 'scratch', vocabulary: 'words', layers: 1, hiddenSize: 8, heads: 1 };
const basic = {
  name: 'lost',
  corpora: { general: { files: ['a.txt'] }, clinical: { files: ['b.txt'] } },
  vocabularies: { words: { corpora: ['general'], size: 300 } },
  models: {
    general: { start: scratch, pretraining: { corpora: ['general'] } },
    adapted: { start: { kind: 'model', model: 'general' }, pretraining: { corpora: ['clinical'] } },
  },
  tasks: {
    hiv: { kind: 'classification', folds: 2, data: { format: 'csv', files: ['hiv.csv'] } },
    drugs: { kind: 'entities', folds: 2, data: { format: 'bio', files: ['drugs.tsv'] } },
  },
};
const planOf = (changes: object) => readPlan(JSON.stringify({ ...basic, ...changes }), 'plan');
const lostBy = (changes: object) => listLostRuns(planOf({}), planOf(changes)).map(({ key }) => key);

describe('what a changed plan costs', () => {
  it('is nothing for what determines no result', () => {
    expect(lostBy({})).toEqual([]);
    expect(lostBy({ description: 'other words', comparisons: [] })).toEqual([]);
  });

  it('is all runs of a task whose data is read otherwise, and no other', () => {
    const hiv = { ...basic.tasks.hiv, data: { ...basic.tasks.hiv.data, textColumn: 'note' } };
    expect(lostBy({ tasks: { ...basic.tasks, hiv } })).toEqual([
      'fine-tune/hiv/general/fold-1',
      'fine-tune/hiv/adapted/fold-1',
      'fine-tune/hiv/general/fold-2',
      'fine-tune/hiv/adapted/fold-2',
    ]);
  });

  it('is what stands on a corpus, through every model that comes from it', () => {
    const corpora = { ...basic.corpora, clinical: { files: ['b.txt', 'c.txt'] } };
    expect(lostBy({ corpora })).toEqual([
      'pretrain/adapted',
      'fine-tune/hiv/adapted/fold-1',
      'fine-tune/hiv/adapted/fold-2',
      'fine-tune/drugs/adapted/fold-1',
      'fine-tune/drugs/adapted/fold-2',
    ]);
  });

  it('is all but the vocabulary for another seed', () => {
    expect(lostBy({ seed: 7 })).toHaveLength(10);
    expect(lostBy({ seed: 7 })).not.toContain('vocabulary/words');
  });

  it('names nothing that is asked for no more: it stays, and is found again', () => {
    expect(lostBy({ tasks: { hiv: basic.tasks.hiv } })).toEqual([]);
  });

  it('sees another library model as the start', () => {
    const from = (model: string) =>
      planOf({ models: { adapted: { start: { kind: 'library', model } } } });
    expect(listLostRuns(from('one'), from('two'))).toHaveLength(4);
    expect(listLostRuns(from('one'), from('one'))).toEqual([]);
  });
});
