import { AnamnesisError } from '#core/base/error.ts';
import type { EncoderConfiguration } from '../configuration.ts';
import type { StoredTensor } from './tensor-source.ts';
import {
  decoderWeight,
  listEncoderWeights,
  listWeights,
  mapWeightNames,
  wordEmbeddings,
} from './weight-names.ts';

/** What is odd about a checkpoint that can be used nevertheless; the table says it to the user. */
const checkpointProblems = {
  'head-missing': 'Weights of a head are not there; they start at random.',
  'labels-ignored': 'The class names are contradictory and not used.',
  'untied-decoder': 'The output matrix differs from the word embeddings, which are used instead.',
  'weights-unused': 'Weights that no model here has are left out.',
} as const satisfies Record<string, string>;

export interface CheckpointProblem {
  readonly rule: keyof typeof checkpointProblems;
  readonly detail: string;
}

interface CheckedWeights {
  /** By our name. */
  readonly weights: ReadonlyMap<string, StoredTensor>;
  readonly problems: CheckpointProblem[];
}

/** A few names for a message, and how many more there are. */
function summarise(names: readonly string[]): string {
  const shown = names.slice(0, 4).join(', ');
  return names.length > 4 ? `${shown} and ${names.length - 4} more` : shown;
}

function sameShape(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((size, axis) => size === b[axis]);
}

function mismatch(expected: string, found: string): AnamnesisError {
  return new AnamnesisError('checkpoint.weights-mismatch', {
    expected,
    found,
    remedy: 'Check that config.json and the weights belong to the same model, saved completely.',
  });
}

/**
 * Brings stored tensors under our names and holds them against the configuration: an encoder must
 * be complete and of the right shapes; heads may be missing.
 * @throws AnamnesisError checkpoint.weights-mismatch
 */
export async function checkWeights(
  encoder: EncoderConfiguration,
  stored: readonly StoredTensor[],
): Promise<CheckedWeights> {
  const byStoredName = new Map(stored.map((tensor) => [tensor.name, tensor]));
  const named = new Map<string, StoredTensor>();
  for (const [ours, name] of mapWeightNames(byStoredName.keys())) {
    const tensor = byStoredName.get(name);
    if (tensor !== undefined) named.set(ours, tensor);
  }
  const weights = takeEncoder(encoder, named);
  const problems: CheckpointProblem[] = [];

  const decoder = named.get(decoderWeight);
  named.delete(decoderWeight);
  if (decoder !== undefined && !(await isTied(decoder, weights.get(wordEmbeddings)))) {
    problems.push({ rule: 'untied-decoder', detail: checkpointProblems['untied-decoder'] });
  }
  takeHeads(encoder, { named, weights, problems });
  if (named.size > 0) {
    problems.push({ rule: 'weights-unused', detail: summarise([...named.keys()].sort()) });
  }
  return { weights, problems };
}

/** Moves the encoder's weights out of `named`. */
function takeEncoder(
  encoder: EncoderConfiguration,
  named: Map<string, StoredTensor>,
): Map<string, StoredTensor> {
  const wanted = listEncoderWeights(encoder);
  const absent = [...wanted.keys()].filter((name) => !named.has(name));
  if (absent.length > 0) {
    throw mismatch(
      `the ${wanted.size} weights of an encoder of ${encoder.layerCount} layers`,
      `${wanted.size - absent.length} of them, without ${summarise(absent)}`,
    );
  }
  const weights = new Map<string, StoredTensor>();
  for (const [name, shape] of wanted) {
    const tensor = named.get(name);
    if (tensor === undefined) continue;
    if (!sameShape(tensor.shape, shape)) {
      throw mismatch(`${name} of shape [${shape.join(', ')}]`, `[${tensor.shape.join(', ')}]`);
    }
    weights.set(name, tensor);
    named.delete(name);
  }
  return weights;
}

/** Moves what fits of the heads; a head that is there in part is named as missing. */
function takeHeads(
  encoder: EncoderConfiguration,
  checked: CheckedWeights & {
    named: Map<string, StoredTensor>;
    weights: Map<string, StoredTensor>;
  },
): void {
  const { named, weights, problems } = checked;
  const labelCount = named.get('classifier.weight')?.shape[0] ?? 0;
  const languageModel = listWeights(encoder, { kind: 'masked-language-model' });
  const classifier = listWeights(encoder, { kind: 'sequence-classification', labelCount });
  for (const head of [languageModel, classifier]) {
    const absent: string[] = [];
    let isMeant = head === languageModel;
    for (const [name, shape] of head) {
      if (weights.has(name)) continue;
      const tensor = named.get(name);
      if (tensor !== undefined && sameShape(tensor.shape, shape)) {
        weights.set(name, tensor);
        named.delete(name);
      } else {
        absent.push(name);
        isMeant ||= tensor !== undefined;
      }
    }
    if (isMeant && absent.length > 0) {
      problems.push({ rule: 'head-missing', detail: summarise(absent) });
    }
  }
}

/** Whether the output matrix is the word embeddings, by place or else by value. */
async function isTied(
  decoder: StoredTensor,
  embeddings: StoredTensor | undefined,
): Promise<boolean> {
  if (embeddings === undefined) return false;
  if (decoder.identity === embeddings.identity) return true;
  if (!sameShape(decoder.shape, embeddings.shape)) return false;
  const [a, b] = [await decoder.read(), await embeddings.read()];
  for (let index = 0; index < a.length; index++) {
    if (a[index] !== b[index]) return false;
  }
  return true;
}
