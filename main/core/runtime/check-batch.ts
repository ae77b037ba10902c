import { AnamnesisError } from '#core/base/error.ts';
import { maxTokensOf } from '#core/model/configuration.ts';
import type { QuestionBatch, SessionRequest, TargetBatch } from '#core/training/ports.ts';

/** What a model can take. */
export interface BatchLimits {
  readonly vocabularySize: number;
  /** Longest row in tokens. */
  readonly maxColumns: number;
  /** Classes, or the vocabulary for masked words. */
  readonly classCount: number;
}

/** What the model of a session can be fed with. */
export function limitsOf({ encoder, head }: SessionRequest): BatchLimits {
  return {
    vocabularySize: encoder.vocabularySize,
    maxColumns: maxTokensOf(encoder),
    classCount: head.kind === 'masked-language-model' ? encoder.vocabularySize : head.labelCount,
  };
}

function refuse(place: string, expected: string, found: string): AnamnesisError {
  return new AnamnesisError('batch.malformed', {
    expected,
    found,
    remedy: 'Check that the data was prepared with the vocabulary and labels of this model.',
    place: `batch, ${place}`,
  });
}

function checkCount(place: string, count: number, most = 2 ** 31): void {
  if (Number.isSafeInteger(count) && count >= 1 && count <= most) return;
  throw refuse(place, `a whole number from 1 to ${most}`, String(count));
}

function checkLength(place: string, array: ArrayLike<number>, length: number): void {
  if (array.length !== length) throw refuse(place, `${length} elements`, String(array.length));
}

/** Every element from `least` to `most`. */
function checkRange(place: string, array: Int32Array, [least, most]: [number, number]): void {
  for (let index = 0; index < array.length; index++) {
    const value = array[index];
    if (value < least || value > most) {
      throw refuse(place, `numbers from ${least} to ${most}`, `${value} at index ${index}`);
    }
  }
}

/**
 * Native code trusts sizes and indices: whatever is wrong with a batch must stop here. Throws
 * `batch.malformed`.
 */
export function checkQuestionBatch(batch: QuestionBatch, limits: BatchLimits): void {
  checkCount('rows', batch.rows);
  checkCount('columns', batch.columns, limits.maxColumns);
  checkLength('inputIds', batch.inputIds, batch.rows * batch.columns);
  checkRange('inputIds', batch.inputIds, [0, limits.vocabularySize - 1]);
  checkLength('lengths', batch.lengths, batch.rows);
  checkRange('lengths', batch.lengths, [1, batch.columns]);
  checkCount('positions', batch.positions.length);
  checkRange('positions', batch.positions, [0, batch.rows * batch.columns - 1]);
}

/** As {@link checkQuestionBatch}, with the answers. */
export function checkTargetBatch(batch: TargetBatch, limits: BatchLimits): void {
  checkQuestionBatch(batch, limits);
  checkLength('labels', batch.labels, batch.positions.length);
  checkRange('labels', batch.labels, [0, limits.classCount - 1]);
  checkLength('weights', batch.weights, batch.positions.length);
  const wrong = batch.weights.findIndex((weight) => !Number.isFinite(weight));
  if (wrong >= 0) throw refuse('weights', 'finite numbers', `another at index ${wrong}`);
}
