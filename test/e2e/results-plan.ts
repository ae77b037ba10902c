const fineTuning = { maxTokens: 64, batchSize: 16, learningRate: 3e-3, epochs: 12 };

const notes = {
  kind: 'classification',
  data: {
    format: 'csv',
    files: ['notes/nl-hiv-test.csv'],
    idColumn: 'note_id',
    groupColumn: 'patient_id',
  },
  folds: 3,
  baselines: ['majority', 'tf-idf'],
  ...fineTuning,
};

/** A study of one model and baselines on both kinds of task, which is trained in seconds. */
export const resultsPlan = {
  name: 'judged',
  engine: 'onnx-cpu',
  seed: 7,
  corpora: { general: { files: ['corpora/nl-general.txt'] } },
  vocabularies: { words: { corpora: ['general'], size: 600 } },
  models: {
    small: {
      start: {
        kind: 'scratch',
        vocabulary: 'words',
        layers: 1,
        hiddenSize: 64,
        heads: 2,
        intermediateSize: 128,
        maxPositions: 64,
      },
    },
  },
  tasks: {
    'hiv-test': notes,
    entities: {
      kind: 'entities',
      data: { format: 'bio', files: ['entities/es.tsv'] },
      folds: 2,
      baselines: ['dictionary'],
      ...fineTuning,
    },
  },
  comparisons: [],
};

const withoutModels = {
  engine: 'onnx-cpu',
  corpora: {},
  vocabularies: {},
  models: {},
  comparisons: [],
};

/** Other studies of the same notes: in the same folds, in others, and of other labels. */
export const otherPlans = [
  { ...withoutModels, name: 'same-folds', seed: 7, tasks: { 'hiv-test': notes } },
  { ...withoutModels, name: 'other-folds', seed: 7, tasks: { 'hiv-test': { ...notes, folds: 4 } } },
  {
    ...withoutModels,
    name: 'other-labels',
    seed: 7,
    tasks: { 'hiv-test': { ...notes, labels: { 'offer-test': 'wanted' } } },
  },
];
