import type { EncoderConfiguration, Head } from '../configuration.ts';
import { listEncoderParameters, listGraphParameters } from '../parameters.ts';
import type { GraphParameter } from '../parameters.ts';
import { fromDistilbertName, toDistilbertName } from './distilbert-names.ts';
import { isRobertaLike, type ModelFamily } from './model-family.ts';

/** What wrappers for several devices and compiled models put before all names. */
const wrapperPrefix = /^(?:module\.|_orig_mod\.)+/;
/** What models with a head put before the names of the encoder. */
const encoderPrefix = /^(?:module\.|_orig_mod\.)*(bert|roberta|distilbert)\./;

/** Stored beside the weights by old versions; not learnt. */
const buffers = /^embeddings\.(?:position_ids|token_type_ids)$/;

/** RoBERTa's names → BERT's. Its classification head is BERT's pooler and classifier in one. */
const renamed: readonly (readonly [RegExp, string])[] = [
  [/^lm_head\.dense\./, 'cls.predictions.transform.dense.'],
  [/^lm_head\.layer_norm\./, 'cls.predictions.transform.LayerNorm.'],
  [/^lm_head\.bias$/, 'cls.predictions.bias'],
  [/^lm_head\.decoder\./, 'cls.predictions.decoder.'],
  [/^classifier\.dense\./, 'pooler.dense.'],
  [/^classifier\.out_proj\./, 'classifier.'],
  // Written by TensorFlow and by the first PyTorch ports.
  [/LayerNorm\.gamma$/, 'LayerNorm.weight'],
  [/LayerNorm\.beta$/, 'LayerNorm.bias'],
];

/** The output matrix of the language model, where that is not the word embeddings. */
export const decoderWeight = 'cls.predictions.decoder.weight';
/** Another name of `predictionBias`, under which files may hold it as well. */
export const decoderBias = 'cls.predictions.decoder.bias';
export const predictionBias = 'cls.predictions.bias';
export const wordEmbeddings = 'embeddings.word_embeddings.weight';

/** Our name for a weight of a checkpoint; null for what is not learnt. */
function toOurName(stored: string): string | null {
  let name = fromDistilbertName(stored.replace(wrapperPrefix, '').replace(encoderPrefix, ''));
  for (const [pattern, replacement] of renamed) name = name.replace(pattern, replacement);
  return buffers.test(name) ? null : name;
}

/** A stored name that only models of another family have; null where there is none. */
export function findForeignName(stored: Iterable<string>, family: ModelFamily): string | null {
  const own = isRobertaLike(family) ? 'roberta' : family;
  for (const name of stored) {
    const prefix = encoderPrefix.exec(name)?.[1] ?? own;
    if (prefix !== own) return name;
  }
  return null;
}

/**
 * Which stored weight is which of ours, and which are none. Where two claim the same name, the
 * head's own wins: a RoBERTa classifier may come with an unused pooler. The decoder's bias is the
 * prediction bias where that is not there itself.
 */
export function mapWeightNames(stored: Iterable<string>): {
  readonly claimed: ReadonlyMap<string, string>;
  readonly unclaimed: readonly string[];
} {
  const claimed = new Map<string, string>();
  const unclaimed: string[] = [];
  for (const name of stored) {
    const our = toOurName(name);
    if (our === null) continue;
    const rival = claimed.get(our);
    const wins = rival === undefined || !encoderPrefix.test(name);
    if (wins) claimed.set(our, name);
    if (rival !== undefined) unclaimed.push(wins ? rival : name);
  }
  const again = claimed.get(decoderBias);
  if (again !== undefined && !claimed.has(predictionBias)) {
    claimed.delete(decoderBias);
    claimed.set(predictionBias, again);
  }
  return { claimed, unclaimed };
}

/**
 * The name that transformers gives one of our weights in a model with this head. Weights of other
 * heads, which a checkpoint may hold as well, keep names by which they are found again.
 */
export function toStoredName(name: string, family: ModelFamily, head: Head | null): string {
  if (family === 'distilbert') return toDistilbertName(name);
  const isEncoder = /^(?:embeddings|encoder)\./.test(name);
  if (family === 'bert') return isEncoder || name.startsWith('pooler.') ? `bert.${name}` : name;
  if (isEncoder) return `roberta.${name}`;
  if (head?.kind === 'sequence-classification') {
    name = name
      .replace(/^pooler\.dense\./, 'classifier.dense.')
      .replace(/^classifier\.(?=weight$|bias$)/, 'classifier.out_proj.');
  }
  return name
    .replace(/^pooler\./, 'roberta.pooler.')
    .replace('cls.predictions.transform.dense.', 'lm_head.dense.')
    .replace('cls.predictions.transform.LayerNorm.', 'lm_head.layer_norm.')
    .replace('cls.predictions.decoder.', 'lm_head.decoder.')
    .replace('cls.predictions.bias', 'lm_head.bias');
}

/** The language model's head on such weights: with an output matrix of its own where they hold one. */
export function languageModelHead(weights: { has(name: string): boolean }): Head {
  const head = { kind: 'masked-language-model' } as const;
  return weights.has(decoderWeight) ? { ...head, untied: true } : head;
}

/** Every weight of the encoder under our names, with its shape. */
export function listEncoderWeights(encoder: EncoderConfiguration): Map<string, readonly number[]> {
  return shapesOf(listEncoderParameters(encoder));
}

/** Every weight of a model with this head under our names, with its shape. */
export function listWeights(
  encoder: EncoderConfiguration,
  head: Head | null,
): Map<string, readonly number[]> {
  return head === null ? listEncoderWeights(encoder) : shapesOf(listGraphParameters(encoder, head));
}

function shapesOf(parameters: readonly GraphParameter[]): Map<string, readonly number[]> {
  return new Map(
    parameters.flatMap(({ parts }) => parts.map(({ name, shape }) => [name, shape] as const)),
  );
}
