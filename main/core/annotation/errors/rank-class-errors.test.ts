import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import { classifyRow, fitLogisticRegression } from '#core/baselines/logistic-regression.ts';
import { fitTfIdf, weighTerms } from '#core/baselines/tf-idf.ts';
import { probabilityOf } from '#core/domain/class-probabilities.ts';
import { rankClassErrors } from './rank-class-errors.ts';

it('Classes are ranked by how little a model believes them, and told where it is sure of another', () => {
  const ranked = rankClassErrors([
    { id: 'right', given: 0, probabilities: [0.9, 0.1] },
    { id: 'wrong', given: 0, probabilities: [0.05, 0.95] },
    { id: 'unsure', given: 1, probabilities: [0.55, 0.45] },
    { id: 'other', given: 1, probabilities: [0.1, 0.9] },
  ]);
  expect(ranked.map(({ id }) => id)).toEqual(['wrong', 'unsure', 'right', 'other']);
  // Thresholds: 0.475 of class 0, 0.675 of class 1.
  expect(ranked.map(({ isConfident }) => isConfident)).toEqual([true, true, false, false]);
  expect(ranked[0]).toMatchObject({ given: 0, expected: 1, score: 0.05 });
});

const file = new URL('../../../../../shared/data/nubes/nubes_negation_1838.csv', import.meta.url);

it.skipIf(!existsSync(file))(
  'Of 5 % flipped classes of NUBES the first tenth of the list holds 60 % or more',
  () => {
    const rows = parse<{ text: string; label: string }>(readFileSync(file), { columns: true });
    const classes = [...new Set(rows.map(({ label }) => label))].sort();
    const random = new RandomStream(5, 'flipped');
    const flipped = new Set(
      random.shuffle(rows.map((_, at) => at)).slice(0, Math.round(rows.length / 20)),
    );
    const labels = rows.map(({ label }, at) =>
      flipped.has(at) ? 1 - classes.indexOf(label) : classes.indexOf(label),
    );
    const folds = 5;
    const examples = Array.from({ length: folds }, (_, fold) => {
      const learned = rows.flatMap((__, at) => (at % folds === fold ? [] : [at]));
      const terms = fitTfIdf(learned.map((at) => rows[at].text));
      const model = fitLogisticRegression(
        learned.map((at) => weighTerms(terms, rows[at].text)),
        Int32Array.from(learned, (at) => labels[at]),
        { columnCount: terms.columnOf.size, classCount: 2, inversePenalty: 1 },
      );
      return rows.flatMap(({ text }, at) => {
        if (at % folds !== fold) return [];
        const logits = classifyRow(model, weighTerms(terms, text));
        const probabilities = [0, 1].map((label) => probabilityOf(logits, label));
        return [{ id: String(at), given: labels[at], probabilities }];
      });
    }).flat();
    const top = rankClassErrors(examples).slice(0, Math.round(rows.length / 10));
    const found = top.filter(({ id }) => flipped.has(Number(id))).length;
    expect(flipped.size).toBe(92);
    expect(found / flipped.size).toBeGreaterThanOrEqual(0.6);
  },
);
