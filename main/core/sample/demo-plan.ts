const adaptation = {
  epochs: 12,
  maxTokens: 64,
  batchSize: 16,
  accumulation: 1,
  learningRate: 1e-3,
};
const fineTuning = { folds: 5, maxTokens: 96, batchSize: 16, learningRate: 5e-4 };

/**
 * The plan of the demo: a tiny BERT from scratch on encyclopaedic sentences, the same adapted to
 * clinical text, both judged on Dutch notes and on Spanish entities. Paths are relative to the
 * sample data.
 */
export const demoPlan = {
  name: 'demo',
  description: 'Does adapting a tiny model to clinical text help? Synthetic data.',
  seed: 7,
  corpora: {
    general: { files: ['corpora/nl-general.txt', 'corpora/es-general.txt'] },
    clinical: { files: ['corpora/nl-clinical.txt', 'corpora/es-clinical.txt'] },
  },
  vocabularies: {
    words: { corpora: ['general', 'clinical'], size: 2000 },
  },
  models: {
    general: {
      start: {
        kind: 'scratch',
        vocabulary: 'words',
        layers: 2,
        hiddenSize: 128,
        heads: 2,
        intermediateSize: 512,
        maxPositions: 128,
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
      epochs: 6,
      ...fineTuning,
    },
    entities: {
      kind: 'entities',
      data: { format: 'bio', files: ['entities/es.tsv'] },
      epochs: 4,
      ...fineTuning,
    },
  },
  comparisons: [{ model: 'adapted', against: 'general' }],
} as const;
