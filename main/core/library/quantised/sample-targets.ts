import { RandomStream } from '#core/base/random-stream.ts';
import { maxTokensOf, type EncoderConfiguration, type Head } from '#core/model/configuration.ts';
import type { Tokenizer } from '#core/tokenise/tokenizer.ts';

/** One text as a model reads it, and where its answers are compared. */
export interface SampleRow {
  readonly ids: readonly number[];
  /** Columns; for a class per text only the first. */
  readonly targets: readonly number[];
}

/** Longer texts are cut: agreement does not depend on length, time and memory do. */
const longestTokens = 128;
/** As in pre-training (Devlin et al., 2019). */
const maskedShare = 0.15;

/**
 * What is asked of a model about a text: a class; a class for each token; words at masked places (at
 * least one, always the same for the same text and `index`); or the states of each token.
 */
export function sampleTargets(
  model: { tokenizer: Tokenizer; encoder: EncoderConfiguration; head: Head | null },
  text: string,
  index: number,
): SampleRow {
  const { tokenizer, encoder, head } = model;
  const { classification, separator, mask } = tokenizer.special;
  const room = Math.min(longestTokens, maxTokensOf(encoder)) - 2;
  const ids = [classification, ...tokenizer.encode(text).ids.slice(0, room), separator];
  if (head?.kind === 'sequence-classification') return { ids, targets: [0] };
  const inner = Array.from({ length: ids.length - 2 }, (_, column) => column + 1);
  if (head?.kind !== 'masked-language-model') return { ids, targets: inner };
  const count = Math.min(inner.length, Math.max(1, Math.round(maskedShare * inner.length)));
  const stream = new RandomStream(index, 'agreement');
  const targets = stream.shuffle([...inner]).slice(0, count);
  return { ids: ids.map((id, column) => (targets.includes(column) ? mask : id)), targets };
}
