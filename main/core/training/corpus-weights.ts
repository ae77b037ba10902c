import { RandomStream } from '#core/base/random-stream.ts';

/**
 * How much of an epoch each corpus is: as much as it has, all alike, or between the two, in
 * proportion to its size to the power of 1 / temperature.
 */
export type Weighting = 'size' | 'even' | { readonly temperature: number };

/** Rows of a corpus, which stand together, and the tokens in them. */
export interface CorpusRows {
  readonly rowCount: number;
  readonly tokenCount: number;
}

/**
 * How many rows of each corpus make an epoch, which has about as many tokens as all corpora together:
 * a share of p = n^(1/T) / Σ n^(1/T) of these, n the tokens of a corpus (Arivazhagan et al. 2019,
 * arXiv 1907.05019, section 4.2; with T = 1 by size, with T without end evenly). At least one of
 * each corpus that has any. [corpora]
 */
export function quotasOf(corpora: readonly CorpusRows[], weighting: Weighting): number[] {
  if (weighting === 'size') return corpora.map(({ rowCount }) => rowCount);
  const power = weighting === 'even' ? 0 : 1 / weighting.temperature;
  const weights = corpora.map(({ rowCount, tokenCount }) =>
    rowCount === 0 ? 0 : tokenCount ** power,
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const tokens = corpora.reduce((sum, { tokenCount }) => sum + tokenCount, 0);
  return corpora.map(({ rowCount, tokenCount }, index) =>
    rowCount === 0
      ? 0
      : Math.max(1, Math.round(((weights[index] / total) * tokens * rowCount) / tokenCount)),
  );
}

/**
 * The rows of an epoch, corpus after corpus: of each corpus the next `quota` of an endless row of
 * shuffled passes through it, so that no row comes twice before each came once, over epochs too.
 */
export function drawRows(
  corpora: readonly CorpusRows[],
  quotas: readonly number[],
  { epoch, seed }: { readonly epoch: number; readonly seed: number },
): Int32Array {
  const chosen = new Int32Array(quotas.reduce((sum, quota) => sum + quota, 0));
  let at = 0;
  let first = 0;
  corpora.forEach(({ rowCount }, corpus) => {
    let pass = -1;
    let order = new Int32Array();
    const begin = epoch * quotas[corpus];
    for (let place = begin; place < begin + quotas[corpus]; place++) {
      const ofPass = Math.floor(place / rowCount);
      if (ofPass !== pass) {
        pass = ofPass;
        order = Int32Array.from({ length: rowCount }, (_, row) => row);
        new RandomStream(seed, `pretraining/corpus-${corpus}/pass-${pass}`).shuffle(order);
      }
      chosen[at++] = first + order[place % rowCount];
    }
    first += rowCount;
  });
  return chosen;
}
