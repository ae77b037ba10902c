/** Ours (BERT's) and DistilBERT's, within a layer. */
const layerNames: readonly (readonly [string, string])[] = [
  ['attention.self.query.', 'attention.q_lin.'],
  ['attention.self.key.', 'attention.k_lin.'],
  ['attention.self.value.', 'attention.v_lin.'],
  ['attention.output.dense.', 'attention.out_lin.'],
  ['attention.output.LayerNorm.', 'sa_layer_norm.'],
  ['intermediate.dense.', 'ffn.lin1.'],
  ['output.dense.', 'ffn.lin2.'],
  ['output.LayerNorm.', 'output_layer_norm.'],
];

/** The same for the heads. */
const headNames: readonly (readonly [string, string])[] = [
  ['cls.predictions.transform.dense.', 'vocab_transform.'],
  ['cls.predictions.transform.LayerNorm.', 'vocab_layer_norm.'],
  ['cls.predictions.decoder.weight', 'vocab_projector.weight'],
  ['cls.predictions.bias', 'vocab_projector.bias'],
  ['pooler.dense.', 'pre_classifier.'],
];

const ourLayer = /^encoder\.(layer\.\d+\.)/;
const theirLayer = /^transformer\.(layer\.\d+\.)/;

/** DistilBERT's name, without the prefix of the encoder → ours. Other names stay as they are. */
export function fromDistilbertName(name: string): string {
  const [start, layer] = theirLayer.exec(name) ?? ['', ''];
  if (start === '') return replaceStart(name, headNames, 'theirs');
  return `encoder.${layer}${replaceStart(name.slice(start.length), layerNames, 'theirs')}`;
}

/** Our name → DistilBERT's, with the prefix of the encoder where it belongs to it. */
export function toDistilbertName(name: string): string {
  if (name.startsWith('embeddings.')) return `distilbert.${name}`;
  const [start, layer] = ourLayer.exec(name) ?? ['', ''];
  if (start === '') return replaceStart(name, headNames, 'ours');
  const inLayer = replaceStart(name.slice(start.length), layerNames, 'ours');
  return `distilbert.transformer.${layer}${inLayer}`;
}

function replaceStart(
  name: string,
  names: readonly (readonly [string, string])[],
  from: 'ours' | 'theirs',
): string {
  for (const [ours, theirs] of names) {
    const [before, after] = from === 'ours' ? [ours, theirs] : [theirs, ours];
    if (name.startsWith(before)) return `${after}${name.slice(before.length)}`;
  }
  return name;
}
