import { AnamnesisError } from '#core/base/error.ts';
import type { EncoderConfiguration, Head } from '../configuration.ts';
import { configurationKeys } from './configuration-keys.ts';
import { headKindOf, isRobertaLike, modelFamilies } from './model-family.ts';
import type { ModelFamily } from './model-family.ts';
import { readProblemType, type ProblemType } from './problem-type.ts';

type Json = Readonly<Record<string, unknown>>;

/** What a `config.json` says. */
export interface CheckpointConfiguration {
  readonly encoder: EncoderConfiguration;
  readonly family: ModelFamily;
  /** The head that the class it was saved from has; null for none of ours or a bare encoder. */
  readonly headKind: Head['kind'] | null;
  /** Class names in order; null where the file names none, or with gaps or repetitions. */
  readonly labels: readonly string[] | null;
  /** Whether the file names classes, in whatever way. */
  readonly namesClasses: boolean;
  readonly problemType: ProblemType | undefined;
  /** Whether the word embeddings are the output matrix of the language model, whatever is stored. */
  readonly tiesEmbeddings: boolean;
}

/** Values of `hidden_act`; the tanh forms are the same formula under several names. */
const activations: Readonly<Record<string, EncoderConfiguration['hiddenActivation']>> = {
  gelu: 'gelu',
  gelu_python: 'gelu',
  gelu_new: 'gelu-tanh',
  gelu_pytorch_tanh: 'gelu-tanh',
  gelu_fast: 'gelu-tanh',
  relu: 'relu',
};

/** Far above every published model; keeps a wrong file from asking for all memory. */
const sizeLimit = 16_777_216;

function malformed(place: string, expected: string, found: string): AnamnesisError {
  return new AnamnesisError('checkpoint.configuration-malformed', {
    expected,
    found,
    remedy: 'Copy config.json again from where the checkpoint came.',
    place,
  });
}

function unsupported(expected: string, found: string): AnamnesisError {
  return new AnamnesisError('checkpoint.architecture-unsupported', {
    expected,
    found,
    remedy: 'Choose a checkpoint of the BERT, DistilBERT or RoBERTa family.',
    place: 'config.json',
  });
}

/** Values of unknown files in messages: short, and only what may be a name or a number. */
function quote(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'object' && value !== null) return 'something else';
  return JSON.stringify(value).slice(0, 60);
}

function readSize(json: Json, key: string, fallback?: number): number {
  const value = json[key] ?? fallback;
  if (!Number.isInteger(value) || (value as number) < 1 || (value as number) > sizeLimit) {
    throw malformed(`config.json, ${key}`, 'a whole number above 0', quote(json[key]));
  }
  return value as number;
}

/** Where RoBERTa begins to count: other families may say anything. */
function readPadding(json: Json): number {
  const padding = json.pad_token_id ?? 1;
  if (Number.isSafeInteger(padding) && (padding as number) >= 0) return padding as number;
  throw malformed('config.json, pad_token_id', 'a whole number', quote(padding));
}

function readArchitecture({ architectures }: Json): unknown {
  return Array.isArray(architectures) ? (architectures as unknown[])[0] : undefined;
}

/**
 * Old folders have no model_type; the class that wrote them tells as much. BERT's own makers named
 * neither, and BioBERT and ClinicalBERT come with their file: RoBERTa has one type of tokens.
 */
function isOldBert(json: Json): boolean {
  const architecture = readArchitecture(json);
  if (architecture === undefined) return json.type_vocab_size === 2;
  return typeof architecture === 'string' && /^bert[A-Z]/i.test(architecture);
}

function readFamily(json: Json): ModelFamily {
  const { model_type: type } = json;
  const architecture = readArchitecture(json);
  const named = type ?? (isOldBert(json) ? 'bert' : undefined);
  const found = modelFamilies.find((family) => family === named);
  if (found === undefined) {
    throw unsupported(
      `one of the model types ${modelFamilies.join(', ')}`,
      quote(named ?? architecture),
    );
  }
  return found;
}

function refuseVariants(json: Json): void {
  const { position_embedding_type: positions } = json;
  if (positions !== undefined && positions !== null && positions !== 'absolute') {
    throw unsupported('absolute position embeddings', quote(positions));
  }
  if (json.is_decoder === true || json.add_cross_attention === true) {
    throw unsupported('an encoder', 'a decoder');
  }
  if (json.quantization_config !== undefined && json.quantization_config !== null) {
    throw unsupported('weights as plain numbers', 'quantised weights');
  }
}

/** Null for names with gaps or repetitions: they hold up nobody who wants the encoder only. */
function readLabels(names: unknown): string[] | null {
  if (typeof names !== 'object' || names === null || Array.isArray(names)) return null;
  const labels = Object.keys(names).map((_, index) => (names as Json)[String(index)]);
  const isComplete = labels.every((label) => typeof label === 'string' && label.length > 0);
  return isComplete && new Set(labels).size === labels.length ? (labels as string[]) : null;
}

/**
 * Reads the `config.json` of a BERT, DistilBERT, RoBERTa, XLM-RoBERTa or CamemBERT checkpoint.
 * Values that transformers has defaults for may be missing.
 * @throws AnamnesisError checkpoint.architecture-unsupported, checkpoint.configuration-malformed
 */
export function parseConfiguration(text: string): CheckpointConfiguration {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw new AnamnesisError('checkpoint.configuration-malformed', {
      ...malformed('config.json', 'a file in JSON', 'something else').told,
      cause,
    });
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw malformed('config.json', 'an object', 'another kind of JSON');
  }
  const json = parsed as Json;
  const family = readFamily(json);
  refuseVariants(json);
  const keys = configurationKeys[family];
  const activation = json[keys.hiddenActivation] ?? 'gelu';
  if (typeof activation !== 'string' || !Object.hasOwn(activations, activation)) {
    throw unsupported(`one of ${Object.keys(activations).join(', ')}`, quote(activation));
  }
  // DistilBERT's is always the default, whatever its file says.
  const isDistilbert = family === 'distilbert';
  const epsilon = isDistilbert ? 1e-12 : (json.layer_norm_eps ?? 1e-12);
  if (typeof epsilon !== 'number' || !(epsilon > 0 && epsilon < 1)) {
    throw malformed('config.json, layer_norm_eps', 'a number between 0 and 1', quote(epsilon));
  }
  const encoder: EncoderConfiguration = {
    vocabularySize: readSize(json, 'vocab_size'),
    hiddenSize: readSize(json, keys.hiddenSize),
    layerCount: readSize(json, keys.layerCount),
    headCount: readSize(json, keys.headCount),
    intermediateSize: readSize(json, keys.intermediateSize),
    maxPositions: readSize(json, 'max_position_embeddings'),
    tokenTypeCount: isDistilbert ? 0 : readSize(json, 'type_vocab_size', 2),
    layerNormEpsilon: epsilon,
    positionOffset: isRobertaLike(family) ? readPadding(json) + 1 : 0,
    hiddenActivation: activations[activation],
  };
  checkProportions(encoder, keys);
  return {
    encoder,
    family,
    headKind: headKindOf(readArchitecture(json)),
    labels: readLabels(json.id2label),
    namesClasses: json.id2label !== undefined && json.id2label !== null,
    problemType: readProblemType(json.problem_type),
    tiesEmbeddings: json.tie_word_embeddings !== false,
  };
}

function checkProportions(
  encoder: EncoderConfiguration,
  keys: Readonly<Record<'headCount' | 'layerCount', string>>,
): void {
  if (encoder.hiddenSize % encoder.headCount !== 0) {
    throw malformed(
      `config.json, ${keys.headCount}`,
      `a divisor of the hidden size ${encoder.hiddenSize}`,
      String(encoder.headCount),
    );
  }
  if (encoder.maxPositions <= encoder.positionOffset) {
    throw malformed(
      'config.json, max_position_embeddings',
      `more than ${encoder.positionOffset}, from which positions are counted`,
      String(encoder.maxPositions),
    );
  }
  if (encoder.layerCount > 1024) {
    throw malformed(`config.json, ${keys.layerCount}`, 'at most 1024', String(encoder.layerCount));
  }
}
