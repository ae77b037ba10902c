import type { ScreeningRule } from '#core/domain/screening-rule.ts';
import type { FigureName } from '#core/evaluation/figures/figure-descriptions.ts';
import type { Figure } from '#core/evaluation/figures/figure.ts';
import { figureKey } from '#core/evaluation/figures/figure-key.ts';
import type {
  FigureGap,
  ModelJudgement,
  TaskJudgement,
} from '#core/evaluation/judgement/task-judgement.ts';
import { significanceLevel } from '#core/evaluation/statistics/judge-comparison.ts';
import type { ReportWords } from './report-words.ts';
import type { ModelRanks, StudyResults, TaskComparison } from './study-results.ts';

/** A table in words, for the terminal and for a page. */
export interface WordedTable {
  readonly caption: string;
  readonly columns: readonly { readonly title: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
}

const text = (title: string) => ({ title, numeric: false });
const number = (title: string) => ({ title, numeric: true });

const averagingWords = {
  'one-against-rest': 'by-one-against-rest',
  'of-all': 'by-of-all',
  micro: 'by-micro',
  macro: 'by-macro',
  weighted: 'by-weighted',
} as const;
const modeWords = {
  strict: 'mode-strict',
  exact: 'mode-exact',
  partial: 'mode-partial',
  type: 'mode-type',
} as const;
const calibratorWords = {
  temperature: 'kind-temperature',
  platt: 'kind-platt',
  isotonic: 'kind-isotonic',
} as const;

/** Of a task: its figures with intervals, then calibration and threshold of what looks for a class. */
export function tabulateTask(judged: TaskJudgement, words: ReportWords): WordedTable[] {
  return [...tabulateFigures(judged, words), ...tabulateRules(judged, words)];
}

/** Beside the comparisons over folds: pairs on the same examples, stated margins, ranks. */
export function tabulateComparisons(results: StudyResults, words: ReportWords): WordedTable[] {
  return [
    ...tabulatePairs(results, words),
    ...tabulateEquivalences(results.comparisons, words),
    ...results.ranks.map((ranks) => tabulateRanks(ranks, words)),
  ];
}

/** Of the class that is looked for alone, where there are two: the other’s figures the same again. */
const ofSoughtClass: ReadonlySet<FigureName> = new Set<FigureName>([
  'brier',
  'log-loss',
  'ece',
  'calibration-intercept',
  'calibration-slope',
]);

/** The figures of models on the same examples, a column each. */
export function tabulateFigures(
  {
    task,
    models,
    bootstrap,
  }: Pick<TaskJudgement, 'task' | 'bootstrap'> & {
    readonly models: readonly (Pick<ModelJudgement, 'model' | 'figures'> & {
      readonly rule: Pick<ScreeningRule, 'label'> | null;
    })[];
  },
  words: ReportWords,
): WordedTable[] {
  if (models.length === 0) return [];
  const { figures } = words;
  const sought = models.find(({ rule }) => rule !== null)?.rule?.label ?? null;
  const byModel = models.map(
    (each) => new Map(each.figures.map(({ pooled }) => [figureKey(pooled), pooled])),
  );
  const shown = [...new Map(byModel.flatMap((ofModel) => [...ofModel])).values()].filter((figure) =>
    isShown(figure, sought),
  );
  const hasModes = shown.some(({ mode }) => mode !== null);
  const rows = shown.map((figure) => [
    figures[figure.name],
    figure.label ?? figures[averagingWords[figure.averaging]],
    ...(hasModes ? [figure.mode === null ? '' : figures[modeWords[figure.mode]]] : []),
    words.numbers.count(figure.support),
    ...byModel.map((ofModel) => describeFigure(ofModel.get(figureKey(figure)), words)),
  ]);
  const table: WordedTable = {
    caption: figures.pooledCaption(task),
    columns: [
      text(figures.figure),
      text(figures.classOrType),
      ...(hasModes ? [text(figures.mode)] : []),
      number(figures.support),
      ...models.map(({ model }) => number(model)),
    ],
    rows,
    notes: [
      ...(bootstrap === null ? [] : [figures.patientsNote(bootstrap.resamples, bootstrap.groups)]),
      ...(hasModes ? [] : [figures.pooledNote]),
    ],
  };
  return [table];
}

/** All are in figures.csv; a page shows those that do not figures the same again. */
function isShown({ name, averaging, mode, label }: Figure, sought: string | null): boolean {
  if (mode !== null) {
    if (label !== null) return mode === 'strict' || (mode === 'type' && name === 'f1');
    return averaging === 'micro' || (averaging === 'macro' && mode === 'strict');
  }
  if (label === null) return averaging === 'of-all' || averaging === 'macro';
  if (sought !== null) return label === sought;
  return !ofSoughtClass.has(name);
}

function describeFigure(figure: Figure | undefined, words: ReportWords): string {
  const { figures, numbers } = words;
  if (figure === undefined) return figures.none;
  if (figure.value === null) {
    return figure.undefinedBecause === null ? figures.none : figures[figure.undefinedBecause];
  }
  const interval = figure.intervals.at(0);
  const value = numbers.score(figure.value);
  return interval === undefined
    ? value
    : figures.range(value, numbers.score(interval.lower), numbers.score(interval.upper));
}

function tabulateRules({ task, models }: TaskJudgement, words: ReportWords): WordedTable[] {
  const { figures } = words;
  const rules = models.flatMap(({ model, rule }) => (rule === null ? [] : [{ model, rule }]));
  if (rules.length === 0) return [];
  const [{ rule: first }] = rules;
  return [
    {
      caption: figures.rulesCaption(task),
      columns: [
        text(words.report.model),
        text(figures.lookedFor),
        number(figures.logLossOf),
        text(figures.calibration),
        number(figures.wanted),
        number(figures.threshold),
        number(figures.sensitivityThere),
        number(figures.specificityThere),
        number(figures.ppvThere),
        number(figures.alerts),
      ],
      rows: rules.map(({ model, rule }) => [model, ...describeRule(rule, words)]),
      notes: [figures.rulesNote(first.prevalence, first.isPrevalenceStated)],
    },
  ];
}

function describeRule(rule: ScreeningRule, words: ReportWords): string[] {
  const { figures, numbers } = words;
  const { threshold, calibrator } = rule;
  const range = (expected: { value: number; lower: number; upper: number } | null, digits = 3) =>
    expected === null
      ? figures.none
      : figures.range(
          numbers.score(expected.value, digits),
          numbers.score(expected.lower, digits),
          numbers.score(expected.upper, digits),
        );
  return [
    rule.label,
    `${numbers.count(rule.positives)} / ${numbers.count(rule.notes)}`,
    calibrator === null ? figures.noCalibration : figures[calibratorWords[calibrator.kind]],
    `≥ ${numbers.decimal(rule.wanted.sensitivity)}`,
    threshold === null
      ? figures.cannotClaim(rule.positives, rule.neededPositives)
      : numbers.score(threshold.probability),
    ...(threshold === null
      ? [figures.none, figures.none, figures.none, figures.none]
      : [
          range(threshold.sensitivity),
          range(threshold.specificity),
          range(threshold.ppv),
          range(threshold.alertsPerThousand, 0),
        ]),
  ];
}

/** The figures of which pairs are shown; all are in results.json. */
const gapFigures: readonly Pick<FigureGap, 'name' | 'averaging' | 'mode'>[] = [
  { name: 'mcc', averaging: 'of-all', mode: null },
  { name: 'auroc', averaging: 'macro', mode: null },
  { name: 'f1', averaging: 'micro', mode: 'strict' },
];

function tabulatePairs({ judgements, comparisons }: StudyResults, words: ReportWords) {
  const { figures, numbers } = words;
  const pairs = judgements.flatMap(({ task, pairs }) => pairs.map((pair) => ({ task, ...pair })));
  if (pairs.length === 0) return [];
  const gaps = gapFigures.filter((wanted) =>
    pairs.some(({ differences }) => differences.some((each) => isOf(each, wanted))),
  );
  const table: WordedTable = {
    caption: figures.pairsCaption,
    columns: [
      text(words.report.aAgainstB),
      text(figures.taskColumn),
      ...gaps.map(({ name }) => number(figures.gap(figures[name]))),
      number(figures.onlyA),
      number(figures.onlyB),
      number(figures.mcNemar),
      number(figures.holm),
    ],
    rows: pairs.map(({ task, modelA, modelB, differences, paired, pairedPHolm }) => [
      figures.pair(modelA, modelB),
      task,
      ...gaps.map((wanted) =>
        describeGap(
          differences.find((each) => isOf(each, wanted)),
          words,
        ),
      ),
      paired === null ? figures.none : numbers.count(paired.onlyARight),
      paired === null ? figures.none : numbers.count(paired.onlyBRight),
      numbers.p(paired?.exactP ?? null),
      numbers.p(pairedPHolm),
    ]),
    notes: [figures.pairsNote(comparisons.at(0)?.result.familySize ?? pairs.length)],
  };
  return [table];
}

function isOf(each: FigureGap, wanted: (typeof gapFigures)[number]): boolean {
  const { name, averaging, mode } = wanted;
  return (
    each.label === null && each.name === name && each.averaging === averaging && each.mode === mode
  );
}

function describeGap(gap: FigureGap | undefined, { figures, numbers }: ReportWords): string {
  if (gap === undefined || gap.difference === null) return figures.none;
  const difference = numbers.difference(gap.difference);
  return gap.interval === null
    ? difference
    : figures.range(
        difference,
        numbers.difference(gap.interval.lower),
        numbers.difference(gap.interval.upper),
      );
}

function tabulateEquivalences(comparisons: readonly TaskComparison[], words: ReportWords) {
  const { figures, numbers } = words;
  const rows = comparisons.flatMap(({ task, metric, modelA, modelB, equivalence }) => {
    if (equivalence === null) return [];
    const { interval, margin, noWorsePHolm, equivalentPHolm } = equivalence;
    const verdict =
      equivalentPHolm <= significanceLevel
        ? figures.shownEquivalent
        : noWorsePHolm <= significanceLevel
          ? figures.shownNoWorse
          : figures.notShown;
    return [
      [
        figures.pair(modelA, modelB),
        `${task}, ${words.nameOf(metric)}`,
        numbers.decimal(margin),
        interval === null
          ? figures.none
          : words.report.range(
              numbers.difference(interval.lower),
              numbers.difference(interval.upper),
            ),
        numbers.p(noWorsePHolm),
        numbers.p(equivalentPHolm),
        verdict,
      ],
    ];
  });
  if (rows.length === 0) return [];
  const table: WordedTable = {
    caption: figures.equivalenceCaption,
    columns: [
      text(words.report.aAgainstB),
      text(figures.taskColumn),
      number(figures.margin),
      number(figures.interval90),
      number(figures.noWorse),
      number(figures.equivalent),
      text(figures.verdict),
    ],
    rows,
    notes: [figures.equivalenceNote],
  };
  return [table];
}

function tabulateRanks(ranks: ModelRanks, words: ReportWords): WordedTable {
  const { figures, numbers } = words;
  const others = (model: string) =>
    ranks.pairs
      .filter(({ p, modelA, modelB }) => p <= significanceLevel && [modelA, modelB].includes(model))
      .map(({ modelA, modelB }) => (modelA === model ? modelB : modelA));
  const order = ranks.models
    .map((model, index) => ({ model, rank: ranks.meanRanks[index] }))
    .sort((a, b) => a.rank - b.rank);
  return {
    caption: ranks.task === null ? figures.ranksOfTasks : figures.ranksOfFolds(ranks.task),
    columns: [text(words.report.model), number(figures.meanRank), text(figures.differsFrom)],
    rows: order.map(({ model, rank }) => [
      model,
      numbers.score(rank, 2),
      ranks.p <= significanceLevel && others(model).length > 0
        ? others(model).join(', ')
        : figures.none,
    ]),
    notes: [
      figures.ranksNote(
        numbers.p(ranks.p),
        numbers.score(ranks.criticalDifference, 2),
        ranks.blocks,
      ),
      ...(ranks.over === 'folds' ? [figures.ranksOfFoldsNote] : []),
    ],
  };
}
