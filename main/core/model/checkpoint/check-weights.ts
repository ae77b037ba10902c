import { AnamnesisError } from '#core/base/error.ts';
import type { EncoderConfiguration, Head } from '../configuration.ts';
import type { CheckpointConfiguration } from './config-json.ts';
import { haveEqualValues } from './compare-tensors.ts';
import type { StoredTensor } from './tensor-source.ts';
import {
  decoderBias,
  decoderWeight,
  findForeignName,
  languageModelHead,
  listEncoderWeights,
  listWeights,
  mapWeightNames,
  predictionBias,
  wordEmbeddings,
} from './weight-names.ts';

/** What is odd about a checkpoint that can be used nevertheless; the table says it to the user. */
const checkpointProblems = {
  'head-missing': 'Weights of a head are missing: it starts at random where it is needed.',
  'labels-ignored':
    'The class names in config.json are not one for each class of the classifier, and are not used.',
  'decoder-differs':
    'The language model’s output matrix is the one that is stored, as transformers 5 takes it, although config.json ties it to the word embeddings; transformers 4 would take these.',
  'untied-decoder':
    'The language model’s output matrix is the word embeddings, not the one that should be stored.',
  'weights-unused': 'Weights that no model here has are left out.',
} as const satisfies Record<string, string>;

export interface CheckpointProblem {
  readonly rule: keyof typeof checkpointProblems;
  /** One sentence, with a few of the names. */
  readonly detail: string;
  /** All weights that it is about, in alphabetical order. */
  readonly weights: readonly string[];
}

interface CheckedWeights {
  /** By our name. */
  readonly weights: ReadonlyMap<string, StoredTensor>;
  /** The head that is there as a whole; null for a bare encoder. */
  readonly head: Head | null;
  /** Names of the classes of the classifier that is there; null where there are none for it. */
  readonly labels: readonly string[] | null;
  readonly problems: readonly CheckpointProblem[];
}

interface Weights {
  /** Not placed yet, by our name. */
  readonly named: Map<string, StoredTensor>;
  /** Of the model. */
  readonly weights: Map<string, StoredTensor>;
}

function problem(rule: CheckpointProblem['rule'], names: readonly string[]): CheckpointProblem {
  const weights = [...names].sort();
  const about = weights.length === 0 ? '' : ` Named: ${summarise(weights)}.`;
  return { rule, detail: `${checkpointProblems[rule]}${about}`, weights };
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
 * be complete, of the right shapes and not of another family; heads may be missing, also the one
 * that the configuration promises, and then are named.
 * @throws AnamnesisError checkpoint.weights-mismatch
 */
export async function checkWeights(
  configuration: CheckpointConfiguration,
  stored: readonly StoredTensor[],
): Promise<CheckedWeights> {
  const { encoder, family, headKind } = configuration;
  const byStoredName = new Map(stored.map((tensor) => [tensor.name, tensor]));
  const foreign = findForeignName(byStoredName.keys(), family);
  if (foreign !== null) throw mismatch(`weights of the family ${family}`, foreign);
  const { claimed, unclaimed } = mapWeightNames(byStoredName.keys());
  const named = new Map<string, StoredTensor>();
  for (const [ours, name] of claimed) {
    const tensor = byStoredName.get(name);
    if (tensor !== undefined) named.set(ours, tensor);
  }
  if (configuration.tiesEmbeddings) takeSharedMatrix(named);
  const weights = takeEncoder(encoder, named);
  refuseOtherLayers(encoder, [...named.keys()]);
  const problems: CheckpointProblem[] = [];
  const idle = await settleBias(named);
  const odd = await settleDecoder(configuration, { named, weights });
  if (odd !== null) problems.push(problem(odd, [decoderWeight]));
  for (const absent of takeHeads(configuration, { named, weights })) {
    problems.push(problem('head-missing', absent));
  }
  const unused = [...named.keys(), ...unclaimed, ...idle];
  if (unused.length > 0) problems.push(problem('weights-unused', unused));
  const classCount = countClasses(weights);
  const labels =
    classCount > 0 && configuration.labels?.length === classCount ? configuration.labels : null;
  if (classCount > 0 && configuration.namesClasses && labels === null) {
    problems.push(problem('labels-ignored', []));
  }
  return { weights, head: findHead(encoder, headKind, weights), labels, problems };
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

/** A model cut short would be another one. What others have within a layer is left out, and named. */
function refuseOtherLayers({ layerCount }: EncoderConfiguration, left: readonly string[]): void {
  const other = left.find(
    (name) => Number(/^encoder\.layer\.(\d+)\./.exec(name)?.[1]) >= layerCount,
  );
  if (other !== undefined) throw mismatch(`an encoder of ${layerCount} layers`, other);
}

/** Of a matrix with two names `save_model` of safetensors keeps one, which may be the head's. */
function takeSharedMatrix(named: Map<string, StoredTensor>): void {
  const matrix = named.get(decoderWeight);
  if (matrix === undefined || named.has(wordEmbeddings)) return;
  named.set(wordEmbeddings, matrix);
  named.delete(decoderWeight);
}

/**
 * Files hold the prediction bias twice, under two names. Where both differ, transformers adds that
 * of the decoder, whether the matrices are tied or not. Returns the name of one that does nothing.
 */
async function settleBias(named: Map<string, StoredTensor>): Promise<string[]> {
  const [bias, ofDecoder] = [named.get(predictionBias), named.get(decoderBias)];
  if (bias === undefined || ofDecoder === undefined) return [];
  named.delete(decoderBias);
  if (await haveEqualValues(bias, ofDecoder)) return [];
  named.set(predictionBias, ofDecoder);
  return [predictionBias];
}

/**
 * Removes a stored output matrix that equals the word embeddings, which stand for it. One that does
 * not is the model's own, also where the configuration ties both: so transformers does it from
 * version 5 on. Returns what is odd about it, if anything.
 */
async function settleDecoder(
  { tiesEmbeddings }: CheckpointConfiguration,
  { named, weights }: Weights,
): Promise<'decoder-differs' | 'untied-decoder' | null> {
  const decoder = named.get(decoderWeight);
  if (decoder === undefined) {
    return tiesEmbeddings || !named.has(predictionBias) ? null : 'untied-decoder';
  }
  const embeddings = weights.get(wordEmbeddings);
  const isTied = embeddings !== undefined && (await haveEqualValues(decoder, embeddings));
  if (isTied) named.delete(decoderWeight);
  return isTied || !tiesEmbeddings ? null : 'decoder-differs';
}

/**
 * Moves what fits of the heads. Returns what is missing of the language model's, and of a classifier
 * that the configuration promises or that is there in another shape.
 */
function takeHeads(
  { encoder, headKind }: CheckpointConfiguration,
  { named, weights }: Weights,
): string[][] {
  const heads: ReadonlyMap<string, readonly number[]>[] = [
    listWeights(encoder, languageModelHead(named)),
  ];
  const kind = headKind === 'token-classification' ? headKind : 'sequence-classification';
  const classifier = listWeights(encoder, headOf(kind, named));
  const pooled = listWeights(encoder, headOf('sequence-classification', named));
  let isMeant = headKind === kind;
  for (const [name, shape] of [...heads[0], ...pooled]) {
    const tensor = named.get(name);
    if (tensor === undefined) continue;
    if (sameShape(tensor.shape, shape)) {
      weights.set(name, tensor);
      named.delete(name);
    } else isMeant ||= classifier.has(name);
  }
  if (isMeant) heads.push(classifier);
  return heads
    .map((head) => [...head.keys()].filter((name) => !weights.has(name)))
    .filter((absent) => absent.length > 0);
}

function countClasses(weights: ReadonlyMap<string, StoredTensor>): number {
  return weights.get('classifier.weight')?.shape[0] ?? 0;
}

/** A head as these weights have it: with as many classes as the classifier among them has rows. */
function headOf(kind: Head['kind'], weights: ReadonlyMap<string, StoredTensor>): Head {
  if (kind === 'masked-language-model') return languageModelHead(weights);
  return { kind, labelCount: countClasses(weights) };
}

/** The promised head, or else the language model, if all of it is there. */
function findHead(
  encoder: EncoderConfiguration,
  promised: Head['kind'] | null,
  weights: ReadonlyMap<string, StoredTensor>,
): Head | null {
  const candidates = [promised ?? 'masked-language-model', 'masked-language-model'] as const;
  const heads = candidates.map((kind) => headOf(kind, weights));
  const isComplete = (head: Head) =>
    [...listWeights(encoder, head).keys()].every((name) => weights.has(name));
  return heads.find(isComplete) ?? null;
}
