import type { TokenizerDefinition } from '#core/tokenise/definition.ts';
import { malformed, unsupportedPart } from '#core/tokenise/errors.ts';
import type { Vocabulary } from '#core/tokenise/vocabulary.ts';
import type { TokenModel } from './token-model.ts';
import { createWordPiece } from './wordpiece.ts';

export const supportedModels = ['WordPiece'] as const;
export type ModelKind = (typeof supportedModels)[number];

/** Older files leave the type out; the library then tells the models apart by their parts. */
export function modelKind(definition: TokenizerDefinition): ModelKind {
  const { model } = definition;
  const kind =
    model.type ?? (Array.isArray(model.vocab) ? 'Unigram' : model.merges ? 'BPE' : 'WordPiece');
  const found = supportedModels.find((name) => name === kind);
  if (found === undefined) throw unsupportedPart('model', kind, supportedModels);
  return found;
}

/** Builds what a tokenizer.json names as its `model`. */
export function createModel(definition: TokenizerDefinition, vocabulary: Vocabulary): TokenModel {
  const { model } = definition;
  switch (modelKind(definition)) {
    case 'WordPiece':
      if (Array.isArray(model.vocab)) {
        throw malformed('tokenizer.json, model.vocab', 'an object of tokens and ids', 'a list');
      }
      return createWordPiece({
        vocabulary: vocabulary.idOf,
        unknownToken: model.unk_token ?? '[UNK]',
        continuingPrefix: model.continuing_subword_prefix ?? '##',
        maxCharactersPerWord: model.max_input_chars_per_word ?? 100,
      });
  }
}
