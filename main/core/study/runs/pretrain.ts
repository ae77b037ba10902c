import { AnamnesisError } from '#core/base/error.ts';
import type { TrainingSummary } from '#core/domain/run-summaries.ts';
import { languageModelHead } from '#core/model/checkpoint/weight-names.ts';
import { maxTokensOf } from '#core/model/configuration.ts';
import { train } from '#core/training/loop.ts';
import { packRows, type PackedRow } from '#core/training/pack-rows.ts';
import { pretrainingData } from '#core/training/pretraining-data.ts';
import { logTokenFrequencies } from '#core/training/token-frequencies.ts';
import type { Predictor, TargetBatch } from '#core/training/ports.ts';
import { listContinuations } from '#core/tokenise/list-continuations.ts';
import type { Tokenizer } from '#core/tokenise/tokenizer.ts';
import type { Advance, CountedLines } from '#core/base/advance.ts';
import { copyWeights, fillParameters, type ModelState } from '#core/library/model-state.ts';
import { RunStopped } from '../effects/run-stopped.ts';
import type { PretrainingPlan } from '../plan/plan-schema.ts';
import { predictUntilStopped, type RunEffects } from './run-effects.ts';
import { toLoopSettings, toOptimiser } from './training-settings.ts';

/** Rows kept out of training to measure what was learned: one in 50, at most 64. */
const heldOutShare = 50;
const heldOutMax = 64;

const predictionBias = 'cls.predictions.bias';

export interface PretrainingOutcome {
  readonly model: ModelState;
  readonly training: TrainingSummary;
  /** Mean cross-entropy at masked tokens of rows that were not trained on, before and after. */
  readonly heldOutLossBefore: number | null;
  readonly heldOutLossAfter: number | null;
  readonly rowCount: number;
  /** Tokens of each corpus, special tokens not counted (Table 1 of the reference study). */
  readonly tokensOfCorpus: Readonly<Record<string, number>>;
}

/** One corpus to train on. */
export interface PretrainingSource extends CountedLines {
  readonly name: string;
}

/**
 * Goes on with the masked-language-model training of a model on one or more corpora.
 * @throws corpus.empty, RunStopped
 */
export async function pretrain(
  start: ModelState,
  sources: readonly PretrainingSource[],
  options: { plan: PretrainingPlan; seed: number; effects: RunEffects },
): Promise<PretrainingOutcome> {
  const { plan, seed, effects } = options;
  const { tokenizer, encoder } = start;
  const maxTokens = Math.min(plan.maxTokens, maxTokensOf(encoder));
  const packing = { tokenizer, maxTokens, advance: effects.advance };
  const { rows, tokensOfCorpus } = await packSources(sources, packing);
  const heldOut = rows.filter((_, index) => index % heldOutShare === heldOutShare - 1);
  const heldOutRows = new Set(heldOut.slice(0, heldOutMax));
  const trainRows = rows.filter((row) => !heldOutRows.has(row));
  const vocabulary = {
    size: tokenizer.vocabularySize,
    maskId: tokenizer.special.mask,
    specialIds: tokenizer.specialIds,
    continuations: plan.wholeWords ? listContinuations(tokenizer) : null,
  };
  const settings = { ...plan, epochCount: plan.epochs, seed };
  const data = pretrainingData(trainRows, vocabulary, settings);
  const questions = [
    ...pretrainingData([...heldOutRows], vocabulary, {
      ...settings,
      epochCount: 1,
      accumulation: 1,
    }).steps(0),
  ].flat();

  const session = await effects.runtime.open({
    encoder,
    head: languageModelHead(start.weights ?? new Map()),
    optimiser: toOptimiser(plan),
    dropoutRate: plan.dropout,
  });
  try {
    await session.writeParameters((parameters) => {
      fillParameters(parameters, start, seed);
      if (start.weights === null) {
        const bias = parameters.find(({ name }) => name === predictionBias);
        bias?.values.set(logTokenFrequencies(trainRows, vocabulary));
      }
    });
    const predictor = predictUntilStopped(session, effects);
    const heldOutLossBefore = await meanLoss(predictor, questions);
    const training = await train(session, data, {
      settings: toLoopSettings(plan, seed),
      effects,
    });
    if (!training.completed) throw new RunStopped();
    return {
      model: {
        ...start,
        weights: copyWeights(await session.readParameters()),
        labels: null,
        storedId: null,
      },
      training,
      heldOutLossBefore,
      heldOutLossAfter: await meanLoss(predictor, questions),
      rowCount: rows.length,
      tokensOfCorpus,
    };
  } finally {
    await session.dispose();
  }
}

/** Rows packed between two pauses: some milliseconds of work. */
const rowsPerTurn = 32;

/**
 * Rows never mix corpora, so that each ends where its text ends. One in which the vocabulary knows
 * nothing is left out: there is nothing to mask.
 */
async function packSources(
  sources: readonly PretrainingSource[],
  {
    tokenizer,
    maxTokens,
    advance,
  }: { readonly tokenizer: Tokenizer; readonly maxTokens: number; readonly advance: Advance },
): Promise<{ rows: PackedRow[]; tokensOfCorpus: Record<string, number> }> {
  const { classification, separator, padding } = tokenizer.special;
  const isKnown = (id: number) => !tokenizer.specialIds.has(id);
  const settings = {
    maxTokens,
    classificationId: classification,
    separatorId: separator,
    paddingId: padding,
  };
  const tokensOfCorpus: Record<string, number> = {};
  const rows: PackedRow[] = [];
  for (const { name, lines, lineCount } of sources) {
    tokensOfCorpus[name] = 0;
    let taken = 0;
    function* encoded() {
      for (const line of lines) {
        const { ids } = tokenizer.encode(line);
        tokensOfCorpus[name] += ids.length;
        taken++;
        yield ids;
      }
    }
    let untilPause = rowsPerTurn;
    for (const row of packRows(encoded(), settings)) {
      if (row.ids.some(isKnown)) rows.push(row);
      if (--untilPause > 0) continue;
      untilPause = rowsPerTurn;
      await advance(`cutting ${name} into tokens`, taken, lineCount);
    }
  }
  if (rows.length > 0) return { rows, tokensOfCorpus };
  throw new AnamnesisError('corpus.empty', {
    expected: 'text to train on',
    found: 'corpora that yield no token but unknown ones',
    remedy: 'Name other corpora, or a vocabulary that knows their letters.',
  });
}

/** Mean cross-entropy (natural logarithm) over all targets of the batches; null without any. */
async function meanLoss(
  predictor: Predictor,
  batches: readonly TargetBatch[],
): Promise<number | null> {
  let sum = 0;
  let count = 0;
  for (const batch of batches) {
    const logits = await predictor.predict(batch);
    const classCount = logits.length / batch.positions.length;
    batch.labels.forEach((label, target) => {
      const row = logits.subarray(target * classCount, (target + 1) * classCount);
      sum += logSumExp(row) - row[label];
      count++;
    });
  }
  return count === 0 ? null : sum / count;
}

function logSumExp(values: Float32Array): number {
  let largest = -Infinity;
  for (const value of values) largest = Math.max(largest, value);
  let sum = 0;
  for (const value of values) sum += Math.exp(value - largest);
  return largest + Math.log(sum);
}
