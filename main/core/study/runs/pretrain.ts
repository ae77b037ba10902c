import { AnamnesisError, isAnamnesisError } from '#core/base/error.ts';
import type { HeldOutSummary, TrainingSummary } from '#core/domain/run-summaries.ts';
import { languageModelHead } from '#core/model/checkpoint/weight-names.ts';
import { maxTokensOf } from '#core/model/configuration.ts';
import { copyWeights } from '#core/training/copy-weights.ts';
import { train } from '#core/training/loop.ts';
import {
  askHeldOut,
  type HeldOutQuestions,
  type MaskedLine,
} from '#core/training/held-out-questions.ts';
import { sumCrossEntropies } from '#core/training/measure-held-out.ts';
import { PretrainingCompanion } from '#core/training/pretraining-companion.ts';
import { type CorpusRows } from '#core/training/corpus-weights.ts';
import { singleRows } from '#core/training/single-rows.ts';
import { packRows, type PackedRow } from '#core/training/pack-rows.ts';
import { type PretrainingData, pretrainingData } from '#core/training/pretraining-data.ts';
import { logTokenFrequencies } from '#core/training/token-frequencies.ts';
import type { Predictor, TargetBatch } from '#core/training/ports.ts';
import { listContinuations } from '#core/tokenise/list-continuations.ts';
import type { Tokenizer } from '#core/tokenise/tokenizer.ts';
import type { Advance, CountedLines } from '#core/base/advance.ts';
import { fillParameters, type ModelState } from '#core/library/model-state.ts';
import { RunStopped } from '../effects/run-stopped.ts';
import type { HeldOutPlan, PretrainingPlan } from '../plan/plan-schema.ts';
import type { Divergence } from '#core/training/watch-loss.ts';
import { TrainingDiverged } from './training-diverged.ts';
import { predictUntilStopped, type RunEffects } from './run-effects.ts';
import { toLoopSettings, toOptimiser } from './training-settings.ts';

/** Rows kept out of training to measure what was learned: one in 50, at most 64. */
const heldOutShare = 50;
const heldOutMax = 64;

const predictionBias = 'cls.predictions.bias';

export interface PretrainingOutcome {
  readonly model: ModelState;
  readonly training: TrainingSummary;
  /** The state that is not `model`: its last where that is its best, its best where that is its last. */
  readonly other: { readonly point: 'best' | 'last'; readonly model: ModelState } | null;
  /** Left out where the plan holds nothing out. */
  readonly heldOut?: HeldOutSummary;
  /** Mean cross-entropy at masked tokens of text that was not trained on, before and after. */
  readonly heldOutLossBefore: number | null;
  readonly heldOutLossAfter: number | null;
  readonly rowCount: number;
  /** Tokens of each corpus, special tokens not counted (Table 1 of the reference study). */
  readonly tokensOfCorpus: Readonly<Record<string, number>>;
  /** Tokens of each corpus that were trained on, over all epochs, special tokens not counted. */
  readonly seenOfCorpus: Readonly<Record<string, number>>;
}

/** One corpus to train on. */
export interface PretrainingSource extends CountedLines {
  readonly name: string;
}

/**
 * Goes on with the masked-language-model training of a model on one or more corpora.
 * @throws corpus.empty, RunStopped, TrainingDiverged
 */
export async function pretrain(
  start: ModelState,
  sources: readonly PretrainingSource[],
  options: {
    plan: PretrainingPlan;
    seed: number;
    effects: RunEffects;
    heldOut?: HeldOutText | null;
  },
): Promise<PretrainingOutcome> {
  const { plan, seed, effects, heldOut = null } = options;
  const { tokenizer, encoder } = start;
  const maxTokens = Math.min(plan.maxTokens, maxTokensOf(encoder));
  const packing = { tokenizer, maxTokens, rows: plan.rows ?? 'packed', advance: effects.advance };
  const { rows, tokensOfCorpus, rowsOfCorpus } = await packSources(sources, packing);
  const everyFiftieth = rows.filter((_, index) => index % heldOutShare === heldOutShare - 1);
  const heldOutRows = new Set(heldOut === null ? everyFiftieth.slice(0, heldOutMax) : []);
  const trainRows = rows.filter((row) => !heldOutRows.has(row));
  const vocabulary = {
    size: tokenizer.vocabularySize,
    maskId: tokenizer.special.mask,
    specialIds: tokenizer.specialIds,
    continuations: plan.wholeWords ? listContinuations(tokenizer) : null,
  };
  const corpora = countTrained(rowsOfCorpus, heldOutRows, tokenizer);
  const settings = {
    ...plan,
    epochCount: plan.epochs,
    seed,
    ...(plan.rows === 'lines' ? { paddingId: tokenizer.special.padding } : {}),
    ...(plan.weighting === undefined || plan.weighting === 'size'
      ? {}
      : { weighted: { corpora: [...corpora.values()], weighting: plan.weighting } }),
  };
  const data = pretrainingData(trainRows, vocabulary, settings);
  const questions = [
    ...pretrainingData([...heldOutRows], vocabulary, {
      ...plan,
      seed,
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
    const stateWith = (weights: ReadonlyMap<string, Float32Array>): ModelState => ({
      ...start,
      weights,
      labels: null,
      storedId: null,
    });
    const diverged = (divergence: Divergence): TrainingDiverged => {
      const good = companion.setAside;
      const kept = good && { step: good.step, model: stateWith(good.weights) };
      return new TrainingDiverged(divergence, kept);
    };
    const companion: PretrainingCompanion = new PretrainingCompanion({
      questions: heldOut === null ? null : askAll(heldOut, start),
      paddingId: tokenizer.special.padding,
      vocabularySize: tokenizer.vocabularySize,
      points: heldOut?.plan.points ?? 0,
      patience: plan.patience ?? null,
      predictorOf: (asked) => predictUntilStopped(asked, effects),
      onMeasured: effects.onHeldOut,
      errorOf: (divergence) => diverged(divergence),
    });
    const heldOutLossBefore = await meanLoss(predictor, questions);
    const training = await train(session, data, {
      settings: toLoopSettings(plan, seed),
      effects: { ...effects, companion },
    }).catch((error: unknown) => {
      // Of the engine, whose gradients are no numbers: nothing was changed by this update.
      if (!isAnamnesisError(error, 'training.diverged')) throw error;
      throw diverged({ step: companion.step + 1, before: null, after: null });
    });
    if (!training.completed) throw new RunStopped();
    const last = stateWith(copyWeights(await session.readParameters()));
    const measured = summariseHeldOut(companion, training, plan.use ?? 'best');
    const best = measured === null ? null : companion.setAside;
    const isBestLast = best === null || best.step === training.stepCount;
    const isBestUsed = measured?.used === 'best' && !isBestLast;
    return {
      model: isBestUsed ? stateWith(best.weights) : last,
      other: isBestLast
        ? null
        : isBestUsed
          ? { point: 'last', model: last }
          : { point: 'best', model: stateWith(best.weights) },
      training,
      ...(measured === null ? {} : { heldOut: measured }),
      heldOutLossBefore: measured?.points.find(({ step }) => step === 0)?.loss ?? heldOutLossBefore,
      heldOutLossAfter:
        measured?.points.find(({ step }) => step === measured.usedStep)?.loss ??
        (await meanLoss(predictor, questions)),
      rowCount: rows.length,
      seenOfCorpus: countSeen(data, trainRows, {
        stepCount: training.stepCount,
        rowsPerStep: plan.batchSize * plan.accumulation,
        corpora,
        tokenizer,
      }),
      tokensOfCorpus,
    };
  } finally {
    await session.dispose();
  }
}

/** The held-out text of the corpora of a training, and how it is measured. */
export interface HeldOutText {
  /** By corpus. */
  readonly lines: ReadonlyMap<string, readonly MaskedLine[]>;
  readonly plan: HeldOutPlan;
}

/** By corpus; one of which the vocabulary knows no masked word has nothing to be asked. */
export function askAll(
  { lines, plan }: HeldOutText,
  { tokenizer, encoder }: Pick<ModelState, 'tokenizer' | 'encoder'>,
): Map<string, HeldOutQuestions> {
  const maxTokens = Math.min(plan.maxTokens, maxTokensOf(encoder));
  const asked = Array.from(lines, ([corpus, masked]) => {
    return [corpus, askHeldOut(masked, { tokenizer, maxTokens })] as const;
  });
  return new Map(asked.filter(([, { tokenCount }]) => tokenCount > 0));
}

/** Null where nothing was measured. */
function summariseHeldOut(
  { points, setAside, hasEndedEarly }: PretrainingCompanion,
  { stepCount }: TrainingSummary,
  use: 'best' | 'last',
): HeldOutSummary | null {
  if (points.length === 0 || setAside === null) return null;
  const bestStep = setAside.step;
  const usedStep = use === 'best' ? bestStep : stepCount;
  return { points, bestStep, usedStep, used: use, endedEarly: hasEndedEarly };
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
    rows: layout,
    advance,
  }: {
    readonly tokenizer: Tokenizer;
    readonly maxTokens: number;
    readonly rows: 'packed' | 'lines';
    readonly advance: Advance;
  },
): Promise<{
  rows: PackedRow[];
  tokensOfCorpus: Record<string, number>;
  rowsOfCorpus: ReadonlyMap<string, readonly PackedRow[]>;
}> {
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
  const rowsOfCorpus = new Map<string, PackedRow[]>();
  const layOut = layout === 'packed' ? packRows : singleRows;
  for (const { name, lines, lineCount } of sources) {
    const ofCorpus: PackedRow[] = [];
    rowsOfCorpus.set(name, ofCorpus);
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
    for (const row of layOut(encoded(), settings)) {
      if (row.ids.some(isKnown)) {
        rows.push(row);
        ofCorpus.push(row);
      }
      if (--untilPause > 0) continue;
      untilPause = rowsPerTurn;
      await advance(`cutting ${name} into tokens`, taken, lineCount);
    }
  }
  if (rows.length > 0) return { rows, tokensOfCorpus, rowsOfCorpus };
  throw new AnamnesisError('corpus.empty', {
    expected: 'text to train on',
    found: 'corpora that yield no token but unknown ones',
    remedy: 'Name other corpora, or a vocabulary that knows their letters.',
  });
}

/** Of a row, without those that stand between lines and around them. */
function countTokens({ ids, length }: PackedRow, { special }: Tokenizer): number {
  let count = 0;
  for (const id of ids.subarray(0, length)) {
    if (id !== special.classification && id !== special.separator) count++;
  }
  return count;
}

/** The rows of each corpus that are trained on, in their order, and the tokens in them. */
function countTrained(
  rowsOfCorpus: ReadonlyMap<string, readonly PackedRow[]>,
  heldOut: ReadonlySet<PackedRow>,
  tokenizer: Tokenizer,
): Map<string, CorpusRows> {
  return new Map(
    Array.from(rowsOfCorpus, ([name, rows]) => {
      const trained = rows.filter((row) => !heldOut.has(row));
      const tokenCount = trained.reduce((sum, row) => sum + countTokens(row, tokenizer), 0);
      return [name, { rowCount: trained.length, tokenCount }];
    }),
  );
}

/** What the updates of a training have read of each corpus: it follows from their number. */
function countSeen(
  data: PretrainingData,
  rows: readonly PackedRow[],
  of: {
    readonly stepCount: number;
    readonly rowsPerStep: number;
    readonly corpora: ReadonlyMap<string, CorpusRows>;
    readonly tokenizer: Tokenizer;
  },
): Record<string, number> {
  const { stepCount, rowsPerStep, corpora, tokenizer } = of;
  const names = [...corpora.keys()];
  const corpusOfRow = [...corpora.values()].flatMap(({ rowCount }, corpus) =>
    new Array<number>(rowCount).fill(corpus),
  );
  const seen = names.map(() => 0);
  for (let epoch = 0; epoch * data.stepsPerEpoch < stepCount; epoch++) {
    const steps = Math.min(data.stepsPerEpoch, stepCount - epoch * data.stepsPerEpoch);
    for (const row of data.orderOf(epoch).subarray(0, steps * rowsPerStep)) {
      seen[corpusOfRow[row]] += countTokens(rows[row], tokenizer);
    }
  }
  return Object.fromEntries(names.map((name, corpus) => [name, seen[corpus]]));
}

/** Mean cross-entropy (natural logarithm) over all targets of the batches; null without any. */
async function meanLoss(
  predictor: Predictor,
  batches: readonly TargetBatch[],
): Promise<number | null> {
  let sum = 0;
  let count = 0;
  for (const batch of batches) {
    sum += sumCrossEntropies(await predictor.predict(batch), batch.labels);
    count += batch.labels.length;
  }
  return count === 0 ? null : sum / count;
}
