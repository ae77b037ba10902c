import type { Calibration } from '#core/domain/calibration.ts';
import type { EncoderConfiguration } from '#core/model/configuration.ts';
import { usualCharactersPerToken } from '../execution/characters-per-token.ts';
import { costPerToken, estimateWork, type MeasuredData } from '../execution/estimate-work.ts';
import { sizeEncoder, type ModelSize } from '../execution/model-sizes.ts';
import { countFolds } from '../plan/count-folds.ts';
import { listRuns } from '../plan/list-runs.ts';
import type { Plan } from '../plan/plan-schema.ts';
import { countParameters } from './look-at-model.ts';
import type { CostOutlook } from './plan-outlook.ts';

const float32Bytes = 4;
/** Of a training under way: its weights, the two moments of AdamW, and what a pre-training sets aside. */
const statesOfTraining = 4;
/** Of the tokens of a calibration step, those whose loss is computed. */
const maskedFraction = 0.15;

/** BERT-base, for models that are not there to be looked into. */
const baseSize: ModelSize = {
  layers: 12,
  hiddenSize: 768,
  intermediateSize: 3072,
  maxTokens: 512,
  vocabularySize: 100_000,
  tokenizer: null,
};

export interface Costing {
  readonly plan: Plan;
  readonly data: MeasuredData;
  readonly encoders: ReadonlyMap<string, EncoderConfiguration>;
  readonly corpusBytes: number;
  readonly calibration: Calibration | null;
}

/** What a study would take, from the beginning; very roughly. */
export function estimateCost(
  costing: Costing,
): Pick<CostOutlook, 'timeMs' | 'engine' | 'roomBytes'> {
  return { ...estimateDuration(costing), roomBytes: estimateRoom(costing) };
}

function estimateDuration(costing: Costing): Pick<CostOutlook, 'timeMs' | 'engine'> {
  const { plan, calibration } = costing;
  const engine = plan.engine ?? calibration?.chosen ?? null;
  const outcome = calibration?.engines.find(({ name }) => name === engine)?.outcome;
  if (calibration === null || engine === null || outcome?.state !== 'measured') {
    return { timeMs: null, engine: null };
  }
  const { layers, hiddenSize, vocabularySize, tokens } = calibration.shape;
  const perToken = costPerToken(
    { layers, hiddenSize, intermediateSize: 4 * hiddenSize },
    { columns: tokens, headOutputsPerToken: maskedFraction * vocabularySize },
  );
  return { engine, timeMs: (1000 * sumWork(costing)) / (outcome.tokensPerSecond * perToken) };
}

/** Of all training; vocabularies take seconds, which do not matter here. */
function sumWork({ plan, data, encoders }: Costing): number {
  const checkpoints = new Map(
    Object.keys(plan.models).map((name) => {
      const encoder = encoders.get(name);
      return [name, encoder === undefined ? baseSize : sizeEncoder(encoder, null)];
    }),
  );
  const known = { checkpoints, tokenizers: new Map<string, never>() };
  const sources = { plan, data, known, charactersPerToken: usualCharactersPerToken };
  return listRuns(plan)
    .filter(({ kind }) => kind !== 'vocabulary')
    .reduce((sum, run) => sum + estimateWork(run, sources).amount, 0);
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
    // Its best and its last state.
    const bestCount = pretraining !== undefined && plan.heldOut !== undefined ? 1 : 0;
    const folds = Object.values(plan.tasks).filter(({ keepModels }) => keepModels);
    const foldCount = folds.reduce((sum, task) => sum + countFolds(task), 0);
    return weightsOf(name) * (stages.length + bestCount + foldCount);
  });
  const state =
    statesOfTraining * names.map(weightsOf).reduce((most, each) => Math.max(most, each), 0);
  return kept.reduce((sum, bytes) => sum + bytes, state + corpusBytes);
}
