import type { DefinitionPart, TokenizerDefinition } from '../definition.ts';
import { hasAllBytes } from '../models/byte-spelling.ts';
import { modelKind, type ModelKind } from '../models/create-model.ts';
import type { SpecialTokenNames } from '../special-tokens.ts';
import { modelTokens } from '../vocabulary.ts';

/** Reads tokenizer.json as it is, in all versions of transformers. */
export const plainClass = 'PreTrainedTokenizerFast';

/**
 * The class by which transformers opens a definition. From version 5 on it builds the parts of a
 * class anew from settings; only where that gives these same parts a class of its own is named.
 */
export function classOfDefinition(
  definition: TokenizerDefinition,
  names: SpecialTokenNames,
): string {
  const kind = modelKind(definition.model);
  const { name, isSame } = classes[kind];
  return isSame(definition, names) && areTokensInOrder(definition) ? name : plainClass;
}

const classes = {
  WordPiece: {
    name: 'BertTokenizer',
    isSame: ({ normalizer, pre_tokenizer, model }, names) =>
      normalizer?.type === 'BertNormalizer' &&
      normalizer.clean_text === true &&
      pre_tokenizer?.type === 'BertPreTokenizer' &&
      model.continuing_subword_prefix === '##' &&
      model.max_input_chars_per_word === 100 &&
      model.unk_token === names.unknown,
  },
  BPE: {
    name: 'RobertaTokenizer',
    isSame: ({ normalizer, pre_tokenizer, model }) =>
      normalizer === null &&
      pre_tokenizer?.type === 'ByteLevel' &&
      pre_tokenizer.use_regex === true &&
      !model.continuing_subword_prefix &&
      !model.end_of_word_suffix &&
      model.fuse_unk !== true &&
      model.byte_fallback !== true &&
      model.ignore_merges !== true &&
      !model.dropout &&
      ((model.unk_token ?? null) === null || hasAllBytes(model.vocab)),
  },
  Unigram: {
    name: 'XLMRobertaTokenizer',
    isSame: ({ normalizer, pre_tokenizer, model }) =>
      (normalizer === null || normalizer.type === 'Precompiled') &&
      cutsAtSpaces(pre_tokenizer) &&
      model.unk_id === 3 &&
      model.byte_fallback !== true,
  },
} as const satisfies Record<
  ModelKind,
  {
    readonly name: string;
    readonly isSame: (definition: TokenizerDefinition, names: SpecialTokenNames) => boolean;
  }
>;

function cutsAtSpaces(part: DefinitionPart | null): boolean {
  if (part?.type !== 'Sequence') return false;
  const [cut, mark, ...others] = (part.pretokenizers ?? []) as DefinitionPart[];
  return (
    others.length === 0 &&
    cut?.type === 'WhitespaceSplit' &&
    mark?.type === 'Metaspace' &&
    mark.replacement === '▁' &&
    (mark.prepend_scheme === 'always' || mark.prepend_scheme === 'never')
  );
}

/** A class gives added tokens that are no pieces the ids behind them, one after the other. */
function areTokensInOrder({ model, added_tokens }: TokenizerDefinition): boolean {
  const pieces = new Map(modelTokens(model));
  let next = pieces.size;
  return added_tokens
    .toSorted((a, b) => a.id - b.id)
    .every(({ content, id }) => id === (pieces.get(content) ?? next++));
}
