import type { TextClassifier } from '#core/prediction/predict-classes.ts';
import { hashJson } from '#core/storage/hash-json.ts';

/** Raised where the same text, weights and vocabulary give another score. */
const scoringVersion = 1;

/** SHA-256 of all that is done to a text before and after the weights: vocabulary and way of reading. */
export function hashPreprocessing({
  tokenizer,
  classes,
  reading,
}: Pick<TextClassifier, 'tokenizer' | 'classes' | 'reading'>): string {
  return hashJson({ scoringVersion, vocabulary: tokenizer.fingerprint, classes, reading });
}
