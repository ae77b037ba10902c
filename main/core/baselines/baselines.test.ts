import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { probabilityOf } from '#core/domain/class-probabilities.ts';
import type { TaggedSentence } from '#core/domain/text.ts';
import { classifyRow, fitLogisticRegression } from './logistic-regression.ts';
import { majorityLogits } from './majority-class.ts';
import { findMentions, learnMentions } from './mention-dictionary.ts';
import { fitTfIdf, weighTerms } from './tf-idf.ts';

interface Expected {
  readonly labels: readonly number[];
  readonly terms: number;
  readonly rows: readonly Readonly<Record<string, number>>[];
  readonly probabilities: readonly (readonly number[])[];
}
const expected = JSON.parse(readFileSync('test/fixtures/baselines/expected.json', 'utf8')) as {
  texts: string[];
  two: Expected;
  three: Expected;
};

describe('words counted, as scikit-learn counts them', () => {
  const tfIdf = fitTfIdf(expected.texts);

  it('have the same terms and weights', () => {
    expect(tfIdf.columnOf.size).toBe(expected.two.terms);
    expected.texts.forEach((text, index) => {
      const { columns, values } = weighTerms(tfIdf, text);
      const cells = Object.entries(expected.two.rows[index])
        .map(([column, value]) => [Number(column), value])
        .sort(([a], [b]) => a - b);
      expect([...columns]).toEqual(cells.map(([column]) => column));
      values.forEach((value, cell) => {
        expect(value).toBeCloseTo(cells[cell][1], 12);
      });
    });
  });

  it.each(['two', 'three'] as const)('give the same probabilities: %s classes', (name) => {
    const { labels, probabilities } = expected[name];
    const rows = expected.texts.map((text) => weighTerms(tfIdf, text));
    const model = fitLogisticRegression(rows, Int32Array.from(labels), {
      columnCount: tfIdf.columnOf.size,
      classCount: probabilities[0].length,
      inversePenalty: 10,
    });
    rows.forEach((row, index) => {
      const logits = classifyRow(model, row);
      logits.forEach((_, label) => {
        expect(probabilityOf(logits, label)).toBeCloseTo(probabilities[index][label], 5);
      });
    });
  });

  it('never give a class of which there was no example', () => {
    const rows = expected.texts.map((text) => weighTerms(tfIdf, text));
    const model = fitLogisticRegression(rows, Int32Array.from(expected.two.labels), {
      columnCount: tfIdf.columnOf.size,
      classCount: 3,
      inversePenalty: 10,
    });
    for (const row of rows) expect(probabilityOf(classifyRow(model, row), 2)).toBe(0);
  });
});

describe('the commonest class', () => {
  it('is likeliest, each as often as it occurs', () => {
    const logits = majorityLogits(Int32Array.of(1, 1, 0, 1), 3);
    expect(probabilityOf(logits, 1)).toBeCloseTo(0.75, 3);
    expect(probabilityOf(logits, 2)).toBeLessThan(0.001);
  });
});

describe('mentions looked up', () => {
  const sentence = (tagged: string): TaggedSentence => {
    const pairs = tagged.split(' ').map((each) => each.split('/'));
    const text = pairs.map(([word]) => word).join(' ');
    let start = 0;
    const words = pairs.map(([word]) => {
      const span = { start, end: start + word.length };
      start = span.end + 1;
      return span;
    });
    return { id: '', text, words, tags: pairs.map(([, tag]) => tag), groupId: null };
  };
  const dictionary = learnMentions(
    [
      'Hepatitis/B-DIS B/I-DIS en/O hepatitis/B-DIS',
      'hepatitis/B-DIS virus/O en/O aspirine/B-CHEM',
      'hepatitis/B-PROC de/O wit/B-DIS wit/O wit/O',
    ].map(sentence),
  );

  it('are found longest first, whatever their case, with the commonest type and its share', () => {
    expect(
      findMentions(dictionary, sentence('HEPATITIS/O B/O Aspirine/O hepatitis/O x/O')),
    ).toEqual([
      { start: 0, end: 2, type: 'DIS', score: 1 },
      { start: 2, end: 3, type: 'CHEM', score: 1 },
      // Four times in all: twice alone as DIS, once in a longer one, once as PROC.
      { start: 3, end: 4, type: 'DIS', score: 0.5 },
    ]);
  });

  it('are left alone where their words are more often none', () => {
    expect(findMentions(dictionary, sentence('wit/O'))).toEqual([]);
    expect(findMentions(learnMentions([]), sentence('wit/O'))).toEqual([]);
  });
});
