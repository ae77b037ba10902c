import type { TokenizerDefinition } from './definition.ts';
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
  const special = (token: string, type_id: number) => ({ SpecialToken: { id: token, type_id } });
  const sequence = (name: 'A' | 'B', type_id: number) => ({ Sequence: { id: name, type_id } });
  const { classification, separator } = names;
  const single = [special(classification, 0), sequence('A', 0), special(separator, 0)];
  return {
    version: '1.0',
    added_tokens: added,
    normalizer: { type: 'BertNormalizer', ...normaliser },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single,
      pair: [...single, sequence('B', 1), special(separator, 1)],
      special_tokens: Object.fromEntries(
        [classification, separator].map((token) => [
          token,
          { id: token, ids: [id(token)], tokens: [token] },
        ]),
      ),
    },
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
