import { AnamnesisError } from '#core/base/error.ts';
import type { EncoderConfiguration, Head } from '../configuration.ts';

type Json = Readonly<Record<string, unknown>>;

/** What a `config.json` says. */
export interface CheckpointConfiguration {
  readonly encoder: EncoderConfiguration;
  /** Class names in the order of the classifier's rows; null where the file names none. */
  readonly labels: readonly string[] | null;
  /** True when the file names classes, but with gaps or repetitions. */
  readonly labelsAreBroken: boolean;
}

/** By Hugging Face's `model_type`. All but the first count positions as RoBERTa does. */
const supportedTypes = ['bert', 'roberta', 'xlm-roberta', 'camembert'] as const;

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
    remedy: 'Choose a checkpoint of the BERT or RoBERTa family.',
    place: 'config.json',
  });
}

/** Values of unknown files in messages: short, and only what may be a name. */
function quote(value: unknown): string {
  return value === undefined ? 'nothing' : (JSON.stringify(value) ?? 'nothing').slice(0, 60);
}

function readSize(json: Json, key: string, fallback?: number): number {
  const value = json[key] ?? fallback;
  if (!Number.isInteger(value) || (value as number) < 1 || (value as number) > sizeLimit) {
    throw malformed(`config.json, ${key}`, 'a whole number above 0', quote(json[key]));
  }
  return value as number;
}

function readModelType(json: Json): (typeof supportedTypes)[number] {
  const { architectures, model_type: type } = json;
  const architecture: unknown = Array.isArray(architectures) ? architectures[0] : undefined;
  // Old folders have no model_type; the class that wrote them tells as much.
  const named = type ?? (/^bert[A-Z]/i.test(String(architecture)) ? 'bert' : undefined);
  const found = supportedTypes.find((supported) => supported === named);
  if (found === undefined) {
    throw unsupported(
      `one of the model types ${supportedTypes.join(', ')}`,
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
 * Reads the `config.json` of a BERT, RoBERTa, XLM-RoBERTa or CamemBERT checkpoint. Values that
 * transformers has defaults for may be missing.
 * @throws AnamnesisError checkpoint.architecture-unsupported, checkpoint.configuration-malformed
 */
export function parseConfiguration(text: string): CheckpointConfiguration {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw new AnamnesisError('checkpoint.configuration-malformed', {
      ...malformed('config.json', 'a file in JSON', 'something else').details,
      cause,
    });
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw malformed('config.json', 'an object', 'another kind of JSON');
  }
  const json = parsed as Json;
  const type = readModelType(json);
  refuseVariants(json);
  const activation = json.hidden_act ?? 'gelu';
  if (typeof activation !== 'string' || !Object.hasOwn(activations, activation)) {
    throw unsupported(`one of ${Object.keys(activations).join(', ')}`, quote(activation));
  }
  const epsilon = json.layer_norm_eps ?? 1e-12;
  if (typeof epsilon !== 'number' || !(epsilon > 0 && epsilon < 1)) {
    throw malformed('config.json, layer_norm_eps', 'a number between 0 and 1', quote(epsilon));
  }
  const padding = json.pad_token_id ?? 1;
  if (!Number.isInteger(padding) || (padding as number) < 0) {
    throw malformed('config.json, pad_token_id', 'a whole number', quote(padding));
  }
  const encoder: EncoderConfiguration = {
    vocabularySize: readSize(json, 'vocab_size'),
    hiddenSize: readSize(json, 'hidden_size'),
    layerCount: readSize(json, 'num_hidden_layers'),
    headCount: readSize(json, 'num_attention_heads'),
    intermediateSize: readSize(json, 'intermediate_size'),
    maxPositions: readSize(json, 'max_position_embeddings'),
    tokenTypeCount: readSize(json, 'type_vocab_size', 2),
    layerNormEpsilon: epsilon,
    positionOffset: type === 'bert' ? 0 : (padding as number) + 1,
    hiddenActivation: activations[activation],
  };
  checkProportions(encoder);
  const labels = readLabels(json.id2label);
  const isNamed = json.id2label !== undefined && json.id2label !== null;
  return { encoder, labels, labelsAreBroken: isNamed && labels === null };
}

function checkProportions(encoder: EncoderConfiguration): void {
  if (encoder.hiddenSize % encoder.headCount !== 0) {
    throw malformed(
      'config.json, num_attention_heads',
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
    throw malformed('config.json, num_hidden_layers', 'at most 1024', String(encoder.layerCount));
  }
}

const architectureSuffix: Readonly<Record<Head['kind'], string>> = {
  'masked-language-model': 'ForMaskedLM',
  'sequence-classification': 'ForSequenceClassification',
  'token-classification': 'ForTokenClassification',
};

/** One of the names that transformers knows for each activation. */
const activationNames = {
  gelu: 'gelu',
  'gelu-tanh': 'gelu_new',
  relu: 'relu',
} as const satisfies Record<EncoderConfiguration['hiddenActivation'], string>;

/** The `config.json` by which transformers opens a model of ours. */
export function writeConfiguration(
  encoder: EncoderConfiguration,
  head: Head,
  labels: readonly string[] | null,
): string {
  const isBert = encoder.positionOffset === 0;
  const json = {
    architectures: [`${isBert ? 'Bert' : 'Roberta'}${architectureSuffix[head.kind]}`],
    model_type: isBert ? 'bert' : 'roberta',
    vocab_size: encoder.vocabularySize,
    hidden_size: encoder.hiddenSize,
    num_hidden_layers: encoder.layerCount,
    num_attention_heads: encoder.headCount,
    intermediate_size: encoder.intermediateSize,
    max_position_embeddings: encoder.maxPositions,
    type_vocab_size: encoder.tokenTypeCount,
    layer_norm_eps: encoder.layerNormEpsilon,
    hidden_act: activationNames[encoder.hiddenActivation],
    pad_token_id: isBert ? 0 : encoder.positionOffset - 1,
    position_embedding_type: 'absolute',
    tie_word_embeddings: true,
    torch_dtype: 'float32',
    ...(labels === null
      ? {}
      : {
          id2label: Object.fromEntries(labels.map((label, id) => [String(id), label])),
          label2id: Object.fromEntries(labels.map((label, id) => [label, id])),
        }),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}
