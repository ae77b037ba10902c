import type {
  DefinitionPart,
  ModelDefinition,
  TokenizerDefinition,
} from '#core/tokenise/definition.ts';
import { malformed, unsupportedPart } from '#core/tokenise/errors.ts';
import type { Vocabulary } from '#core/tokenise/vocabulary.ts';
import { createBpe } from './bpe.ts';
import type { TokenModel } from './token-model.ts';
import { createUnigram } from './unigram.ts';
import { createWordPiece } from './wordpiece.ts';

export const supportedModels = ['WordPiece', 'BPE', 'Unigram'] as const;
export type ModelKind = (typeof supportedModels)[number];

/** Older files leave the type out; the library then tells the models apart by their parts. */
export function modelKind(model: ModelDefinition): ModelKind {
  const kind = model.type ?? guessKind(model);
  const found = supportedModels.find((name) => name === kind);
  if (found === undefined) throw unsupportedPart('model', kind, supportedModels);
  return found;
}

function guessKind(model: ModelDefinition): ModelKind {
  if (Array.isArray(model.vocab)) return 'Unigram';
  return model.merges === undefined ? 'WordPiece' : 'BPE';
}

/** Builds what a tokenizer.json names as its `model`. */
export function createModel(definition: TokenizerDefinition, vocabulary: Vocabulary): TokenModel {
  const { model } = definition;
  const kind = modelKind(model);
  if (Array.isArray(model.vocab) !== (kind === 'Unigram')) {
    const expected = kind === 'Unigram' ? 'a list of pairs' : 'an object of tokens and ids';
    throw malformed('tokenizer.json, model.vocab', expected, 'the other layout');
  }
  switch (kind) {
    case 'WordPiece':
      return createWordPiece({
        vocabulary: vocabulary.idOf,
        unknownToken: model.unk_token ?? '[UNK]',
        continuingPrefix: model.continuing_subword_prefix ?? '##',
        maxCharactersPerWord: model.max_input_chars_per_word ?? 100,
      });
    case 'BPE': {
      if (model.merges === undefined) throw malformed('tokenizer.json, model', 'merges', 'none');
      const affix = model.end_of_word_suffix ?? model.continuing_subword_suffix;
      if (typeof affix === 'string' && affix !== '') {
        throw unsupportedPart('model', 'BPE with suffixes', supportedModels);
      }
      const isByteLevel = hasPart(definition.pre_tokenizer, 'ByteLevel');
      return createBpe({ vocabulary: vocabulary.idOf, model, isByteLevel });
    }
    case 'Unigram':
      if (typeof model.unk_id !== 'number') {
        throw malformed('tokenizer.json, model', 'unk_id', 'none');
      }
      return createUnigram({ vocabulary: vocabulary.idOf, model, unknownId: model.unk_id });
  }
}

/** True when a part, or one in its sequence, is of a type. */
export function hasPart(part: DefinitionPart | null, type: string): boolean {
  if (part === null) return false;
  const inner = (part.pretokenizers ?? []) as DefinitionPart[];
  return part.type === type || inner.some((each) => hasPart(each, type));
}
