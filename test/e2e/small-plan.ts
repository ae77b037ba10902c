const adaptation = { epochs: 24, maxTokens: 32, batchSize: 4, accumulation: 1, learningRate: 1e-3 };
const fineTuning = { maxTokens: 64, batchSize: 8, learningRate: 1e-3 };

/**
 * A study that is whole, so small that a browser can watch all of it, and long enough to be stopped
 * on a busy machine. Paths: the sample data.
 */
export const smallPlan = {
  name: 'window-test',
  seed: 7,
  corpora: {
    general: { files: ['corpora/nl-general.txt'] },
    clinical: { files: ['corpora/nl-clinical.txt'] },
  },
  vocabularies: { words: { corpora: ['general', 'clinical'], size: 600 } },
  models: {
    general: {
      start: {
        kind: 'scratch',
        vocabulary: 'words',
        layers: 1,
        hiddenSize: 64,
        heads: 2,
        intermediateSize: 128,
        maxPositions: 64,
      },
      pretraining: { corpora: ['general'], ...adaptation },
    },
    adapted: {
      start: { kind: 'model', model: 'general' },
      pretraining: { corpora: ['clinical'], ...adaptation },
    },
  },
  tasks: {
    'hiv-test': {
      kind: 'classification',
      data: {
        format: 'csv',
        files: ['notes/nl-hiv-test.csv'],
        idColumn: 'note_id',
        groupColumn: 'patient_id',
      },
      epochs: 8,
      folds: 5,
      ...fineTuning,
    },
    entities: {
      kind: 'entities',
      data: { format: 'bio', files: ['entities/es.tsv'] },
      epochs: 8,
      folds: 2,
      ...fineTuning,
    },
  },
  comparisons: [{ model: 'adapted', against: 'general' }],
};
