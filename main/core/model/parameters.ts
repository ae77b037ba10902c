import { checkFit } from '#core/graph/fit.ts';

import type { EncoderConfiguration, Head, ModelPart } from './configuration.ts';

/** One parameter as Hugging Face stores it, under its name in BertModel without the prefix `bert.`. */
interface ParameterPart {
  readonly name: string;
  readonly shape: readonly number[];
  readonly size: number;
}

/** One parameter of the graph: a tensor that is fed, updated and stored as a whole. */
export interface GraphParameter extends ParameterPart {
  /** AdamW's weight decay: matrices yes, biases and LayerNorm no. */
  readonly decays: boolean;
  /** The Hugging Face parameters stored one after the other in it; most often only itself. */
  readonly parts: readonly ParameterPart[];
}

function part(name: string, shape: readonly number[]): ParameterPart {
  return { name, shape, size: shape.reduce((product, size) => product * size, 1) };
}

function parameter(name: string, shape: readonly number[]): GraphParameter {
  const whole = part(name, shape);
  return { ...whole, decays: shape.length > 1, parts: [whole] };
}

function linear(name: string, out: number, into: number): GraphParameter[] {
  return [parameter(`${name}.weight`, [out, into]), parameter(`${name}.bias`, [out])];
}

function layerNorm(name: string, size: number): GraphParameter[] {
  return [parameter(`${name}.weight`, [size]), parameter(`${name}.bias`, [size])];
}

/** Query, key and value as one product: three matrices stacked, and three biases. */
function fusedProjection(name: string, hidden: number): GraphParameter[] {
  const parts = (kind: string, shape: readonly number[]) =>
    ['query', 'key', 'value'].map((projection) => part(`${name}.${projection}.${kind}`, shape));
  return [
    {
      ...parameter(`${name}.query_key_value.weight`, [3 * hidden, hidden]),
      parts: parts('weight', [hidden, hidden]),
    },
    {
      ...parameter(`${name}.query_key_value.bias`, [3 * hidden]),
      parts: parts('bias', [hidden]),
    },
  ];
}

function listLayer(prefix: string, encoder: EncoderConfiguration): GraphParameter[] {
  const { hiddenSize, intermediateSize } = encoder;
  return [
    ...fusedProjection(`${prefix}.attention.self`, hiddenSize),
    ...linear(`${prefix}.attention.output.dense`, hiddenSize, hiddenSize),
    ...layerNorm(`${prefix}.attention.output.LayerNorm`, hiddenSize),
    ...linear(`${prefix}.intermediate.dense`, intermediateSize, hiddenSize),
    ...linear(`${prefix}.output.dense`, hiddenSize, intermediateSize),
    ...layerNorm(`${prefix}.output.LayerNorm`, hiddenSize),
  ];
}

/** The encoder's parameters, in the order of the forward pass. */
export function listEncoderParameters(encoder: EncoderConfiguration): GraphParameter[] {
  const { hiddenSize } = encoder;
  return [
    parameter('embeddings.word_embeddings.weight', [encoder.vocabularySize, hiddenSize]),
    parameter('embeddings.position_embeddings.weight', [encoder.maxPositions, hiddenSize]),
    ...(encoder.tokenTypeCount === 0
      ? []
      : [
          parameter('embeddings.token_type_embeddings.weight', [
            encoder.tokenTypeCount,
            hiddenSize,
          ]),
        ]),
    ...layerNorm('embeddings.LayerNorm', hiddenSize),
    ...Array.from({ length: encoder.layerCount }, (_, layer) =>
      listLayer(`encoder.layer.${layer}`, encoder),
    ).flat(),
  ];
}

function listHeadParameters(encoder: EncoderConfiguration, head: Head): GraphParameter[] {
  const { hiddenSize, vocabularySize } = encoder;
  switch (head.kind) {
    case 'masked-language-model':
      return [
        ...linear('cls.predictions.transform.dense', hiddenSize, hiddenSize),
        ...layerNorm('cls.predictions.transform.LayerNorm', hiddenSize),
        ...(head.untied === true
          ? [parameter('cls.predictions.decoder.weight', [vocabularySize, hiddenSize])]
          : []),
        parameter('cls.predictions.bias', [vocabularySize]),
      ];
    case 'sequence-classification':
      return [
        ...linear('pooler.dense', hiddenSize, hiddenSize),
        ...linear('classifier', head.labelCount, hiddenSize),
      ];
    case 'token-classification':
      return linear('classifier', head.labelCount, hiddenSize);
  }
}

/** Those of a part of it. A language model has no head of its own: its output is its embeddings. */
export function listPartParameters(
  encoder: EncoderConfiguration,
  head: Head,
  part: ModelPart,
): GraphParameter[] {
  switch (part) {
    case 'whole':
      return listGraphParameters(encoder, head);
    case 'encoder':
      return listEncoderParameters(encoder);
    case 'head':
      checkFit(head.kind !== 'masked-language-model', 'a classifier', `a head ${head.kind}`);
      return listHeadParameters(encoder, head);
  }
}

/** How far below the head a parameter lies: the head 0, the topmost layer 1, embeddings the most. */
export function depthBelowHead(
  parameter: string,
  { layerCount }: Pick<EncoderConfiguration, 'layerCount'>,
): number {
  if (parameter.startsWith('embeddings.')) return layerCount + 1;
  const layer = /^encoder\.layer\.(\d+)\./.exec(parameter);
  return layer === null ? 0 : layerCount - Number(layer[1]);
}

/** All parameters of a model with its head, in the order of the forward pass. */
export function listGraphParameters(encoder: EncoderConfiguration, head: Head): GraphParameter[] {
  return [...listEncoderParameters(encoder), ...listHeadParameters(encoder, head)];
}
