import { likeliestClass, probabilityOf } from '#core/domain/class-probabilities.ts';
import type { ScoredWordSpan } from '#core/domain/predictions.ts';
import { readEntities } from '#core/evaluation/entities/read-entities.ts';
import { outsideTag } from './encode-sentences.ts';

interface TaggedWord {
  readonly tag: string;
  readonly probability: number;
}

/**
 * The likeliest tag of each word. One that was not asked, of which the tokenizer left nothing, is
 * outside for certain.
 */
export function tagWords(
  logits: readonly (Float32Array | null)[],
  tags: readonly string[],
): TaggedWord[] {
  return logits.map((ofWord) => {
    if (ofWord === null) return { tag: outsideTag, probability: 1 };
    const chosen = likeliestClass(ofWord);
    return { tag: tags[chosen], probability: probabilityOf(ofWord, chosen) };
  });
}

/** The entities of tagged words, strictly read, each with the mean probability of its tags. */
export function readTaggedWords(words: readonly TaggedWord[]): ScoredWordSpan[] {
  return readEntities(words.map(({ tag }) => tag)).map((span) => {
    const ofSpan = words.slice(span.start, span.end);
    const sum = ofSpan.reduce((total, { probability }) => total + probability, 0);
    return { ...span, score: sum / ofSpan.length };
  });
}
