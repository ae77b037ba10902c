import type { Paced } from '#core/base/paced.ts';
import type { RandomStream } from '#core/base/random-stream.ts';
import type { FoldPredictions } from '#core/domain/predictions.ts';
import { likeliestClass } from '#core/domain/class-probabilities.ts';
import type { SpanDocument } from '#core/evaluation/entities/count-span-matches.ts';
import { matchingModes } from '#core/evaluation/entities/match-spans.ts';
import { figureKey } from '#core/evaluation/figures/figure-key.ts';
import type { FigureOverFolds } from '#core/evaluation/figures/figures-over-folds.ts';
import { listFigures } from '#core/evaluation/figures/list-figures.ts';
import type { OutOfFoldScores } from '#core/evaluation/predictions/out-of-fold-scores.ts';
import { scoredNotes, spanDocuments } from '#core/evaluation/predictions/read-fold-predictions.ts';
import { isSameSet } from '#core/evaluation/metrics/label-set-scores.ts';
import { scoredLabels } from '#core/evaluation/predictions/label-set-scores.ts';
import {
  bootstrapInTurns,
  type BootstrappedFigure,
} from '#core/evaluation/statistics/bootstrap-groups.ts';
import { comparePairedPredictions } from '#core/evaluation/statistics/compare-paired-predictions.ts';
import { listGroups } from '#core/evaluation/statistics/list-groups.ts';
import { makeScreeningRule, type WantedScreening } from './make-screening-rule.ts';
import {
  resampledEntityFigures,
  resampledNoteFigures,
  type ResampledFigures,
} from './resampled-figures.ts';
import { resampledLabelSets } from './resampled-label-sets.ts';
import type { FigureGap, PairJudgement, TaskJudgement } from './task-judgement.ts';

/** The folds of one model on one task. */
export interface JudgedModel {
  readonly model: string;
  readonly folds: readonly { readonly fold: number; readonly predictions: FoldPredictions }[];
}

export interface TaskToJudge {
  readonly task: string;
  /** Those with a finished fold. */
  readonly models: readonly JudgedModel[];
  readonly pairs: readonly { readonly modelA: string; readonly modelB: string }[];
  /** The class to look for, by all notes; null for none. */
  readonly wanted: ((scores: OutOfFoldScores) => WantedScreening | null) | null;
  readonly random: RandomStream;
}

/** Intervals take at most about so many values of notes, so that large tasks come to an end. */
const largestWork = 6e7;
const [fewestResamples, mostResamples] = [500, 2000];
/** BCa evaluates all items once more for each group; with many its correction is nothing. */
const mostBcaGroups = 1000;

/**
 * All figures of the models of a task with intervals over patients, all planned pairs on the same
 * examples, and for a class that is looked for its calibration and threshold. Patients are drawn for
 * all models at once: what is hard for all of them counts against none. It takes from seconds to
 * minutes; at each pause it tells which share of the drawing is done.
 */
export function* judgeTask(asked: TaskToJudge): Paced<TaskJudgement, number> {
  const { task, models, pairs, wanted } = asked;
  const shared = sharedFolds(models);
  const prepared = new Map<string, Prepared>();
  for (const each of models) {
    prepared.set(each.model, prepare(each, shared));
    yield 0;
  }
  const canDraw = shared.length > 0 && areAlike([...prepared.values()]);
  const drawn = canDraw ? yield* drawGroups(asked, prepared) : null;
  const judged: TaskJudgement['models'][number][] = [];
  for (const each of models) {
    const figures = listFigures(each.folds);
    const isWhole = each.folds.length === shared.length;
    const scores = notesOf(each);
    const label = scores === null || wanted === null ? null : wanted(scores);
    judged.push({
      model: each.model,
      figures: drawn === null || !isWhole ? figures : withIntervals(figures, drawn.of(each.model)),
      rule: scores === null || label === null ? null : makeScreeningRule(scores, label),
    });
    yield 1;
  }
  return {
    task,
    bootstrap: drawn && { ...drawn.how, folds: shared },
    models: judged,
    pairs: pairs.flatMap(({ modelA, modelB }) => {
      const [a, b] = [prepared.get(modelA), prepared.get(modelB)];
      if (a === undefined || b === undefined || drawn === null) return [];
      return [judgePair({ modelA, modelB, a, b }, drawn.ofPair(modelA, modelB))];
    }),
  };
}

/** Folds that all models have finished, in order. */
function sharedFolds(models: readonly JudgedModel[]): number[] {
  const [first, ...others] = models.map(({ folds }) => folds.map(({ fold }) => fold));
  if (first === undefined) return [];
  return first.filter((fold) => others.every((each) => each.includes(fold))).sort((a, b) => a - b);
}

/** Results of an earlier form of the data may be of other examples: then nothing is compared. */
function areAlike([first, ...others]: readonly Prepared[]): boolean {
  return others.every(
    ({ examples }) =>
      examples.length === first.examples.length &&
      examples.every((example, item) => example === first.examples[item]),
  );
}

/** The examples of the shared folds, the same for all models in the same order. */
interface Prepared {
  /** What each example is, with its group and its truth: alike where it is the same example. */
  readonly examples: readonly string[];
  readonly groupIds: readonly (string | null)[];
  readonly isRight: readonly boolean[];
  readonly figures: ResampledFigures;
}

function prepare({ folds }: JudgedModel, shared: readonly number[]): Prepared {
  const own = shared.flatMap((fold) => folds.filter((each) => each.fold === fold));
  const first = own.at(0)?.predictions;
  if (first?.kind === 'multi-label') {
    const { labels } = first;
    const notes = own.flatMap(({ predictions, fold }) =>
      predictions.kind === 'multi-label' ? scoredLabels(predictions, fold) : [],
    );
    return {
      examples: notes.map(({ id, groupId, truth }) => JSON.stringify([id, groupId, truth])),
      groupIds: notes.map(({ groupId }) => groupId),
      isRight: notes.map(({ truth, given }) => isSameSet(truth, given)),
      figures: resampledLabelSets({ labels, notes }),
    };
  }
  if (first?.kind !== 'entities') {
    const labels = first?.classes ?? [];
    const notes = own.flatMap(({ predictions, fold }) =>
      predictions.kind === 'classification' ? scoredNotes(predictions, fold) : [],
    );
    return {
      examples: notes.map(({ id, groupId, label }) => JSON.stringify([id, groupId, label])),
      groupIds: notes.map(({ groupId }) => groupId),
      isRight: notes.map(({ label, scores }) => labels[likeliestClass(scores)] === label),
      figures: resampledNoteFigures({ labels, notes }),
    };
  }
  const documents = own.flatMap(({ predictions }): SpanDocument[] =>
    predictions.kind === 'entities' ? spanDocuments(predictions) : [],
  );
  return {
    examples: documents.map(({ id, groupId, gold }) =>
      JSON.stringify([id, groupId, gold.map(({ start, end, type }) => [start, end, type])]),
    ),
    groupIds: documents.map(({ groupId }) => groupId),
    isRight: documents.map(isWhollyRight),
    figures: resampledEntityFigures(documents, matchingModes),
  };
}

/** Every entity found with its ends and type, and no other. */
function isWhollyRight({ gold, predicted }: SpanDocument): boolean {
  const keys = new Set(gold.map(({ start, end, type }) => `${start} ${end} ${type}`));
  return (
    gold.length === predicted.length &&
    predicted.every(({ start, end, type }) => keys.has(`${start} ${end} ${type}`))
  );
}

function notesOf({ folds }: JudgedModel): OutOfFoldScores | null {
  const first = folds.at(0)?.predictions;
  if (first?.kind !== 'classification') return null;
  return {
    labels: first.classes,
    notes: folds.flatMap(({ predictions, fold }) =>
      predictions.kind === 'classification' ? scoredNotes(predictions, fold) : [],
    ),
  };
}

type ByKey = ReadonlyMap<string, BootstrappedFigure>;

interface Drawn {
  readonly how: { resamples: number; method: 'bca' | 'percentile'; groups: number };
  readonly of: (model: string) => ByKey;
  readonly ofPair: (modelA: string, modelB: string) => ByKey;
}

/** One bootstrap for all models and pairs of a task. */
function* drawGroups(
  { models, pairs, random }: TaskToJudge,
  prepared: ReadonlyMap<string, Prepared>,
): Paced<Drawn, number> {
  const [first] = prepared.values();
  const groupIds = first.groupIds;
  const figures = models.flatMap(({ model }) => {
    const known = prepared.get(model);
    return known === undefined ? [] : [{ model, ...known.figures }];
  });
  const placeOf = (model: string) => figures.findIndex((each) => each.model === model);
  // Which figures of which models a pair has in common, by their places.
  const gaps = pairs.flatMap(({ modelA, modelB }) => {
    const [a, b] = [placeOf(modelA), placeOf(modelB)];
    if (a < 0 || b < 0) return [];
    const placesOfB = new Map(figures[b].keys.map((key, place) => [key, place]));
    const shared = figures[a].keys.flatMap((key, place) => {
      const other = placesOfB.get(key);
      return other === undefined ? [] : [{ key, a: place, b: other }];
    });
    return [{ pair: JSON.stringify([modelA, modelB]), a, b, shared }];
  });
  const groups = listGroups(groupIds).length;
  const perResample = Math.max(1, groupIds.length * figures.length);
  const resamples = Math.round(
    Math.min(mostResamples, Math.max(fewestResamples, largestWork / perResample)),
  );
  const method = groups <= mostBcaGroups ? 'bca' : 'percentile';
  const results = yield* bootstrapInTurns({
    groupIds,
    random,
    resamples,
    method,
    figuresOf: (items) => {
      const values = figures.map(({ valuesOf }) => valuesOf(items));
      return [
        ...values.flat(),
        ...gaps.flatMap(({ a, b, shared }) =>
          shared.map((place) => {
            const [first, second] = [values[a][place.a], values[b][place.b]];
            return first === null || second === null ? null : first - second;
          }),
        ),
      ];
    },
  });
  let next = 0;
  const take = (keys: readonly string[]): ByKey =>
    new Map(keys.map((key) => [key, results[next++]]));
  const ofModels = new Map(figures.map(({ model, keys }) => [model, take(keys)]));
  const ofPairs = new Map(
    gaps.map(({ pair, shared }) => [pair, take(shared.map(({ key }) => key))]),
  );
  return {
    how: { resamples, method, groups },
    of: (model) => ofModels.get(model) ?? new Map<string, BootstrappedFigure>(),
    ofPair: (a, b) => ofPairs.get(JSON.stringify([a, b])) ?? new Map<string, BootstrappedFigure>(),
  };
}

function withIntervals(figures: readonly FigureOverFolds[], found: ByKey): FigureOverFolds[] {
  return figures.map((each) => {
    const interval = found.get(figureKey(each.pooled))?.interval ?? null;
    if (interval === null || each.pooled.value === null) return each;
    return { ...each, pooled: { ...each.pooled, intervals: [interval, ...each.pooled.intervals] } };
  });
}

function judgePair(
  {
    modelA,
    modelB,
    a,
    b,
  }: { modelA: string; modelB: string; readonly a: Prepared; readonly b: Prepared },
  drawn: ByKey,
): PairJudgement {
  const all = Int32Array.from(a.groupIds.keys());
  const valuesOf = ({ figures }: Prepared) => {
    const values = figures.valuesOf(all);
    return new Map(figures.keys.map((key, place) => [key, values[place]]));
  };
  const [ofA, ofB] = [valuesOf(a), valuesOf(b)];
  const predictions = a.groupIds.map((groupId, item) => ({
    groupId,
    aIsRight: a.isRight[item],
    bIsRight: b.isRight[item],
  }));
  return {
    modelA,
    modelB,
    paired: predictions.length === 0 ? null : comparePairedPredictions(predictions),
    pairedPHolm: null,
    differences: Array.from(drawn, ([key, { estimate, interval }]): FigureGap => {
      const [name, averaging, mode, label] = JSON.parse(key) as [
        FigureGap['name'],
        FigureGap['averaging'],
        FigureGap['mode'],
        FigureGap['label'],
      ];
      const values = { a: ofA.get(key) ?? null, b: ofB.get(key) ?? null };
      return { name, averaging, mode, label, ...values, difference: estimate, interval };
    }),
  };
}
