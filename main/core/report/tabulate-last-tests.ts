import type { LastTest } from '#core/evaluation/judgement/last-test.ts';
import type { Measured } from '#core/evaluation/thresholds/threshold-table.ts';
import { say } from '#core/wording/say.ts';
import { tabulateFigures, type WordedTable } from './judgement-tables.ts';
import type { ReportWords } from './report-words.ts';
import type { StudyResults } from './study-results.ts';

/** What models said of the locked sets: for each task its figures, then what became of thresholds. */
export function tabulateLastTests(
  { lastTests = [] }: Pick<StudyResults, 'lastTests'>,
  words: ReportWords,
): WordedTable[] {
  const byTask = Map.groupBy(lastTests, ({ task }) => task);
  return Array.from(byTask, ([task, tests]) => [
    ...tabulateTested(task, tests, words),
    ...tabulateRules(task, tests, words),
  ]).flat();
}

function tabulateTested(
  task: string,
  tests: readonly LastTest[],
  words: ReportWords,
): WordedTable[] {
  const models = tests.map(({ model, figures, rule }) => ({
    model,
    rule,
    figures: figures.map((pooled) => ({ pooled, values: [], mean: null })),
  }));
  const sets = [
    ...new Set(
      tests.flatMap(({ sets }) =>
        sets.map(({ name, version }) => words.render(say('warnings', 'setVersion', name, version))),
      ),
    ),
  ];
  return tabulateFigures({ task, models, bootstrap: null }, words).map((table) => ({
    ...table,
    caption: words.lastTest.caption(task, sets),
    notes: tests.flatMap((test) => describeTest(test, words)),
  }));
}

/** Of how many examples, when, and after how many others: that is what the figures are worth. */
function describeTest(test: LastTest, { lastTest, instant }: ReportWords): string[] {
  const { model, examples, groups, testedAtMs, earlier, unknownLabels } = test;
  return [
    [
      lastTest.tested(model, examples, groups, instant(testedAtMs)),
      earlier === 0 ? lastTest.firstOpening : lastTest.earlier(earlier),
      ...(unknownLabels.length === 0 ? [] : [lastTest.unknownNotes(unknownLabels)]),
    ].join(' '),
  ];
}

function tabulateRules(
  task: string,
  tests: readonly LastTest[],
  words: ReportWords,
): WordedTable[] {
  const { figures, lastTest, numbers, report } = words;
  const rules = tests.flatMap(({ model, rule }) => (rule === null ? [] : [{ model, rule }]));
  if (rules.length === 0) return [];
  const text = (title: string) => ({ title, numeric: false });
  const number = (title: string) => ({ title, numeric: true });
  const range = ({ value, intervals: [interval] }: Measured, digits = 3) =>
    value === null
      ? figures.none
      : figures.range(
          numbers.score(value, digits),
          numbers.score(interval.lower, digits),
          numbers.score(interval.upper, digits),
        );
  return [
    {
      caption: lastTest.rulesCaption(task),
      columns: [
        text(report.model),
        text(figures.lookedFor),
        number(lastTest.positives),
        number(figures.wanted),
        number(figures.threshold),
        number(figures.sensitivityThere),
        number(figures.specificityThere),
        number(figures.alerts),
        text(lastTest.verdict),
      ],
      rows: rules.map(({ model, rule: { label, wanted, bounds, row, verdict } }) => [
        model,
        label,
        numbers.count(row.truePositives + row.falseNegatives),
        `≥ ${numbers.decimal(wanted.sensitivity)}`,
        numbers.score(row.threshold),
        lastTest.bounds(
          numbers.score(row.sensitivity.value ?? 0),
          numbers.score(bounds.lower),
          numbers.score(bounds.upper),
        ),
        range(row.specificity),
        row.atPrevalence === null ? figures.none : range(row.atPrevalence.alertsPerThousand, 0),
        lastTest[verdict],
      ]),
      notes: [lastTest.rulesNote(numbers.percentage(rules[0].rule.wanted.confidence))],
    },
  ];
}
