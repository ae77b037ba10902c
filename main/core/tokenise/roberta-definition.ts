import type { TokenizerDefinition } from './definition.ts';
import { hasAllBytes } from './models/byte-spelling.ts';
import { specialRoles, type SpecialTokenNames } from './special-tokens.ts';

/** What a byte-level vocabulary needs to become a RoBERTa tokenizer. */
export interface RobertaDefinitionRequest {
  readonly idOf: ReadonlyMap<string, number>;
  readonly merges: readonly (readonly [string, string])[];
  readonly names: SpecialTokenNames;
  readonly addPrefixSpace: boolean;
}

/** The tokenizer.json of a RoBERTa model, as Hugging Face's converter writes it. */
export function defineRobertaTokenizer(request: RobertaDefinitionRequest): TokenizerDefinition {
  const { idOf, merges, names, addPrefixSpace } = request;
  const id = (token: string): number => idOf.get(token) ?? 0;
  const added = [...new Set(specialRoles.map((role) => names[role]))]
    .map((content) => ({
      id: id(content),
      content,
      single_word: false,
      // A mask stands for a word with the space before it.
      lstrip: content === names.mask,
      rstrip: false,
      normalized: false,
      special: true,
    }))
    .sort((a, b) => a.id - b.id);
  const vocab = Object.fromEntries(idOf);
  const byteLevel = { add_prefix_space: addPrefixSpace, trim_offsets: true };
  return {
    version: '1.0',
    added_tokens: added,
    normalizer: null,
    pre_tokenizer: { type: 'ByteLevel', ...byteLevel, use_regex: true },
    post_processor: {
      type: 'RobertaProcessing',
      sep: [names.separator, id(names.separator)],
      cls: [names.classification, id(names.classification)],
      ...byteLevel,
    },
    decoder: { type: 'ByteLevel', ...byteLevel, use_regex: true },
    model: {
      type: 'BPE',
      unk_token: hasAllBytes(vocab) ? null : names.unknown,
      byte_fallback: false,
      ignore_merges: false,
      vocab,
      merges: merges.map(([left, right]) => [left, right]),
    },
  };
}
