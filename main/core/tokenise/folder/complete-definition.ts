import type {
  AddedToken,
  DefinitionPart,
  ModelDefinition,
  TokenizerDefinition,
} from '../definition.ts';
import { modelKind } from '../models/create-model.ts';
import type { SpecialTokenNames } from '../special-tokens.ts';
import { modelTokens } from '../vocabulary.ts';
import { changeParts } from './parts.ts';

/**
 * A definition that says what else its readers would each assume for themselves: types, flags and
 * settings with their customary values. One that is whole stays as it is.
 */
export function completeDefinition(
  definition: TokenizerDefinition,
  names: SpecialTokenNames,
): TokenizerDefinition {
  return {
    ...definition,
    added_tokens: definition.added_tokens.map(completeToken),
    normalizer: changeParts(definition.normalizer, 'BertNormalizer', completeNormaliser),
    pre_tokenizer: completeSpaces(definition.pre_tokenizer),
    decoder: completeSpaces(definition.decoder),
    model: completeModel(definition.model, names),
  };
}

function completeToken({ id, content, ...flags }: AddedToken): AddedToken {
  const special = flags.special ?? false;
  return {
    id,
    content,
    ...{ single_word: false, lstrip: false, rstrip: false, normalized: !special },
    ...flags,
    special,
  };
}

function completeNormaliser(part: DefinitionPart): DefinitionPart {
  const off = { clean_text: false, handle_chinese_chars: false, strip_accents: null };
  return { ...off, lowercase: false, ...part };
}

function completeSpaces(part: DefinitionPart | null): DefinitionPart | null {
  return changeParts(
    changeParts(part, 'ByteLevel', (found) => ({
      ...{ add_prefix_space: false, trim_offsets: true, use_regex: true },
      ...found,
    })),
    'Metaspace',
    // Older files have add_prefix_space instead of the scheme.
    ({ add_prefix_space, str_rep, ...found }) => ({
      replacement: typeof str_rep === 'string' ? str_rep : '▁',
      prepend_scheme: add_prefix_space === false ? 'never' : 'always',
      split: true,
      ...found,
    }),
  );
}

function completeModel(model: ModelDefinition, names: SpecialTokenNames): ModelDefinition {
  const type = modelKind(model);
  switch (type) {
    case 'WordPiece':
      return {
        ...model,
        type,
        unk_token: model.unk_token ?? names.unknown,
        continuing_subword_prefix: model.continuing_subword_prefix ?? '##',
        max_input_chars_per_word: model.max_input_chars_per_word ?? 100,
      };
    case 'BPE':
      return { ...model, type };
    case 'Unigram':
      return { ...model, type, unk_id: model.unk_id ?? findId(model, names.unknown) };
  }
}

function findId(model: ModelDefinition, token: string): number | undefined {
  return modelTokens(model).find(([each]) => each === token)?.[1];
}
