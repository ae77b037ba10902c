import { assert } from '#core/base/assert.ts';
import type { Paced } from '#core/base/paced.ts';
import { extendEmbeddings } from '#core/model/extend-embeddings.ts';
import {
  extensionOfVocabulary,
  type VocabularyExtensionOptions,
} from '#core/tokenise/extend-vocabulary.ts';
import type { ModelState } from '../model-state.ts';

export interface ExtendedModel {
  readonly model: ModelState;
  readonly addedCount: number;
}

/**
 * Gives a model further tokens for the words of a text, and embeddings for them that are the mean of
 * their pieces’; see `extendVocabulary`. Paced work.
 * @throws corpus.empty, tokenise.extension-unsupported, tokenise.nothing-to-add
 */
export function* extendModel(
  model: ModelState,
  lines: Iterable<string>,
  options: VocabularyExtensionOptions,
): Paced<ExtendedModel> {
  const { encoder, weights } = model;
  assert(weights !== null, 'a model has weights before its vocabulary is extended');
  const { tokenizer, added } = yield* extensionOfVocabulary(
    model.tokenizer.toFiles(),
    lines,
    options,
  );
  // A checkpoint may have rows for more pieces than its vocabulary has.
  const vocabularySize = Math.max(encoder.vocabularySize, tokenizer.vocabularySize);
  return {
    addedCount: added.length,
    model: {
      ...model,
      tokenizer,
      encoder: { ...encoder, vocabularySize },
      weights: extendEmbeddings(weights, {
        hiddenSize: encoder.hiddenSize,
        rowCount: vocabularySize,
        tokens: added,
      }),
      labels: null,
      storedId: null,
    },
  };
}
