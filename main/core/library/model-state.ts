import { RandomStream } from '#core/base/random-stream.ts';
import type { ModelFamily } from '#core/model/checkpoint/model-family.ts';
import type { EncoderConfiguration } from '#core/model/configuration.ts';
import { initialiseParameters } from '#core/model/initialise.ts';
import { startWithNeighbourAttention } from '#core/model/neighbour-attention.ts';
import type { ParameterView } from '#core/training/ports.ts';
import type { Tokenizer } from '#core/tokenise/tokenizer.ts';

/** A model between two runs: its shape, its vocabulary and, unless it is new, its weights. */
export interface ModelState {
  readonly encoder: EncoderConfiguration;
  /** Kept from checkpoint to export, so that other programs open it as what it was. */
  readonly family: ModelFamily;
  readonly tokenizer: Tokenizer;
  /** By Hugging Face's parameter name; null for a model that starts from scratch. */
  readonly weights: ReadonlyMap<string, Float32Array> | null;
  /** Names of the rows of its classifier; null when it has none, or when they have no names. */
  readonly labels: readonly string[] | null;
  /** The entry of the workspace that holds these weights; null while there is none. */
  readonly storedId: string | null;
}

/**
 * Fills the parameters of a session with the weights that the model has, and at random what it
 * lacks, such as a new head; a model that has none yet begins with heads that look at neighbours.
 */
export function fillParameters(
  parameters: readonly ParameterView[],
  model: ModelState,
  seed: number,
): void {
  const lacking = parameters.filter(({ name, values }) => {
    const stored = model.weights?.get(name);
    if (stored?.length !== values.length) return true;
    values.set(stored);
    return false;
  });
  initialiseParameters(lacking, new RandomStream(seed, 'initialise'));
  if (model.weights === null) {
    const stream = new RandomStream(seed, 'neighbour-attention');
    startWithNeighbourAttention(parameters, model.encoder, stream);
  }
}

/**
 * The model without its classifier, unless that has the same classes in the same order: rows that
 * were learned for others would give some of the compared models a start that says nothing.
 */
export function withoutOtherClassifier(model: ModelState, labels: readonly string[]): ModelState {
  const { weights } = model;
  const isSame =
    model.labels?.length === labels.length &&
    model.labels.every((label, index) => label === labels[index]);
  if (weights === null || isSame) return model;
  const others = [...weights].filter(([name]) => !name.startsWith('classifier.'));
  return { ...model, weights: new Map(others), labels: null };
}
