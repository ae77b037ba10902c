import { describe, expect, it } from 'vitest';
import { finishAtOnce } from '#core/base/paced.ts';
import { RandomStream } from '#core/base/random-stream.ts';
import type { ClassPredictions, EntityPredictions } from '#core/domain/predictions.ts';
import { entityFigures } from '#core/evaluation/figures/entity-figures.ts';
import { figureKey } from '#core/evaluation/figures/figure-key.ts';
import { noteFigures } from '#core/evaluation/figures/note-figures.ts';
import { scoredNotes, spanDocuments } from '#core/evaluation/predictions/read-fold-predictions.ts';
import { judgeTask, type JudgedModel, type TaskToJudge } from './judge-task.ts';
import { resampledEntityFigures, resampledNoteFigures } from './resampled-figures.ts';

/** Notes of patients, judged by a model that leans to the truth by `skill`. */
function drawNotes(
  label: string,
  skill: number,
  { count = 60, classes = 2 } = {},
): ClassPredictions {
  const truth = new RandomStream(1, 'truth');
  const random = new RandomStream(2, label);
  return {
    kind: 'classification',
    classes: ['no', 'yes', 'unsure'].slice(0, classes),
    notes: Array.from({ length: count }, (_, item) => {
      const right = Math.floor(truth.uniform() * classes);
      const logits = Array.from(
        { length: classes },
        (_, index) => random.normal() + (index === right ? skill : 0),
      );
      return { id: `n${item}`, groupId: `p${item % 25}`, truth: right, logits };
    }),
  };
}

function drawSentences(label: string, skill: number): EntityPredictions {
  const truth = new RandomStream(3, 'truth');
  const random = new RandomStream(4, label);
  return {
    kind: 'entities',
    sentences: Array.from({ length: 40 }, (_, item) => {
      const gold = [0, 3, 6]
        .filter(() => truth.uniform() < 0.6)
        .map((start) => ({ start, end: start + 2, type: truth.uniform() < 0.5 ? 'A' : 'B' }));
      const predicted = gold
        .filter(() => random.uniform() < skill)
        .map(({ start, type }) => ({
          start,
          end: start + (random.uniform() < 0.8 ? 2 : 1),
          type: random.uniform() < 0.9 ? type : 'C',
          score: 0.9,
        }));
      return { id: `s${item}`, groupId: `d${item % 15}`, wordCount: 9, truth: gold, predicted };
    }),
  };
}

const model = (name: string, folds: JudgedModel['folds']): JudgedModel => ({ model: name, folds });
const ofModel = (name: string, skill: number, folds = 2) =>
  model(
    name,
    Array.from({ length: folds }, (_, fold) => ({
      fold,
      predictions: drawNotes(`${name}/${fold}`, skill),
    })),
  );

describe('figures of resamples', () => {
  it.each([2, 3])('of all notes are those of the tables, %d classes', (classes) => {
    const predictions = drawNotes('all', 1, { classes });
    const scores = { labels: predictions.classes, notes: scoredNotes(predictions, 0) };
    const all = Int32Array.from(scores.notes.keys());
    const { keys, valuesOf } = resampledNoteFigures(scores);
    const values = valuesOf(all);
    const expected = new Map(noteFigures(scores).map((each) => [figureKey(each), each.value]));
    expect(keys.length).toBeGreaterThan(20);
    expect(values).toHaveLength(keys.length);
    keys.forEach((key, place) => {
      expect(values[place], key).toBeCloseTo(expected.get(key) ?? NaN, 12);
    });
  });

  it('of all sentences are those of the tables, in each mode', () => {
    const documents = spanDocuments(drawSentences('all', 0.7));
    const modes = ['strict', 'exact', 'partial', 'type'] as const;
    const { keys, valuesOf } = resampledEntityFigures(documents, modes);
    const found = valuesOf(Int32Array.from(documents.keys()));
    const values = new Map(keys.map((key, place) => [key, found[place]]));
    const expected = modes.flatMap((mode) => entityFigures(documents, mode));
    expect(values.size).toBe(expected.length);
    for (const figure of expected) {
      const value = values.get(figureKey(figure));
      if (figure.value === null) expect(value).toBeNull();
      else expect(value).toBeCloseTo(figure.value, 12);
    }
  });
});

const judgeNow = (asked: TaskToJudge) => finishAtOnce(judgeTask(asked));

describe('judgeTask', () => {
  const ask = (models: readonly JudgedModel[]) => ({
    task: 'screening',
    models,
    pairs: [{ modelA: 'good', modelB: 'poor' }],
    wanted: () => ({ label: 'yes', sensitivity: 0.8, prevalence: 0.02 }),
    random: new RandomStream(42, 'judgement'),
  });

  it('gives intervals over patients, the difference of a pair, McNemar and a rule', () => {
    const judged = judgeNow(ask([ofModel('good', 3), ofModel('poor', 0.3)]));
    expect(judged.bootstrap).toEqual({ resamples: 2000, method: 'bca', groups: 25, folds: [0, 1] });
    const auroc = judged.models[0].figures.find(
      ({ pooled }) => pooled.name === 'auroc' && pooled.label === 'yes',
    )?.pooled;
    expect(auroc?.intervals[0].method).toBe('bootstrap-bca');
    expect(auroc?.intervals[0].lower).toBeLessThan(auroc?.value ?? 0);
    const [pair] = judged.pairs;
    expect(pair.paired?.exactP).toBeLessThan(0.01);
    const gap = pair.differences.find(({ name, label }) => name === 'auroc' && label === 'yes');
    expect(gap?.difference).toBeCloseTo((gap?.a ?? 0) - (gap?.b ?? 0), 12);
    expect(gap?.interval?.lower).toBeGreaterThan(0);
    expect(judged.models[0].rule).toMatchObject({
      ...{ label: 'yes', folds: 2, prevalence: 0.02, isPrevalenceStated: true },
      threshold: { sensitivityBound: expect.any(Number) as number },
    });
    expect(JSON.parse(JSON.stringify(judged))).toEqual(judged);
  });

  it('pauses while it draws, and tells how far it is', () => {
    const work = judgeTask(ask([ofModel('good', 3)]));
    const told = Array.from(work);
    expect(told.length).toBeGreaterThan(2000);
    expect(told[0]).toBe(0);
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  it('gives the same again, whatever was drawn before', () => {
    const models = [ofModel('good', 1), ofModel('poor', 0.5)];
    expect(judgeNow(ask(models))).toEqual(judgeNow(ask(models)));
  });

  it('compares over the folds that all have finished, and only the same examples', () => {
    const short = judgeNow(ask([ofModel('good', 2), ofModel('poor', 1, 1)]));
    expect(short.bootstrap?.folds).toEqual([0]);
    expect(short.pairs[0].paired?.noteCount).toBe(60);
    // Figures of two folds have no interval of one.
    expect(short.models[0].figures[0].pooled.intervals).toEqual([]);
    const other = [{ fold: 0, predictions: drawNotes('x', 1, { count: 30 }) }];
    const unlike = judgeNow(ask([ofModel('good', 2, 1), model('poor', other)]));
    expect(unlike).toMatchObject({ bootstrap: null, pairs: [] });
    expect(judgeNow(ask([]))).toMatchObject({ bootstrap: null, models: [], pairs: [] });
  });

  it.each<[string, (note: ClassPredictions['notes'][number]) => object]>([
    ['other notes', ({ id }) => ({ id: `other-${id}` })],
    ['other patients', ({ groupId }) => ({ groupId: `other-${groupId}` })],
    ['other truths', ({ truth }) => ({ truth: 1 - truth })],
  ])('compares nothing over as many %s', (_, change) => {
    const predictions = drawNotes('x', 1);
    const notes = predictions.notes.map((note, item) =>
      item === 7 ? { ...note, ...change(note) } : note,
    );
    const other = (changed: ClassPredictions) => model('poor', [{ fold: 0, predictions: changed }]);
    const good = ofModel('good', 2, 1);
    expect(judgeNow(ask([good, other(predictions)])).pairs).toHaveLength(1);
    const unlike = judgeNow(ask([good, other({ ...predictions, notes })]));
    expect(unlike).toMatchObject({ bootstrap: null, pairs: [] });
  });

  it('compares nothing over sentences with other mentions', () => {
    const predictions = drawSentences('b', 0.3);
    const [first, ...others] = predictions.sentences;
    const changed = { ...first, truth: [...first.truth, { start: 8, end: 9, type: 'A' }] };
    const poor = { ...predictions, sentences: [changed, ...others] };
    const judged = judgeNow(
      ask([
        model('good', [{ fold: 0, predictions: drawSentences('a', 1) }]),
        model('poor', [{ fold: 0, predictions: poor }]),
      ]),
    );
    expect(judged).toMatchObject({ bootstrap: null, pairs: [] });
  });

  it('has no rule for entities, whose sentences are right or not as a whole', () => {
    const folds = (name: string, skill: number) => [
      { fold: 0, predictions: drawSentences(name, skill) },
    ];
    const judged = judgeNow(ask([model('good', folds('a', 1)), model('poor', folds('b', 0.3))]));
    expect(judged.models.map(({ rule }) => rule)).toEqual([null, null]);
    expect(judged.pairs[0].paired).toMatchObject({ noteCount: 40, groupCount: 15 });
    const micro = judged.models[0].figures.find(
      ({ pooled }) => pooled.averaging === 'micro' && pooled.mode === 'type',
    );
    expect(micro?.pooled.intervals[0]?.method).toBe('bootstrap-bca');
  });
});
