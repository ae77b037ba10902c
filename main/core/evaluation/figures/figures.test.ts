import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import { clopperPearsonInterval } from '#core/evaluation/intervals/clopper-pearson-interval.ts';
import { wilsonInterval } from '#core/evaluation/intervals/wilson-interval.ts';
import { countConfusion } from '#core/evaluation/metrics/confusion-matrix.ts';
import {
  requireScores,
  type OutOfFoldScores,
} from '#core/evaluation/predictions/out-of-fold-scores.ts';
import { agreementFigures } from './agreement-figures.ts';
import { bootstrapFigures } from './bootstrap-figures.ts';
import { figureDifferences } from './figure-differences.ts';
import { figureDescriptions } from './figure-descriptions.ts';
import { figuresOverFolds } from './figures-over-folds.ts';
import { noteFigures } from './note-figures.ts';
import { scoreFigures } from './score-figures.ts';
import { thresholdFigures } from './threshold-figures.ts';

interface ClassesCase extends Record<string, unknown> {
  readonly labels: string[];
  readonly truths: number[];
  readonly scores: number[][];
  readonly predicted: number[];
}
const { classes } = JSON.parse(
  readFileSync('test/fixtures/evaluation/probabilities.json', 'utf8'),
) as { classes: ClassesCase[] };

const scoresOf = ({ labels, truths, scores }: ClassesCase): OutOfFoldScores => ({
  labels,
  notes: truths.map((truth, note) => ({
    id: `note ${note}`,
    fold: note % 5,
    groupId: `patient ${Math.floor(note / 2)}`,
    label: labels[truth],
    scores: scores[note],
  })),
});

describe('figures of several classes equal scikit-learn', () => {
  it.each(classes)('$labels.length classes', (given) => {
    const figures = scoreFigures(requireScores(scoresOf(given)));
    const valueOf = (name: string, averaging: string) =>
      figures.find((figure) => figure.name === name && figure.averaging === averaging)?.value;
    for (const averaging of ['micro', 'macro', 'weighted']) {
      expect(valueOf('auroc', averaging)).toBeCloseTo(given[`auroc-${averaging}`] as number, 9);
      expect(valueOf('average-precision', averaging)).toBeCloseTo(
        given[`averagePrecision-${averaging}`] as number,
        9,
      );
    }
    expect(valueOf('brier', 'of-all')).toBeCloseTo(given.brier as number, 9);
    expect(valueOf('log-loss', 'of-all')).toBeCloseTo(given.logLoss as number, 9);
    const matrix = countConfusion(
      Int32Array.from(given.truths),
      Int32Array.from(given.predicted),
      given.labels,
    );
    const agreement = new Map(agreementFigures(matrix).map(({ name, value }) => [name, value]));
    expect(agreement.get('balanced-accuracy')).toBeCloseTo(given.balancedAccuracy as number, 12);
    expect(agreement.get('cohen-kappa')).toBeCloseTo(given.kappa as number, 12);
  });
});

/** 38 of 40 positives alert, and there is nothing else. */
const atThreshold = {
  binary: {
    truths: new Uint8Array(40).fill(1),
    scores: Float64Array.from({ length: 40 }, (_, note) => (note < 38 ? 0.9 : 0.1)),
  },
  threshold: 0.5,
};
const alone = new Array<null>(40).fill(null);

describe('a figure', () => {
  const all = scoreFigures(scoresOf(classes[0]));

  it('carries what the table says of it', () => {
    const matrix = countConfusion(['a', 'b'], ['a', 'a'], ['a', 'b']);
    for (const figure of [
      ...all,
      ...thresholdFigures({ label: 'a', ...atThreshold, groupIds: alone }),
      ...agreementFigures(matrix),
    ]) {
      expect(figureDescriptions[figure.name].averages).toContain(figure.averaging);
      expect(figure.label === null).toBe(figure.averaging !== 'one-against-rest');
      expect(figure.undefinedBecause === null).toBe(figure.value !== null);
    }
  });

  it('is of a class that is missing not 0 but not defined, and left out of macro', () => {
    const scores = scoresOf(classes[0]);
    const without: OutOfFoldScores = {
      labels: scores.labels,
      notes: scores.notes.filter(({ label }) => label !== 'class 2'),
    };
    const figures = scoreFigures(without);
    const aurocs = figures.filter(({ name }) => name === 'auroc');
    expect(aurocs.find(({ label }) => label === 'class 2')).toMatchObject({
      value: null,
      undefinedBecause: 'one-class-only',
      support: 0,
    });
    const [first, second] = aurocs.map(({ value }) => value!);
    const macro = aurocs.find(({ averaging }) => averaging === 'macro')?.value;
    expect(macro).toBeCloseTo((first + second) / 2, 12);
  });

  it('of a share has Wilson’s interval and the exact one, and none where nothing was counted', () => {
    const [sensitivity, specificity] = thresholdFigures({
      label: 'a',
      ...atThreshold,
      groupIds: alone,
    });
    expect(sensitivity).toMatchObject({ value: 0.95, support: 40 });
    expect(sensitivity.intervals.map(({ method }) => method)).toEqual([
      'wilson',
      'clopper-pearson',
    ]);
    expect(specificity).toMatchObject({
      value: null,
      undefinedBecause: 'nothing-to-count',
      intervals: [],
    });
    const [wilson, exact] = sensitivity.intervals;
    expect([wilson.lower, wilson.upper].map((end) => end.toFixed(4))).toEqual(['0.8350', '0.9862']);
    expect([exact.lower, exact.upper].map((end) => end.toFixed(4))).toEqual(['0.8308', '0.9939']);
  });

  it('of a share has wider intervals where the notes are of few patients', () => {
    const groupIds = alone.map((_, note) => `patient ${Math.floor(note / 4)}`);
    const [sensitivity] = thresholdFigures({ label: 'a', ...atThreshold, groupIds });
    const [wilson, exact] = sensitivity.intervals;
    expect(sensitivity).toMatchObject({ value: 0.95, support: 40 });
    // As of 9.5 of 10.
    expect(wilson).toEqual(wilsonInterval(9.5, 10));
    expect(exact).toEqual(clopperPearsonInterval(9.5, 10));
  });

  it('of agreement is not defined where all is one class', () => {
    const matrix = countConfusion(['a', 'a'], ['a', 'a'], ['a', 'b']);
    const kappa = agreementFigures(matrix).find(({ name }) => name === 'cohen-kappa');
    expect(kappa).toMatchObject({ value: null, undefinedBecause: 'one-class-only' });
  });
});

describe('bootstrapFigures', () => {
  it('puts an interval over patients in front, the same for the same seed', () => {
    const scores = scoresOf(classes[1]);
    const run = () =>
      bootstrapFigures({
        groupIds: scores.notes.map(({ groupId }) => groupId),
        figuresOf: (items) =>
          scoreFigures({
            labels: scores.labels,
            notes: Array.from(items, (item) => scores.notes[item]),
          }),
        random: new RandomStream(1, 'bootstrap'),
        resamples: 200,
        method: 'percentile',
      });
    const figures = run();
    expect(run()).toEqual(figures);
    const macro = figures.find(({ name, averaging }) => name === 'auroc' && averaging === 'macro')!;
    const [interval] = macro.intervals;
    expect(interval.method).toBe('bootstrap-percentile');
    expect(interval.lower).toBeLessThan(macro.value!);
    expect(interval.upper).toBeGreaterThan(macro.value!);
    const slope = figures.find(({ name }) => name === 'calibration-slope')!;
    expect(slope.intervals.map(({ method }) => method)).toEqual(['bootstrap-percentile', 'wald']);
  });
});

describe('figureDifferences', () => {
  it('are between the same figures, with intervals narrower than those of models drawn apart', () => {
    const scores = scoresOf(classes[1]);
    const select = (items: Int32Array, change: (score: number) => number): OutOfFoldScores => ({
      labels: scores.labels,
      notes: Array.from(items, (item) => ({
        ...scores.notes[item],
        scores: Array.from(scores.notes[item].scores, change),
      })),
    });
    const b = (items: Int32Array) => scoreFigures(select(items, (score) => score));
    // The same model, a little less sure.
    const a = (items: Int32Array) => scoreFigures(select(items, (score) => 0.9 * score + 0.025));
    const groupIds = scores.notes.map(({ groupId }) => groupId);
    const common = { groupIds, random: new RandomStream(3, 'differences'), resamples: 200 };
    const differences = figureDifferences({ a, b, ...common, method: 'percentile' });
    const [apart] = bootstrapFigures({ figuresOf: b, ...common, method: 'percentile' }).filter(
      ({ name, averaging }) => name === 'brier' && averaging === 'of-all',
    );
    const brier = differences.find(
      ({ a: { name, averaging } }) => name === 'brier' && averaging === 'of-all',
    )!;
    const { estimate, interval } = brier.difference;
    expect(estimate).toBeCloseTo(brier.a.value! - brier.b.value!, 12);
    expect(interval!.lower).toBeLessThanOrEqual(estimate!);
    expect(interval!.upper).toBeGreaterThanOrEqual(estimate!);
    const [own] = apart.intervals;
    expect(interval!.upper - interval!.lower).toBeLessThan((own.upper - own.lower) / 2);
    // The order is the same, so that nothing differs, in no resample.
    const auroc = differences.find(({ a: figure }) => figure.name === 'auroc')!;
    expect(auroc.difference).toMatchObject({ estimate: 0, withoutInterval: 'no-spread' });
  });
});

describe('figuresOverFolds', () => {
  it('shows each fold beside all together, and says null where a fold lacks the class', () => {
    const notes = [0.2, 0.9, 0.4, 0.3, 0.8].map((score, note) => ({
      id: String(note),
      fold: Math.floor(note / 2),
      groupId: null,
      label: note % 2 === 0 ? 'no' : 'yes',
      scores: [1 - score, score],
    }));
    const folds = [notes.slice(0, 2), notes.slice(2, 4), notes.slice(4)];
    const figures = figuresOverFolds(folds, (items) =>
      noteFigures({ labels: ['no', 'yes'], notes: items }),
    );
    const find = (name: string, label: string | null) =>
      figures.find(({ pooled }) => pooled.name === name && pooled.label === label);
    expect(find('auroc', 'yes')).toMatchObject({
      pooled: { value: 4 / 6 },
      values: [1, 0, null],
      mean: { count: 2, mean: 0.5 },
    });
    expect(find('accuracy', null)).toMatchObject({ pooled: { value: 0.6 }, values: [1, 0.5, 0] });
    expect(find('calibration-slope', 'no')?.mean).toBeNull();
  });
});

describe('requireScores', () => {
  const note = { id: 'a', fold: 0, groupId: null, label: 'no', scores: [0.4, 0.6] };
  const labels = ['no', 'yes'];
  it.each([
    ['evaluation.empty', []],
    ['evaluation.unknown-label', [{ ...note, label: 'perhaps' }]],
    ['evaluation.length-mismatch', [{ ...note, scores: [1] }]],
    ['evaluation.out-of-range', [{ ...note, scores: [0.4, 0.4] }]],
    ['evaluation.out-of-range', [{ ...note, scores: [-1, 2] }]],
    ['evaluation.out-of-range', [{ ...note, scores: [NaN, 0.4] }]],
  ])('refuses with %s', (code, notes) => {
    expect(() => requireScores({ labels, notes })).toThrow(code);
    expect(() => requireScores({ labels, notes })).not.toThrow(/perhaps/);
  });
  it('takes probabilities of 32 bits', () => {
    const scores = Float32Array.of(0.1, 0.9);
    expect(requireScores({ labels, notes: [{ ...note, scores }] }).notes).toHaveLength(1);
  });
});
