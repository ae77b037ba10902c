import type { Paced } from '#core/base/paced.ts';
import { chooseWords } from './choose-words.ts';
import type { Extension, ExtensionRequest } from './extension.ts';
import { PieceMatcher } from './piece-matcher.ts';

const lettersOnly = /^\p{L}[\p{L}\p{M}]*$/u;

/** Whole words at the end of the vocabulary; see `extendVocabulary`. */
export function* extendWordPiece(request: ExtensionRequest): Paced<Extension> {
  const { definition, vocabulary, wordCounts, tokenCount, minFrequency } = request;
  const { model } = definition;
  const maxCharacters = model.max_input_chars_per_word ?? 100;
  const matcher = new PieceMatcher(vocabulary.idOf, model.continuing_subword_prefix ?? '##');
  const words = yield* chooseWords({
    // The tokenizer makes longer words unknown, whatever the vocabulary holds.
    wordCounts: new Map(
      [...wordCounts].filter(([word]) => Array.from(word).length <= maxCharacters),
    ),
    matcher,
    isCandidate: (word, count) => count >= minFrequency && lettersOnly.test(word),
    limit: tokenCount,
  });
  const added = words.map((word, index) => ({
    word,
    id: vocabulary.size + index,
    pieces: matcher.match(word, 0) ?? [],
  }));
  const vocab = {
    ...(model.vocab as Record<string, number>),
    ...Object.fromEntries(added.map(({ word, id }) => [word, id])),
  };
  return {
    model: { ...model, vocab },
    added: added.map(({ id, pieces }) => ({ id, pieces })),
  };
}
