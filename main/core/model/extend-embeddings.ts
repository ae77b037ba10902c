import { assert } from '#core/base/assert.ts';
import { decoderWeight, predictionBias, wordEmbeddings } from './checkpoint/weight-names.ts';

/** A token that a vocabulary has learned, and the known tokens that spelled it before. */
interface LearnedToken {
  readonly id: number;
  readonly pieces: readonly number[];
}

export interface EmbeddingExtension {
  readonly hiddenSize: number;
  /** Rows afterwards; never fewer than there are. */
  readonly rowCount: number;
  readonly tokens: readonly LearnedToken[];
}

/**
 * A model's weights with rows for new tokens: the row of each is the mean of the rows of the pieces
 * that spelled it, and so are its bias in the language model's head, if there is one, and its row of
 * an output matrix of its own. The model then begins from what it knew of the word. Other weights
 * are handed on, not copied.
 */
export function extendEmbeddings(
  weights: ReadonlyMap<string, Float32Array>,
  { hiddenSize, rowCount, tokens }: EmbeddingExtension,
): Map<string, Float32Array> {
  const extended = new Map(weights);
  for (const [name, width] of [
    [wordEmbeddings, hiddenSize],
    [decoderWeight, hiddenSize],
    [predictionBias, 1],
  ] as const) {
    const values = weights.get(name);
    if (values === undefined) continue;
    assert(rowCount * width >= values.length, 'a vocabulary only grows');
    const larger = new Float32Array(rowCount * width);
    larger.set(values);
    for (const { id, pieces } of tokens) {
      larger.set(meanRow(values, pieces, width), id * width);
    }
    extended.set(name, larger);
  }
  return extended;
}

function meanRow(values: Float32Array, rows: readonly number[], width: number): Float64Array {
  const mean = new Float64Array(width);
  for (const row of rows) {
    for (let column = 0; column < width; column++) {
      mean[column] += values[row * width + column] / rows.length;
    }
  }
  return mean;
}
