import { expect, test } from 'vitest';
import { isAnamnesisError } from '#core/base/error.ts';
import { orderModels } from './check-references.ts';
import { readPlan } from './read-plan.ts';

const scratch = { kind: 'scratch', vocabulary: 'words' };
const minimal = {
  name: 'study',
  corpora: { notes: { files: ['notes.txt'] } },
  vocabularies: { words: { corpora: ['notes'] } },
  models: { general: { start: scratch } },
  tasks: { screen: { kind: 'classification', data: { format: 'csv', files: ['a.csv'] } } },
};
const read = (plan: object) => readPlan(JSON.stringify(plan), 'plan.json');
const failure = (plan: object | string) => {
  try {
    if (typeof plan === 'string') readPlan(plan, 'plan.json');
    else read(plan);
  } catch (error) {
    if (isAnamnesisError(error)) return error;
    throw error;
  }
  throw new Error('the plan was accepted');
};

test('fills what is left out with the values of the study', () => {
  const plan = read(minimal);
  expect(plan.tasks.screen).toMatchObject({ folds: 10, batchSize: 16, learningRate: 2e-5 });
  expect(plan.seed).toBe(42);
});

test('names an unknown key and its place', () => {
  const error = failure({ ...minimal, models: { general: { start: { ...scratch, layer: 3 } } } });
  expect(error.code).toBe('plan.invalid');
  expect(error.message).toContain('models.general.start');
  expect(error.message).toContain('layer');
});

test('says what names and choices there are', () => {
  const named = failure({ ...minimal, models: { BERTje: { start: scratch } } });
  expect(named.details.found).toMatch(/^models\.BERTje: Invalid name: expected lower-case letters/);
  const started = failure({ ...minimal, models: { general: { start: { kind: 'folder' } } } });
  expect(started.details.found).toBe(
    'models.general.start.kind: Invalid input: expected one of scratch, checkpoint, library, model',
  );
  const trained = { words: { algorithm: 'bpe', corpora: ['notes'] } };
  expect(failure({ ...minimal, vocabularies: trained }).details.found).toBe(
    'vocabularies.words.algorithm: Invalid input: expected one of wordpiece, byte-level-bpe',
  );
});

test('refuses what is not JSON, and says where', () => {
  const error = failure('{\n  "name": "study",\n}');
  expect(error.code).toBe('plan.not-json');
  expect(error.details.place).toBe('plan.json:3:1');
});

test('quotes nothing of a file that was named by mistake', () => {
  const error = failure('Mevrouw Jansen, bekend met hiv');
  expect(error.code).toBe('plan.not-json');
  expect(JSON.stringify([error.message, error.details])).not.toMatch(/Mevrouw|Jansen|hiv/);
});

test('refuses a name that is not defined and lists those that are', () => {
  const error = failure({ ...minimal, comparisons: [{ model: 'adapted', against: 'general' }] });
  expect(error.code).toBe('plan.unknown-name');
  expect(error.details.expected).toBe('one of general');
});

test('refuses a comparison that says nothing new', () => {
  const models = { general: { start: scratch }, adapted: { start: scratch } };
  const itself = { model: 'adapted', against: 'adapted' };
  const error = failure({ ...minimal, models, comparisons: [itself] });
  expect(error.code).toBe('plan.invalid');
  expect(error.details.found).toBe('adapted against adapted');
  const pair = { model: 'adapted', against: 'general' };
  for (const again of [pair, { model: 'general', against: 'adapted' }]) {
    const { found } = failure({ ...minimal, models, comparisons: [pair, again] }).details;
    expect(found).toBe(`${again.model} against ${again.against}, a second time`);
  }
  expect(read({ ...minimal, models, comparisons: [pair] }).comparisons).toEqual([pair]);
});

test('refuses models that descend from each other', () => {
  const error = failure({
    ...minimal,
    models: {
      a: { start: { kind: 'model', model: 'b' } },
      b: { start: { kind: 'model', model: 'a' } },
    },
  });
  expect(error.code).toBe('plan.circular');
});

test('refuses a text column as label column: texts would become names of classes', () => {
  const data = { format: 'csv', files: ['a.csv'], textColumn: 'note', labelColumn: 'note' };
  const error = failure({ ...minimal, tasks: { screen: { kind: 'classification', data } } });
  expect(error.code).toBe('plan.invalid');
  expect(error.details.place).toContain('tasks.screen');
});

test('refuses heads that do not divide the hidden size', () => {
  const error = failure({
    ...minimal,
    models: { general: { start: { ...scratch, hiddenSize: 100, heads: 3 } } },
  });
  expect(error.details.found).toBe('hiddenSize 100 and 3 heads');
});

test('trains WordPiece vocabularies unless a plan asks for byte-level BPE', () => {
  const bytes = { algorithm: 'byte-level-bpe', corpora: ['notes'] };
  const { vocabularies } = read({ ...minimal, vocabularies: { ...minimal.vocabularies, bytes } });
  expect(vocabularies.words).toMatchObject({ algorithm: 'wordpiece', limitAlphabet: 1000 });
  expect(vocabularies.bytes).toEqual({ ...bytes, size: 8000, minFrequency: 2 });
});

test.each([
  ['what only WordPiece has', { lowercase: true }, 'lowercase'],
  ['a size that does not hold the bytes', { size: 260 }, 'vocabularies.bytes.size'],
  ['an algorithm that is none', { algorithm: 'unigram' }, 'vocabularies.bytes.algorithm'],
])('refuses for a byte-level vocabulary %s', (_, changes, place) => {
  const bytes = { algorithm: 'byte-level-bpe', corpora: ['notes'], ...changes };
  const error = failure({ ...minimal, vocabularies: { ...minimal.vocabularies, bytes } });
  expect(error.code).toBe('plan.invalid');
  expect(error.message).toContain(place);
});

test('extends the vocabulary of a model that starts with weights, on corpora of the plan', () => {
  const start = { kind: 'checkpoint', folder: 'bert' };
  const extended = (extendVocabulary: object) => ({
    ...minimal,
    models: { wide: { start, extendVocabulary } },
  });
  expect(read(extended({ corpora: ['notes'] })).models.wide.extendVocabulary).toEqual({
    corpora: ['notes'],
    tokens: 1000,
    minFrequency: 5,
  });
  expect(failure(extended({ corpora: ['letters'] })).code).toBe('plan.unknown-name');
  expect(failure(extended({ corpora: ['notes'], tokens: 0 })).code).toBe('plan.invalid');
  expect(failure(extended({ corpora: [] })).code).toBe('plan.invalid');
});

test('refuses to extend a vocabulary that the plan trains itself', () => {
  const extendVocabulary = { corpora: ['notes'] };
  const child = { start: { kind: 'model', model: 'general' }, extendVocabulary };
  for (const models of [
    { general: { start: scratch, extendVocabulary } },
    { general: { start: scratch }, child },
  ]) {
    const error = failure({ ...minimal, models });
    expect(error.code).toBe('plan.invalid');
    expect(error.details.remedy).toContain('vocabularies.words');
  }
  const general = { start: scratch, pretraining: { corpora: ['notes'] } };
  expect(read({ ...minimal, models: { general, child } }).models.child).toMatchObject(child);
});

test('orders parents before children', () => {
  const plan = read({
    ...minimal,
    models: {
      adapted: { start: { kind: 'model', model: 'general' } },
      general: { start: scratch },
    },
  });
  expect(orderModels(plan)).toEqual(['general', 'adapted']);
});
