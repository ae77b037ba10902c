import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StudyResults } from '#core/report/study-results.ts';
import { makePlace, runCommand, smallPlan, type Place } from './command-line.ts';

/** Every figure follows from the scores that are kept of each example, without this program. */
const python = process.env['ANAMNESIS_PYTHON'] ?? 'python3';
const hasPackages = (() => {
  try {
    execFileSync(python, ['-c', 'import scipy, seqeval, sklearn'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

const { screen, entities } = smallPlan.tasks;
const plan = {
  ...smallPlan,
  name: 'scored',
  tasks: {
    screen: {
      ...screen,
      folds: 3,
      epochs: 3,
      baselines: ['majority', 'tf-idf', 'keywords'],
      keywords: {
        class: 'offer-test',
        otherwise: 'no-test',
        language: 'nl',
        terms: ['gordelroos', 'spruw', 'tuberculose', 'soa'],
      },
    },
    // Long enough to find some entities, wrong ones among them.
    entities: {
      ...entities,
      baselines: ['dictionary'],
      epochs: 10,
      batchSize: 4,
      dropout: 0,
      learningRate: 5e-3,
    },
  },
};

let place: Place;
let folder: string;
let results: StudyResults;
beforeAll(async () => {
  place = makePlace();
  folder = join(place.folder, 'results');
  const run = ['study', 'run', place.writePlan(plan), '--results', folder, ...place.options];
  const ran = await runCommand(run);
  expect(ran.exitCode, ran.stderr).toBe(0);
  const report = ['study', 'report', 'scored', '--results', folder, '--scores', ...place.options];
  const written = await runCommand(report);
  expect(written.exitCode, written.stderr).toBe(0);
  results = JSON.parse(readFileSync(join(folder, 'results.json'), 'utf8')) as StudyResults;
}, 300_000);
afterAll(() => {
  rmSync(place.folder, { recursive: true });
});

type Row = Readonly<Record<string, string>>;
const rowsOf = (name: string): Row[] =>
  parse(readFileSync(join(folder, name), 'utf8'), { columns: true });

/** The value of a metric of a fold over all classes or types. */
function reported(task: string, name: string, { model, fold }: Row): number {
  const found = results.measurements.find(
    (each) =>
      each.task === task &&
      each.model === model &&
      each.fold + 1 === Number(fold) &&
      each.metric.name === name &&
      each.metric.entityType === null,
  );
  return found?.metric.value ?? Number.NaN;
}

function groupBy(rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
  return [...Map.groupBy(rows, keyOf).values()];
}
const foldOf = ({ model, fold }: Row) => `${model} ${fold}`;

describe('the scores of a study', () => {
  it('give the accuracy of each fold, and are probabilities', () => {
    const folds = groupBy(rowsOf('note-scores.csv'), foldOf);
    expect(folds).toHaveLength(3 * (Object.keys(plan.models).length + 3));
    for (const fold of folds) {
      const notes = groupBy(fold, ({ id }) => id);
      const right = notes.filter((classes) => {
        const sum = classes.reduce((total, row) => total + Number(row.probability), 0);
        expect(sum).toBeCloseTo(1, 9);
        const [likeliest] = classes.toSorted((a, b) => Number(b.logit) - Number(a.logit));
        return likeliest.class === likeliest.truth;
      });
      expect(reported('screen', 'accuracy', fold[0])).toBeCloseTo(right.length / notes.length, 12);
    }
    const groups = new Set(rowsOf('note-scores.csv').map(({ group }) => group));
    expect(groups.size).toBeGreaterThan(10);
    expect(groups).not.toContain('');
  });

  it('are those of baselines too, which stand behind the models and are no comparison', () => {
    const names = results.models.map(({ name, isBaseline }) => [name, isBaseline]);
    expect(names).toEqual([
      ['general', false],
      ['adapted', false],
      ['majority', true],
      ['tf-idf', true],
      ['keywords', true],
      ['dictionary', true],
    ]);
    expect(results.comparisons).toHaveLength(2);
    const mcc = results.measurements.filter(
      ({ model, metric }) => model === 'majority' && metric.name === 'mcc',
    );
    expect(mcc.map(({ metric }) => metric.value)).toEqual([0, 0, 0]);
    const told = results.warnings.filter(({ kind }) => kind === 'not-above-baseline');
    expect(told.map(({ about }) => about)).toContain('entities');
    expect(told[0].text).toMatch(/the baseline (tf-idf|keywords|dictionary|majority) \(/);
  });

  it('give the share of found entities that are right, and of right ones that are found', () => {
    const folds = groupBy(rowsOf('entity-spans.csv'), foldOf);
    let predictedCount = 0;
    for (const fold of folds) {
      const keysOf = (wanted: string) =>
        fold
          .filter(({ side }) => side === wanted)
          .map(({ sentence, start, end, type }) => [sentence, start, end, type].join());
      const truth = new Set(keysOf('truth'));
      const predicted = keysOf('predicted');
      predictedCount += predicted.length;
      const matched = predicted.filter((key) => truth.has(key)).length;
      const share = (of: number) => (of === 0 ? 0 : matched / of);
      expect(reported('entities', 'recall-micro', fold[0])).toBeCloseTo(share(truth.size), 12);
      const precision = reported('entities', 'precision-micro', fold[0]);
      expect(precision).toBeCloseTo(share(predicted.length), 12);
    }
    expect(predictedCount).toBeGreaterThan(20);
    const scores = rowsOf('entity-spans.csv').filter(({ side }) => side === 'predicted');
    for (const { score } of scores) {
      expect(Number(score)).toBeGreaterThan(0.1);
      expect(Number(score)).toBeLessThanOrEqual(1);
    }
  });
});

describe('figures.csv', () => {
  const valueOf = (wanted: Row): Row => {
    const found = rowsOf('figures.csv').filter((row) =>
      Object.entries(wanted).every(([column, value]) => row[column] === value),
    );
    expect(found).toHaveLength(1);
    return found[0];
  };

  it('gives the means that the report gives, and four modes of matching entities', () => {
    const mean = (values: number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
    const models = results.models.map(({ name }) => name);
    expect(new Set(rowsOf('figures.csv').map(({ model }) => model))).toEqual(new Set(models));
    for (const model of ['general', 'adapted', 'tf-idf']) {
      const folds = ['1', '2', '3'].map((fold) => reported('screen', 'accuracy', { model, fold }));
      const accuracy = valueOf({ task: 'screen', model, figure: 'accuracy' });
      expect(Number(accuracy.mean)).toBeCloseTo(mean(folds), 12);
      expect(accuracy.folds).toBe('3');
    }
    const found = ['strict', 'exact', 'partial', 'type'].map((mode) =>
      Number(
        valueOf({
          task: 'entities',
          model: 'dictionary',
          figure: 'f1',
          averaging: 'micro',
          mode,
        }).pooled,
      ),
    );
    const [strict, exact, partial, type] = found;
    expect(strict).toBeGreaterThan(0);
    expect(exact).toBeGreaterThanOrEqual(strict);
    expect(partial).toBeGreaterThanOrEqual(exact);
    expect(type).toBeGreaterThanOrEqual(strict);
  });

  it('gives an AUROC that is the share of pairs in the right order', () => {
    const notes = rowsOf('note-scores.csv').filter(
      (row) => row.model === 'tf-idf' && row.class === 'offer-test',
    );
    const scoresOf = (isPositive: boolean) =>
      notes
        .filter(({ truth }) => (truth === 'offer-test') === isPositive)
        .map(({ probability }) => Number(probability));
    const wins = scoresOf(true).flatMap((positive) =>
      scoresOf(false).map((negative) => (Math.sign(positive - negative) + 1) / 2),
    );
    const auroc = valueOf({
      task: 'screen',
      model: 'tf-idf',
      figure: 'auroc',
      averaging: 'one-against-rest',
      label: 'offer-test',
    });
    const share = wins.reduce((sum, win) => sum + win, 0) / wins.length;
    expect(Number(auroc.pooled)).toBeCloseTo(share, 12);
  });
});

describe.skipIf(!hasPackages)(
  `check_figures.py${hasPackages ? '' : ' (skipped, needs scikit-learn, SciPy and seqeval in ANAMNESIS_PYTHON)'}`,
  () => {
    const check = (): { status: number; text: string } => {
      try {
        const text = execFileSync(python, [join(folder, 'check_figures.py'), folder]).toString();
        return { status: 0, text };
      } catch (error) {
        const { status, stdout } = error as { status: number; stdout: Buffer };
        return { status, text: stdout.toString() };
      }
    };

    it('finds every figure of the results equal', () => {
      const { status, text } = check();
      expect(text).toMatch(/^\d{3,} figures are equal, 0 are not\n$/);
      expect(status).toBe(0);
    });

    it('says which figure of figures.csv is not, where one was changed', () => {
      const path = join(folder, 'figures.csv');
      const intact = readFileSync(path, 'utf8');
      const changed = intact.replace(/^(screen,tf-idf,auroc,macro,,,\d+),[^,]+/m, '$1,0.1234');
      expect(changed).not.toBe(intact);
      writeFileSync(path, changed);
      const { status, text } = check();
      writeFileSync(path, intact);
      expect(status).toBe(1);
      expect(text).toMatch(/^NOT EQUAL: screen, tf-idf, auroc macro: reported 0.1234/m);
    });

    it('says which figure is not, where one was changed', () => {
      const path = join(folder, 'results.json');
      const intact = readFileSync(path, 'utf8');
      const changed = JSON.parse(intact) as { measurements: { metric: { value: number } }[] };
      changed.measurements[0].metric.value += 1e-6;
      writeFileSync(path, JSON.stringify(changed));
      const { status, text } = check();
      writeFileSync(path, intact);
      expect(status).toBe(1);
      expect(text).toMatch(/^NOT EQUAL: screen, .*fold 1, mcc: reported/m);
    });
  },
);
