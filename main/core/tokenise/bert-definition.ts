import type { TokenizerDefinition } from './definition.ts';
import { frameOf } from './folder/frame-text.ts';
import type { BertNormaliserSettings } from './normalise/bert.ts';
import { specialRoles, type SpecialTokenNames } from './special-tokens.ts';

/** What a vocabulary of pieces needs to become a BERT tokenizer. */
export interface BertDefinitionRequest {
  readonly idOf: ReadonlyMap<string, number>;
  readonly names: SpecialTokenNames;
  readonly normaliser: BertNormaliserSettings;
}

/** The tokenizer.json of a BERT model, as Hugging Face's converter writes it. */
export function defineBertTokenizer(request: BertDefinitionRequest): TokenizerDefinition {
  const { idOf, names, normaliser } = request;
  const id = (token: string): number => idOf.get(token) ?? 0;
  const added = [...new Set(specialRoles.map((role) => names[role]))]
    .map((content) => ({
      id: id(content),
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true,
    }))
    .sort((a, b) => a.id - b.id);
  return {
    version: '1.0',
    added_tokens: added,
    normalizer: { type: 'BertNormalizer', ...normaliser },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: frameOf(names, idOf),
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: names.unknown,
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(idOf),
    },
  };
}
