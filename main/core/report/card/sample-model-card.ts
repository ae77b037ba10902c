import { sampleStudyResults } from '../sample-study-results.ts';
import type { ModelCard } from './model-card.ts';

/** A made-up model that was imported, pre-trained and fine-tuned, for tests. */
export function sampleModelCard(): ModelCard {
  const { judgements, measurements, recorded } = sampleStudyResults();
  const settings = recorded?.settings;
  const own = measurements.filter(
    ({ model, task, metric }) =>
      model === 'adapted' && task === 'negation' && metric.entityType === null,
  );
  const judged = judgements.find(({ task }) => task === 'negation');
  return {
    name: 'study/negation/adapted/final',
    createdAtMs: Date.UTC(2026, 10, 21, 9),
    head: 'sequence-classification',
    labels: ['absent', 'present'],
    family: 'bert',
    layerCount: 12,
    hiddenSize: 768,
    headCount: 12,
    maxTokens: 512,
    parameterCount: 110_000_000,
    pieceCount: 30_000,
    weightsSha256: 'ab'.repeat(32),
    lineage: [
      {
        ...{ step: 'imported', name: 'base', createdAtMs: Date.UTC(2026, 10, 1) },
        ...{ study: null, runId: null, sourceHash: 'cd'.repeat(32), languages: ['nl'], data: [] },
      },
      {
        ...{ step: 'pre-trained', name: 'adapted', createdAtMs: Date.UTC(2026, 10, 20) },
        ...{ study: 'study', runId: 'pretrain-1', sourceHash: null, languages: [] },
        data: [
          { name: 'notes', hash: 'ef'.repeat(32), size: { of: 'lines', count: 12_345 } },
          { name: 'letters', hash: '12'.repeat(32), size: null },
        ],
      },
    ],
    training: [
      {
        ...{ study: 'study', key: 'pretrain/adapted', runId: 'pretrain-1', engine: 'onnx-cpu' },
        ...{ startedAtMs: Date.UTC(2026, 10, 20), tookMs: 3_600_000 },
        configurationHash: '34'.repeat(32),
        seed: 42,
        pretraining: settings?.pretraining.adapted ?? null,
        fineTuning: null,
      },
    ],
    measuredOn: 'folds-alike',
    measured: [
      {
        study: 'study',
        task: 'negation',
        runs: [...Map.groupBy(own, ({ runId }) => runId)].map(([id, metrics]) => ({
          id,
          fold: metrics[0].fold,
          metrics: metrics.map(({ metric: { name, value } }) => ({
            name: name as ModelCard['measured'][number]['runs'][number]['metrics'][number]['name'],
            value,
          })),
        })),
        judgement:
          judged === undefined
            ? null
            : { ...judged, models: judged.models.filter(({ model }) => model === 'adapted') },
      },
    ],
    lastTests: [],
    releases: [],
    programVersion: '1.0.0',
  };
}
