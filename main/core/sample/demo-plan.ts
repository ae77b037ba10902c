const pretraining = {
  epochs: 10,
  maxTokens: 64,
  batchSize: 8,
  accumulation: 1,
  learningRate: 5e-4,
  maskedFraction: 0.3,
  dropout: 0,
};

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
    words: { corpora: ['general', 'clinical'], size: 4000 },
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
        maxPositions: 192,
      },
      pretraining: { corpora: ['general'], ...pretraining },
    },
    adapted: {
      start: { kind: 'model', model: 'general' },
      pretraining: { corpora: ['clinical'], ...pretraining },
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
      baselines: ['majority', 'tf-idf'],
      folds: 5,
      finalModel: true,
      epochs: 12,
      batchSize: 8,
      maxTokens: 160,
      learningRate: 5e-4,
    },
    entities: {
      kind: 'entities',
      data: { format: 'bio', files: ['entities/es.tsv'] },
      baselines: ['dictionary'],
      folds: 5,
      epochs: 8,
      batchSize: 16,
      maxTokens: 96,
      learningRate: 5e-4,
    },
  },
  comparisons: [{ model: 'adapted', against: 'general' }],
} as const;
