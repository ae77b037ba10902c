import { isUntied, type EncoderConfiguration, type Head } from '../configuration.ts';
import { configurationKeys } from './configuration-keys.ts';
import { architectureName, isRobertaLike } from './model-family.ts';
import type { ModelFamily } from './model-family.ts';
import type { ProblemType } from './problem-type.ts';

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
  /** How the classes of a text stand to each other; left out where one of them is meant. */
  readonly problemType?: ProblemType;
  /** The id of the padding token. */
  readonly paddingId: number;
}

/** The names of all classes; those without one are called as transformers calls them. */
function namesOfClasses({ head, labels }: ModelDescription): readonly string[] | null {
  if (head === null || head.kind === 'masked-language-model') return null;
  const names = Array.from({ length: head.labelCount }, (_, id) => labels?.[id] ?? `LABEL_${id}`);
  return labels?.length === head.labelCount ? labels : names;
}

/** The rates with which these models were made; transformers drops as much when it trains on. */
const usualDropout = { hidden_dropout_prob: 0.1, attention_probs_dropout_prob: 0.1 };
const distilbertDropout = { dropout: 0.1, attention_dropout: 0.1, seq_classif_dropout: 0.2 };

function valuesThatDistilbertLacks(encoder: EncoderConfiguration): object {
  return {
    type_vocab_size: encoder.tokenTypeCount,
    layer_norm_eps: encoder.layerNormEpsilon,
    position_embedding_type: 'absolute',
  };
}

/**
 * The `config.json` by which transformers opens a model of ours. `onnxFilesWithData` names the ONNX
 * files whose weights lie in a file beside them: transformers.js has to be told.
 */
export function writeConfiguration(
  model: ModelDescription,
  onnxFilesWithData: readonly string[] = [],
): string {
  const { encoder, family, head, problemType, paddingId } = model;
  const classes = namesOfClasses(model);
  const keys = configurationKeys[family];
  const json = {
    architectures: [architectureName(family, head)],
    model_type: family,
    vocab_size: encoder.vocabularySize,
    [keys.hiddenSize]: encoder.hiddenSize,
    [keys.layerCount]: encoder.layerCount,
    [keys.headCount]: encoder.headCount,
    [keys.intermediateSize]: encoder.intermediateSize,
    max_position_embeddings: encoder.maxPositions,
    ...(family === 'distilbert' ? {} : valuesThatDistilbertLacks(encoder)),
    [keys.hiddenActivation]: activationNames[encoder.hiddenActivation],
    ...(family === 'distilbert' ? distilbertDropout : usualDropout),
    initializer_range: 0.02,
    pad_token_id: isRobertaLike(family) ? encoder.positionOffset - 1 : paddingId,
    tie_word_embeddings: !isUntied(head),
    torch_dtype: 'float32',
    ...(classes === null
      ? {}
      : {
          id2label: Object.fromEntries(classes.map((label, id) => [String(id), label])),
          label2id: Object.fromEntries(classes.map((label, id) => [label, id])),
        }),
    ...(problemType === undefined ? {} : { problem_type: problemType }),
    ...(onnxFilesWithData.length === 0
      ? {}
      : {
          'transformers.js_config': {
            use_external_data_format: Object.fromEntries(
              onnxFilesWithData.map((name) => [name, 1]),
            ),
          },
        }),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}
