import type { Calibration } from '#core/domain/calibration.ts';
import type { EncoderConfiguration } from '#core/model/configuration.ts';
import { estimateWork, type MeasuredData } from '../execution/estimate-work.ts';
import { trainingOperationsPerToken } from '../execution/estimate-time.ts';
import { listRuns } from '../plan/list-runs.ts';
import type { Plan } from '../plan/plan-schema.ts';
import { countParameters } from './look-at-model.ts';
import type { CostOutlook } from './plan-outlook.ts';

const float32Bytes = 4;
/** Of a training under way: its weights and the two moments of AdamW. */
const statesOfTraining = 3;
/** Of the tokens of a calibration step, those whose loss is computed. */
const maskedFraction = 0.15;

export interface Costing {
  readonly plan: Plan;
  readonly data: MeasuredData;
  readonly encoders: ReadonlyMap<string, EncoderConfiguration>;
  readonly corpusBytes: number;
  readonly calibration: Calibration | null;
}

/** What a study would take, from the beginning; very roughly. */
export function estimateCost(costing: Costing): Omit<CostOutlook, 'freeBytes'> {
  return { ...estimateDuration(costing), roomBytes: estimateRoom(costing) };
}

function estimateDuration({
  plan,
  data,
  calibration,
}: Costing): Pick<CostOutlook, 'timeMs' | 'engine'> {
  const engine = plan.engine ?? calibration?.chosen ?? null;
  const outcome = calibration?.engines.find(({ name }) => name === engine)?.outcome;
  if (calibration === null || engine === null || outcome?.state !== 'measured') {
    return { timeMs: null, engine: null };
  }
  const { layers, hiddenSize, vocabularySize, tokens } = calibration.shape;
  const perToken = trainingOperationsPerToken({
    layers,
    hiddenSize,
    intermediateSize: 4 * hiddenSize,
    columns: tokens,
    headOutputsPerToken: maskedFraction * vocabularySize,
  });
  const work = listRuns(plan).reduce((sum, run) => sum + estimateWork(plan, run, data), 0);
  return { engine, timeMs: (1000 * work) / (outcome.tokensPerSecond * perToken) };
}

/** Weights that are kept, the largest state of a training under way, and text. */
function estimateRoom({ plan, encoders, corpusBytes }: Costing): number {
  const weightsOf = (name: string): number => {
    const encoder = encoders.get(name);
    return encoder === undefined ? 0 : float32Bytes * countParameters(encoder);
  };
  const names = Object.keys(plan.models);
  const kept = names.map((name) => {
    const { start, extendVocabulary, pretraining } = plan.models[name];
    const stages = [start.kind === 'checkpoint', extendVocabulary, pretraining].filter(Boolean);
    const folds = Object.values(plan.tasks).filter(({ keepModels }) => keepModels);
    const foldCount = folds.reduce((sum, task) => sum + task.folds, 0);
    return weightsOf(name) * (stages.length + foldCount);
  });
  const state =
    statesOfTraining * names.map(weightsOf).reduce((most, each) => Math.max(most, each), 0);
  return kept.reduce((sum, bytes) => sum + bytes, state + corpusBytes);
}
