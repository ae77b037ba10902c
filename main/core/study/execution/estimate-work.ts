import type { CharactersPerToken } from './characters-per-token.ts';
import type { RunWork } from './estimate-time.ts';
import { sizeModel, type KnownSizes, type ModelSize } from './model-sizes.ts';
import { hasOwnBeginning } from '../plan/has-own-beginning.ts';
import type { PlannedRun } from '../plan/planned-run.ts';
import type { Plan } from '../plan/plan-schema.ts';

type Shape = Pick<ModelSize, 'layers' | 'hiddenSize' | 'intermediateSize'>;

/** How much text there is, by the names of the plan. */
export interface MeasuredData {
  readonly corpora: ReadonlyMap<string, { readonly characterCount: number }>;
  readonly tasks: ReadonlyMap<string, MeasuredTask>;
}

export interface MeasuredTask {
  /** Characters of each note or sentence that was read. */
  readonly lengths: readonly number[];
  /** How much of the task was read, from above 0 to 1. */
  readonly seenShare: number;
}

/** What a token costs beside the model. */
interface TokenSurroundings {
  /** Width of the rows; attention grows with it. */
  readonly columns: number;
  /** Targets per token times classes per target: the cost of the head. */
  readonly headOutputsPerToken: number;
}

/**
 * What lies between the products of matrices costs as if a model were as much wider: the larger a
 * model, the less it matters. From the pre-training steps of docs/performance.md, on which it makes
 * models of 2 layers of 128 to 12 of 768 work alike fast to a tenth.
 */
const widthBetweenProducts = 64;

/**
 * Operations to train on one token: forward once, backward twice (Kaplan et al. 2020, section 2.1,
 * with attention and the head added).
 */
export function trainingOperationsPerToken(
  { layers, hiddenSize, intermediateSize }: Shape,
  { columns, headOutputsPerToken }: TokenSurroundings,
): number {
  const matrices = 4 * hiddenSize * hiddenSize + 2 * hiddenSize * intermediateSize;
  const attention = 2 * columns * hiddenSize;
  return 6 * (layers * (matrices + attention) + headOutputsPerToken * hiddenSize);
}

/** What a token costs to train on: operations, with what lies between them. */
export function costPerToken(size: Shape, surroundings: TokenSurroundings): number {
  return (
    trainingOperationsPerToken(size, surroundings) * (1 + widthBetweenProducts / size.hiddenSize)
  );
}

/** What the work of runs is estimated from. */
export interface WorkSources {
  readonly plan: Plan;
  readonly data: MeasuredData;
  readonly known: KnownSizes;
  readonly charactersPerToken: Pick<CharactersPerToken, 'ofCorpus' | 'ofTask'>;
}

const noWork = { size: 1, amount: 0, steppedAmount: 0 };

/** How much a run has to do, roughly. */
export function estimateWork(run: PlannedRun, sources: WorkSources): RunWork {
  switch (run.kind) {
    case 'vocabulary':
      return vocabularyWork(run, sources);
    case 'pretraining':
      return pretrainingWork(run, sources);
    case 'perplexity':
      return perplexityWork(run, sources);
    case 'baseline':
      return { kind: run.kind, like: run.key, ...noWork };
    case 'fine-tuning':
    case 'final':
      return fineTuningWork(run, sources);
    case 'transfer':
    case 'zero-shot':
    case 'few-shot':
      return transferWork(run, sources);
  }
}

/** In characters: those that are counted, and those that are cut with the new vocabulary. */
function vocabularyWork(run: PlannedRun, { plan, data }: WorkSources): RunWork {
  const { kind, vocabulary, model } = run;
  const source =
    vocabulary === null ? plan.models[model ?? ''].extendVocabulary : plan.vocabularies[vocabulary];
  const counted = charactersOf(data, source?.corpora ?? []);
  const amount = counted + charactersOf(data, [...data.corpora.keys()]);
  const like = vocabulary === null ? 'extension' : plan.vocabularies[vocabulary].algorithm;
  return { kind, like, size: 1, amount, steppedAmount: 0 };
}

function pretrainingWork({ kind, key, model }: PlannedRun, sources: WorkSources): RunWork {
  const { plan, data, known, charactersPerToken } = sources;
  const pretraining = plan.models[model ?? ''].pretraining;
  const size = sizeModel(plan, model ?? '', known);
  if (pretraining === undefined || size === null) return { kind, like: key, ...noWork };
  const cost = costPerToken(size, {
    columns: Math.min(pretraining.maxTokens, size.maxTokens),
    headOutputsPerToken: pretraining.maskedFraction * size.vocabularySize,
  });
  const tokens = pretraining.corpora.reduce(
    (sum, name) =>
      sum + charactersOf(data, [name]) / charactersPerToken.ofCorpus(name, size.tokenizer),
    0,
  );
  const points = plan.heldOut === undefined ? 0 : plan.heldOut.points + 1;
  const measuring = points * measuringAmount(size, pretraining.corpora, sources);
  // Measured between updates, so that their share of the updates is that of the whole.
  const amount = pretraining.epochs * tokens * cost + measuring;
  return { kind, like: key, size: cost, amount, steppedAmount: amount };
}

function perplexityWork({ kind, key, model }: PlannedRun, sources: WorkSources): RunWork {
  const { plan, data, known } = sources;
  const size = sizeModel(plan, model ?? '', known);
  if (size === null) return { kind, like: key, ...noWork };
  const stages = hasOwnBeginning(plan, model ?? '') ? 2 : 1;
  const amount = stages * measuringAmount(size, [...data.corpora.keys()], sources);
  return { kind, like: key, size: measuringCost(size, plan), amount, steppedAmount: 0 };
}

/** Of European languages, with the space after it. */
const charactersPerWord = 6;
/** As held-out text is asked for. */
const askedShare = 0.15;

/** Predicting goes forward only: a third of training. */
function measuringCost(size: ModelSize, { heldOut }: Plan): number {
  const columns = Math.min(heldOut?.maxTokens ?? size.maxTokens, size.maxTokens);
  return costPerToken(size, { columns, headOutputsPerToken: askedShare * size.vocabularySize }) / 3;
}

/** To measure a model once on the held-out text of some corpora. */
function measuringAmount(
  size: ModelSize,
  corpora: readonly string[],
  { plan, data, charactersPerToken }: WorkSources,
): number {
  const { heldOut } = plan;
  if (heldOut === undefined) return 0;
  const tokens = corpora.reduce((sum, name) => {
    const held = heldOut.fraction * charactersOf(data, [name]);
    const read = Math.min(held, charactersPerWord * heldOut.words);
    return sum + read / charactersPerToken.ofCorpus(name, size.tokenizer);
  }, 0);
  return tokens * measuringCost(size, plan);
}

function fineTuningWork({ kind, model, task, fold }: PlannedRun, sources: WorkSources): RunWork {
  if (task === null) return { kind, like: '', ...noWork };
  const { folds, epochs } = sources.plan.tasks[task];
  const testShare = kind === 'final' ? 0 : 1 / folds;
  return labelledWork(
    { kind, task, model },
    { passes: epochs * (1 - testShare), testShare, isFirstFold: fold === 0 },
    sources,
  );
}

/** The source is learned whole; on the target, few examples are learned and one fold is tested. */
function transferWork(run: PlannedRun, sources: WorkSources): RunWork {
  const { kind, model, transfer: step } = run;
  const { plan, data } = sources;
  const transfer = plan.transfers?.[step?.name ?? ''];
  if (step === undefined || transfer === undefined || isLearnedWithoutModel(plan, model)) {
    return { kind, like: run.key, ...noWork };
  }
  const { source, target, fewShot } = transfer;
  if (step.condition === 'source') {
    const { epochs: passes } = plan.tasks[source];
    return labelledWork({ kind, task: source, model }, { passes, testShare: 0 }, sources);
  }
  const { folds, epochs } = plan.tasks[target];
  const measured = data.tasks.get(target);
  const count = (measured?.lengths.length ?? 1) / (measured?.seenShare ?? 1);
  const passesOf = () =>
    step.shots === null ? epochs * (1 - 1 / folds) : ((fewShot?.epochs ?? 0) * step.shots) / count;
  const passes = step.condition === 'zero-shot' ? 0 : passesOf();
  return labelledWork({ kind, task: target, model }, { passes, testShare: 1 / folds }, sources);
}

function isLearnedWithoutModel({ models }: Plan, model: string | null): boolean {
  return model === null || !Object.hasOwn(models, model);
}

/** Work on the examples of a task: `passes` over all of them in training, a share of them tested. */
function labelledWork(
  { kind, model, task: name }: Pick<PlannedRun, 'kind' | 'model'> & { readonly task: string },
  {
    passes,
    testShare,
    isFirstFold = false,
  }: {
    readonly passes: number;
    readonly testShare: number;
    /** Of a frozen encoder, which says the states of all folds in it. */
    readonly isFirstFold?: boolean;
  },
  sources: WorkSources,
): RunWork {
  const { plan, data, known, charactersPerToken } = sources;
  const like = `${name} ${model ?? ''}`;
  const measured = data.tasks.get(name);
  const size = sizeModel(plan, model ?? '', known);
  if (measured === undefined || size === null) return { kind, like, ...noWork };
  const { kind: taskKind, maxTokens } = plan.tasks[name];
  const lengths = tokensOfExamples(measured.lengths, {
    isCut: taskKind !== 'entities',
    charactersPerToken: charactersPerToken.ofTask(name, size.tokenizer),
    maxTokens: Math.min(maxTokens, size.maxTokens),
  });
  const seenTokens = lengths.reduce((sum, length) => sum + length, 0);
  const squares = lengths.reduce((sum, length) => sum + length * length, 0);
  // As wide as the row of the average token, not as the average row.
  const cost = costPerToken(size, { columns: squares / seenTokens, headOutputsPerToken: 0 });
  const tokens = seenTokens / measured.seenShare;
  if (plan.tasks[name].frozenEncoder) {
    // The head is as a layer of one matrix, at each token at most; the first fold says the states.
    const steppedAmount = passes * tokens * 6 * size.hiddenSize ** 2;
    const amount = steppedAmount + (isFirstFold ? (tokens * cost) / 3 : 0);
    return {
      kind: 'fine-tuning',
      like: `${like} ${isFirstFold}`,
      size: cost,
      amount,
      steppedAmount,
    };
  }
  const steppedAmount = passes * tokens * cost;
  // Predicting goes forward only: a third of training.
  const amount = steppedAmount + tokens * testShare * (cost / 3);
  // One that is trained on all folds is as fast as those that are trained on all but one.
  return { kind: 'fine-tuning', like, size: cost, amount, steppedAmount };
}

/** With the special tokens at both ends. What is too long loses its end, or is cut in windows. */
function tokensOfExamples(
  lengths: readonly number[],
  {
    isCut,
    charactersPerToken,
    maxTokens,
  }: { isCut: boolean; charactersPerToken: number; maxTokens: number },
): number[] {
  return lengths.flatMap((length) => {
    const tokens = length / charactersPerToken + 2;
    if (isCut) return Math.min(maxTokens, tokens);
    const windows = Math.ceil(tokens / maxTokens);
    return new Array<number>(windows).fill(tokens / windows);
  });
}

function charactersOf({ corpora }: MeasuredData, names: readonly string[]): number {
  return names.reduce((sum, name) => sum + (corpora.get(name)?.characterCount ?? 0), 0);
}
