import { describe, expect, it } from 'vitest';
import { finishAtOnce } from '#core/base/paced.ts';
import { RandomStream } from '#core/base/random-stream.ts';
import type { ClassPredictions } from '#core/domain/predictions.ts';
import { judgeTask } from '#core/evaluation/judgement/judge-task.ts';
import { testEquivalence } from '#core/evaluation/statistics/test-equivalence.ts';
import { languages, type Language } from '#core/wording/language.ts';
import { writeReport } from './html/write-report.ts';
import { tabulateComparisons, tabulateTask } from './judgement-tables.ts';
import { wordsOf } from './report-words.ts';
import { sampleStudyResults } from './sample-study-results.ts';
import type { StudyResults } from './study-results.ts';
import { writeTerminalReport } from './write-terminal-report.ts';

function predictionsOf(skill: number, fold: number): ClassPredictions {
  const truth = new RandomStream(9, `truth ${fold}`);
  const random = new RandomStream(9, `${skill} ${fold}`);
  return {
    kind: 'classification',
    classes: ['absent', 'present'],
    notes: Array.from({ length: 200 }, (_, item) => {
      const right = Number(truth.uniform() < 0.3);
      const logits = [0, 1].map((each) => random.normal() + (each === right ? skill : 0));
      return { id: `n${item}`, groupId: `p${fold}-${item % 40}`, truth: right, logits };
    }),
  };
}

function judgedResults(): StudyResults {
  const results = sampleStudyResults();
  const [{ name: task }] = results.tasks;
  const [modelB, modelA] = results.models.map(({ name }) => name);
  const judged = finishAtOnce(
    judgeTask({
      task,
      models: [
        {
          model: modelA,
          folds: [0, 1].map((fold) => ({ fold, predictions: predictionsOf(2, fold) })),
        },
        {
          model: modelB,
          folds: [0, 1].map((fold) => ({ fold, predictions: predictionsOf(1, fold) })),
        },
      ],
      pairs: [{ modelA, modelB }],
      wanted: () => ({ label: 'present', sensitivity: 0.9, prevalence: 0.02 }),
      random: new RandomStream(1, 'test'),
    }),
  );
  const test = testEquivalence([0.01, 0.02, 0, 0.01], { margin: 0.05, testFraction: 0.1 });
  const [comparison, ...others] = results.comparisons;
  return {
    ...results,
    judgements: [
      { ...judged, pairs: judged.pairs.map((pair) => ({ ...pair, pairedPHolm: 0.004 })) },
    ],
    comparisons: [
      { ...comparison, equivalence: { ...test, noWorsePHolm: 0.01, equivalentPHolm: 0.2 } },
      ...others,
    ],
    ranks: [
      {
        ...{ over: 'folds', task, models: ['a', 'b', 'c'], meanRanks: [2.5, 1, 2.5], blocks: 10 },
        ...{ chiSquare: 9, f: 7, p: 0.01, criticalDifference: 1.05 },
        pairs: [{ modelA: 'a', modelB: 'b', rankDifference: 1.5, p: 0.02 }],
      },
    ],
  };
}

const results = judgedResults();
const all = Object.keys(languages) as Language[];

describe.each(all)('tables of judgements in %s', (language) => {
  const words = wordsOf(language);
  const tables = [
    ...results.judgements.flatMap((judged) => tabulateTask(judged, words)),
    ...tabulateComparisons(results, words),
  ];

  it('have a cell for each column, and no word that is missing', () => {
    expect(tables).toHaveLength(5);
    for (const { columns, rows, notes, caption } of tables) {
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row).toHaveLength(columns.length);
      const text = [caption, ...columns.map(({ title }) => title), ...rows.flat(), ...notes];
      for (const each of text) expect(each).not.toMatch(/undefined|\[object|NaN|null/);
    }
  });

  it('stand on the terminal and in the report', () => {
    const terminal = writeTerminalReport(results, language);
    const html = writeReport(results, language);
    for (const { caption } of tables) {
      expect(terminal).toContain(caption);
      expect(html).toContain(caption.replaceAll('&', '&amp;').replaceAll('’', '’'));
    }
  });
});

describe('what the tables say', () => {
  const words = wordsOf('en');
  const [figures, rules] = tabulateTask(results.judgements[0], words);

  it('is of the class that is looked for, with an interval over patients', () => {
    const auroc = figures.rows.find(([name, label]) => name === 'AUROC' && label === 'present');
    expect(auroc?.[3]).toMatch(/^0\.\d{3} \(0\.\d{3} to \d\.\d{3}\)$/);
    expect(figures.rows.some(([, label]) => label === 'absent')).toBe(false);
    expect(figures.notes[0]).toContain('80 of them drawn 2,000 times');
  });

  it('claims a threshold with what it costs, at the stated prevalence', () => {
    expect(rules.rows[0].slice(1, 3)).toEqual(['present', expect.stringMatching(/\d+ \/ 400/)]);
    expect(rules.rows[0][4]).toBe('≥ 0.9');
    expect(rules.notes[0]).toContain('prevalence of 2 %, as the plan states it');
  });

  it('says what cannot be claimed, and what a claim needs', () => {
    const [judged] = results.judgements;
    const [{ rule, ...model }] = judged.models;
    if (rule === null) throw new Error('there is a rule');
    const without = { ...model, rule: { ...rule, threshold: null, positives: 20 } };
    const [, table] = tabulateTask({ ...judged, models: [without] }, words);
    expect(table.rows[0][5]).toBe('cannot be claimed: 20 positives, 29 are needed');
  });

  it('gives verdicts on a stated margin and ranks with who differs', () => {
    const [pairs, equivalence, ranks] = tabulateComparisons(results, words);
    expect(pairs.rows[0].slice(-2)[1]).toBe('0.00400');
    expect(equivalence.rows[0].at(-1)).toBe('A is no worse');
    expect(ranks.rows).toEqual([
      ['b', '1.00', 'a'],
      ['a', '2.50', 'b'],
      ['c', '2.50', '–'],
    ]);
  });
});
