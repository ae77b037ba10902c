import { AnamnesisError } from '#core/base/error.ts';
import {
  labelsPerTarget,
  maxTokensOf,
  type EncoderConfiguration,
  type Head,
  type ModelPart,
} from '#core/model/configuration.ts';
import type {
  QuestionBatch,
  Questions,
  SessionRequest,
  StateQuestions,
  Targets,
} from '#core/training/ports.ts';

/** What a model can take. */
export interface BatchLimits {
  readonly vocabularySize: number;
  /** Longest row in tokens. */
  readonly maxColumns: number;
  /** Classes, or the vocabulary for masked words. */
  readonly classCount: number;
  /** Answers of each target: one, which is a class; or one for each label, 0 or 1. */
  readonly labelsPerTarget: number;
  /** A head alone is given states, all else tokens; an encoder alone is given no answers. */
  readonly part: ModelPart;
  /** Numbers of a state. */
  readonly stateSize: number;
}

/** What the model of a session can be fed with. */
export function limitsOf({ encoder, head, part = 'whole' }: SessionRequest): BatchLimits {
  return {
    vocabularySize: encoder.vocabularySize,
    maxColumns: maxTokensOf(encoder),
    classCount: part === 'encoder' ? encoder.hiddenSize : classCountOf(encoder, head),
    labelsPerTarget: labelsPerTarget(head),
    part,
    stateSize: encoder.hiddenSize,
  };
}

function classCountOf(encoder: EncoderConfiguration, head: Head): number {
  return head.kind === 'masked-language-model' ? encoder.vocabularySize : head.labelCount;
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

/** Whether a batch holds states in the place of tokens. */
export function holdsStates<Batch extends Questions>(
  batch: Batch,
): batch is Extract<Batch, StateQuestions> {
  return 'states' in batch;
}

/** How many targets a batch has. */
export function countTargets(
  batch: Questions,
  { stateSize }: Pick<BatchLimits, 'stateSize'>,
): number {
  return holdsStates(batch) ? batch.states.length / stateSize : batch.positions.length;
}

/**
 * Native code trusts sizes and indices: whatever is wrong with a batch must stop here. Throws
 * `batch.malformed`.
 */
export function checkQuestions(batch: Questions, limits: BatchLimits): void {
  const isHead = limits.part === 'head';
  if (holdsStates(batch) !== isHead) {
    throw refuse('inputs', isHead ? 'states' : 'tokens', isHead ? 'tokens' : 'states');
  }
  if (!holdsStates(batch)) {
    checkTokens(batch, limits);
    return;
  }
  const count = countTargets(batch, limits);
  checkCount('targets', count);
  const wrong = batch.states.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0) throw refuse('states', 'finite numbers', `another at index ${wrong}`);
}

function checkTokens(batch: QuestionBatch, limits: BatchLimits): void {
  checkCount('rows', batch.rows);
  checkCount('columns', batch.columns, limits.maxColumns);
  checkLength('inputIds', batch.inputIds, batch.rows * batch.columns);
  checkRange('inputIds', batch.inputIds, [0, limits.vocabularySize - 1]);
  checkLength('lengths', batch.lengths, batch.rows);
  checkRange('lengths', batch.lengths, [1, batch.columns]);
  checkCount('positions', batch.positions.length);
  checkRange('positions', batch.positions, [0, batch.rows * batch.columns - 1]);
}

/** As {@link checkQuestions}, with the answers. */
export function checkTargets(batch: Targets, limits: BatchLimits): void {
  checkQuestions(batch, limits);
  if (limits.part === 'encoder') {
    throw refuse('labels', 'none: an encoder alone has nothing to learn from', 'some');
  }
  const count = countTargets(batch, limits);
  const answers = limits.labelsPerTarget;
  checkLength('labels', batch.labels, count * answers);
  checkRange('labels', batch.labels, [0, answers === 1 ? limits.classCount - 1 : 1]);
  checkLength('weights', batch.weights, count);
  const wrong = batch.weights.findIndex((weight) => !Number.isFinite(weight));
  if (wrong >= 0) throw refuse('weights', 'finite numbers', `another at index ${wrong}`);
}
