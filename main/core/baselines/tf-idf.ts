import type { SparseRow } from './sparse-rows.ts';
import { countWords } from './word-counts.ts';

/** Terms in fewer texts than this say nothing of others. */
const minimumTextCount = 2;

/** How texts become rows: the column and the weight of each known term. */
export interface TfIdf {
  readonly columnOf: ReadonlyMap<string, number>;
  /** By column: ln((1 + texts) / (1 + texts with the term)) + 1. */
  readonly inverseFrequencies: Float64Array;
}

/**
 * Learns which words and pairs of words two texts or more have, and how rare each is. As
 * scikit-learn's TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True); terms in the
 * order of their UTF-16 units.
 */
export function fitTfIdf(texts: readonly string[]): TfIdf {
  const textCounts = new Map<string, number>();
  for (const text of texts) {
    for (const term of countWords(text).keys()) {
      textCounts.set(term, (textCounts.get(term) ?? 0) + 1);
    }
  }
  const terms = [...textCounts].filter(([, count]) => count >= minimumTextCount);
  terms.sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    columnOf: new Map(terms.map(([term], column) => [term, column])),
    inverseFrequencies: Float64Array.from(
      terms,
      ([, count]) => Math.log((1 + texts.length) / (1 + count)) + 1,
    ),
  };
}

/** The row of a text: (1 + ln count) × inverse frequency of each known term, of length 1 in all. */
export function weighTerms({ columnOf, inverseFrequencies }: TfIdf, text: string): SparseRow {
  const cells: [column: number, value: number][] = [];
  for (const [term, count] of countWords(text)) {
    const column = columnOf.get(term);
    if (column !== undefined)
      cells.push([column, (1 + Math.log(count)) * inverseFrequencies[column]]);
  }
  cells.sort(([a], [b]) => a - b);
  const length = Math.sqrt(cells.reduce((sum, [, value]) => sum + value * value, 0));
  return {
    columns: Int32Array.from(cells, ([column]) => column),
    values: Float64Array.from(cells, ([, value]) => value / (length || 1)),
  };
}
