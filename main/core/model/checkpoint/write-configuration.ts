import type { EncoderConfiguration, Head } from '../configuration.ts';
import { architectureName } from './model-family.ts';
import type { ModelFamily } from './model-family.ts';

/** One of the names that transformers knows for each activation. */
const activationNames = {
  gelu: 'gelu',
  'gelu-tanh': 'gelu_new',
  relu: 'relu',
} as const satisfies Record<EncoderConfiguration['hiddenActivation'], string>;

export interface ModelDescription {
  readonly encoder: EncoderConfiguration;
  readonly family: ModelFamily;
  /** Null for a bare encoder. */
  readonly head: Head | null;
  /** Class names in the order of the classifier's rows; null for a language model. */
  readonly labels: readonly string[] | null;
  /** The id of the padding token. */
  readonly paddingId: number;
}

/** The names of all classes; those without one are called as transformers calls them. */
function namesOfClasses({ head, labels }: ModelDescription): readonly string[] | null {
  if (head === null || head.kind === 'masked-language-model') return null;
  const names = Array.from({ length: head.labelCount }, (_, id) => labels?.[id] ?? `LABEL_${id}`);
  return labels?.length === head.labelCount ? labels : names;
}

/** The `config.json` by which transformers opens a model of ours. */
export function writeConfiguration(model: ModelDescription): string {
  const { encoder, family, head, paddingId } = model;
  const classes = namesOfClasses(model);
  const json = {
    architectures: [architectureName(family, head)],
    model_type: family,
    vocab_size: encoder.vocabularySize,
    hidden_size: encoder.hiddenSize,
    num_hidden_layers: encoder.layerCount,
    num_attention_heads: encoder.headCount,
    intermediate_size: encoder.intermediateSize,
    max_position_embeddings: encoder.maxPositions,
    type_vocab_size: encoder.tokenTypeCount,
    layer_norm_eps: encoder.layerNormEpsilon,
    hidden_act: activationNames[encoder.hiddenActivation],
    hidden_dropout_prob: 0.1,
    attention_probs_dropout_prob: 0.1,
    initializer_range: 0.02,
    pad_token_id: family === 'bert' ? paddingId : encoder.positionOffset - 1,
    position_embedding_type: 'absolute',
    tie_word_embeddings: true,
    torch_dtype: 'float32',
    ...(classes === null
      ? {}
      : {
          id2label: Object.fromEntries(classes.map((label, id) => [String(id), label])),
          label2id: Object.fromEntries(classes.map((label, id) => [label, id])),
        }),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}
