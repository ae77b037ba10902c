import type { ModelRecord, TextReading } from '#core/library/model-record.ts';
import { maxTokensOf } from '#core/model/configuration.ts';

/** Of models that do not say how their texts were read: as long as BERT's. */
const usualTokens = 512;

/** How texts are given to a fine-tuned model: as those that it learned, or as is usual. */
export function readingOf({ origin, encoder }: ModelRecord): TextReading {
  const known = origin.kind === 'fine-tuning' ? origin.reading : undefined;
  const maxTokens = Math.min(usualTokens, maxTokensOf(encoder));
  return known ?? { maxTokens, longNotes: 'head', positive: null };
}
