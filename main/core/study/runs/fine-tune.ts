import type { TrainingSummary } from '#core/domain/run-summaries.ts';
import type { TaggedSentence } from '#core/domain/text.ts';
import { countRepeated } from '#core/evaluation/folds/count-repeated.ts';
import { maxTokensOf, type Head } from '#core/model/configuration.ts';
import { encodeNotes } from '#core/training/encode-notes.ts';
import { encodeSentences, outsideTag } from '#core/training/encode-sentences.ts';
import type { Example } from '#core/training/example.ts';
import { fineTuningData } from '#core/training/fine-tuning-data.ts';
import { train } from '#core/training/loop.ts';
import { poolWindows } from '#core/training/pool-windows.ts';
import { predictLogits } from '#core/training/predict-logits.ts';
import type { TextReading } from '#core/library/model-record.ts';
import {
  copyWeights,
  fillParameters,
  withoutOtherClassifier,
  type ModelState,
} from '#core/library/model-state.ts';
import type {
  PreparedClassification,
  PreparedEntities,
  PreparedTask,
} from '../data/prepared-task.ts';
import { RunStopped } from '../effects/run-stopped.ts';
import type { TaskPlan } from '../plan/plan-schema.ts';
import { findPositive } from '../data/positive-class.ts';
import { judgeNotes, judgeSentences, type Judgement } from './judge-fold.ts';
import { predictUntilStopped, type RunEffects } from './run-effects.ts';
import { testMask } from './test-mask.ts';
import { toLoopSettings, toOptimiser } from './training-settings.ts';

export interface FineTuningOutcome {
  readonly metrics: Judgement['metrics'];
  /** Left out where all was learned from, and nothing tested. */
  readonly predictions?: Judgement['predictions'];
  readonly training: TrainingSummary;
  readonly trainCount: number;
  readonly testCount: number;
  /** Notes or sentences that were longer than the model. */
  readonly cutCount: number;
  /** Of the tokens of all notes, those that the model does not see; left out for sentences. */
  readonly unreadShare?: number;
  /** Tested notes, or sentences with entities, whose text was also learned from. */
  readonly repeatedCount: number;
}

/** A model with its head, as a fold left it. */
interface FineTunedModel {
  readonly model: ModelState;
  readonly head: Head;
  /** In the order of the classifier's rows. */
  readonly labels: readonly string[];
  readonly reading: TextReading;
}

/** Examples of the two sides of a fold and the way from logits to what is kept of them. */
interface FoldWork {
  readonly head: Head;
  readonly trainExamples: readonly Example[];
  readonly testExamples: readonly Example[];
  readonly cutCount: number;
  /** Of the tokens of all notes, those that the model does not see; null for sentences. */
  readonly unreadShare: number | null;
  readonly repeatedCount: number;
  /** Takes the logits of each test example, [positions][classes]. */
  judge(logits: readonly (readonly Float32Array[])[]): Judgement;
}

/**
 * Fine-tunes a model on all folds but one and measures it on that one; with `fold` null on all of
 * the task, without a measurement. The model that it made is returned as well in that case, and with
 * `keepModels`.
 * The seed is the same for every model, so that models meet the same order, and what a model lacks
 * starts alike. A classifier that a model has already, of the same classes, goes on with its weights.
 * @throws RunStopped
 */
export async function fineTune(
  model: ModelState,
  task: PreparedTask,
  options: { plan: TaskPlan; fold: number | null; seed: number; effects: RunEffects },
): Promise<{ outcome: FineTuningOutcome; kept: FineTunedModel | null }> {
  const { plan, fold, seed, effects } = options;
  const maxTokens = Math.min(plan.maxTokens, maxTokensOf(model.encoder));
  const work =
    task.kind === 'classification'
      ? classificationWork(task, model, { plan, fold, maxTokens })
      : entityWork(task, model, { fold, maxTokens });
  const labels = task.kind === 'classification' ? task.classes : task.tags;
  const paddingId = model.tokenizer.special.padding;
  const data = fineTuningData(work.trainExamples, {
    epochCount: plan.epochs,
    batchSize: plan.batchSize,
    seed,
    paddingId,
    ...weighLabels(plan, task, work.trainExamples),
  });
  const session = await effects.runtime.open({
    encoder: model.encoder,
    head: work.head,
    optimiser: toOptimiser(plan),
    dropoutRate: plan.dropout,
  });
  try {
    await session.writeParameters((parameters) => {
      fillParameters(parameters, withoutOtherClassifier(model, labels), seed);
    });
    const training = await train(session, data, {
      settings: toLoopSettings(plan, seed),
      effects,
    });
    if (!training.completed) throw new RunStopped();
    const predictor = predictUntilStopped(session, effects);
    const logits = await predictLogits(predictor, work.testExamples, { paddingId });
    const outcome = {
      ...(fold === null ? { metrics: [] } : work.judge(logits)),
      training,
      trainCount: work.trainExamples.length,
      testCount: work.testExamples.length,
      cutCount: work.cutCount,
      ...(work.unreadShare === null ? {} : { unreadShare: work.unreadShare }),
      repeatedCount: work.repeatedCount,
    };
    if (fold !== null && !plan.keepModels) return { outcome, kept: null };
    const weights = copyWeights(await session.readParameters());
    const reading = readingOf(plan, task, maxTokens);
    return {
      outcome,
      kept: { model: { ...model, weights, labels }, head: work.head, labels, reading },
    };
  } finally {
    await session.dispose();
  }
}

function classificationWork(
  task: PreparedClassification,
  model: ModelState,
  { plan, fold, maxTokens }: { plan: TaskPlan; fold: number | null; maxTokens: number },
): FoldWork {
  const { longNotes: reading = 'head', positiveClass } = plan.kind === 'classification' ? plan : {};
  const { notes, classes } = task;
  const encoded = encodeNotes(notes, model.tokenizer, { maxTokens, classes, reading });
  const isTest = testMask(task.folds, fold, notes.length);
  const windowsOf = (side: boolean) => encoded.windows.filter((_, index) => isTest[index] === side);
  const tested = windowsOf(true);
  const positive = findPositive(task, positiveClass);
  return {
    head: { kind: 'sequence-classification', labelCount: classes.length },
    trainExamples: windowsOf(false).flat(),
    testExamples: tested.flat(),
    cutCount: encoded.cutCount,
    unreadShare: encoded.unreadCount / Math.max(1, encoded.tokenCount),
    repeatedCount: countRepeated(
      notes.map(({ text }) => text),
      isTest,
    ),
    judge: (logits) => {
      const pooled = gatherWindows(tested, logits).map((windows) => [
        poolWindows(windows, reading, positive),
      ]);
      return judgeNotes(
        notes.filter((_, index) => isTest[index]),
        pooled,
        classes,
      );
    },
  };
}

function readingOf(plan: TaskPlan, task: PreparedTask, maxTokens: number): TextReading {
  return plan.kind === 'classification' && task.kind === 'classification'
    ? { maxTokens, longNotes: plan.longNotes, positive: findPositive(task, plan.positiveClass) }
    : { maxTokens, longNotes: 'head', positive: null };
}

/** What the plan says of the weights of classes, by label; windows count as the notes they are of. */
function weighLabels(
  plan: TaskPlan,
  task: PreparedTask,
  examples: readonly Example[],
): { labelWeights?: number[] } {
  if (plan.kind !== 'classification' || task.kind !== 'classification') return {};
  const { classWeights } = plan;
  if (classWeights === undefined) return {};
  if (classWeights !== 'balanced') {
    return { labelWeights: task.classes.map((name) => classWeights[name] ?? 1) };
  }
  const counts = task.classes.map(
    (_, index) => examples.filter(({ labels }) => labels[0] === index).length,
  );
  return {
    labelWeights: counts.map((count) => examples.length / (counts.length * Math.max(1, count))),
  };
}

/** The logits of each note's windows, which were asked one after the other. */
function gatherWindows(
  notes: readonly (readonly Example[])[],
  logits: readonly (readonly Float32Array[])[],
): Float32Array[][] {
  let next = 0;
  return notes.map(({ length }) => {
    const windows = logits.slice(next, next + length).map(([ofWindow]) => ofWindow);
    next += length;
    return windows;
  });
}

function entityWork(
  task: PreparedEntities,
  model: ModelState,
  options: { fold: number | null; maxTokens: number },
): FoldWork {
  const { windows, splitCount } = encodeSentences(task.sentences, model.tokenizer, {
    maxTokens: options.maxTokens,
    tags: task.tags,
  });
  const isTest = testMask(task.folds, options.fold, windows.length);
  // The others, often headings and formulas, give a model that remembers them nothing.
  const hasEntity = ({ tags }: TaggedSentence) => tags.some((tag) => tag !== outsideTag);
  const tagged = task.sentences.filter(hasEntity);
  const testSentences = [...windows.keys()].filter((index) => isTest[index]);
  const examplesOf = (side: boolean) =>
    windows
      .filter((_, index) => isTest[index] === side)
      .flat()
      .map((window) => window.example);
  return {
    head: { kind: 'token-classification', labelCount: task.tags.length },
    trainExamples: examplesOf(false),
    testExamples: examplesOf(true),
    cutCount: splitCount,
    unreadShare: null,
    repeatedCount: countRepeated(
      tagged.map(({ text }) => text),
      isTest.filter((_, index) => hasEntity(task.sentences[index])),
    ),
    judge: (logits) =>
      judgeSentences(
        testSentences.map((index) => ({
          sentence: task.sentences[index],
          windows: windows[index],
        })),
        logits,
        task.tags,
      ),
  };
}
