import { defineBertTokenizer } from './bert-definition.ts';
import { findSpecialTokens } from './special-tokens.ts';
import type { TokenizerParts } from './tokenizer-parts.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * A vocab.txt: one token per line, the line is the id. Of a token on several lines the last counts,
 * as in transformers; the rows of the others are never looked up. `added` are tokens beside it.
 */
export function defineFromVocabularyText(
  files: { readonly vocabulary: string; readonly added: readonly (readonly [string, number])[] },
  configuration: Json,
  specialTokens: readonly Json[],
): TokenizerParts {
  const tokens = files.vocabulary
    .replace(/^\uFEFF/, '')
    .replace(/(\r\n|\n|\r)$/, '')
    .split(/\r\n|\n|\r/);
  const idOf = new Map(tokens.map((token, id) => [token, id]));
  for (const [token, id] of files.added) idOf.set(token, id);
  const names = findSpecialTokens(idOf, specialTokens);
  const lowercase = booleanOr(configuration.do_lower_case, isLowercase(tokens, names));
  const normaliser = {
    clean_text: true,
    handle_chinese_chars: booleanOr(configuration.tokenize_chinese_chars, true),
    strip_accents:
      typeof configuration.strip_accents === 'boolean' ? configuration.strip_accents : null,
    lowercase,
  };
  return {
    definition: defineBertTokenizer({ idOf, names, normaliser }),
    names,
    configuration,
  };
}

function booleanOr(value: unknown, otherwise: boolean): boolean {
  return typeof value === 'boolean' ? value : otherwise;
}

/**
 * Where no tokenizer_config.json says so, the vocabulary tells: one made of lower-cased text holds
 * no upper-case letter but in its special and [unused] tokens.
 */
function isLowercase(tokens: readonly string[], names: Readonly<Record<string, string>>): boolean {
  const special = new Set(Object.values(names));
  return tokens.every(
    (token) => special.has(token) || /^\[.+\]$/.test(token) || token === token.toLowerCase(),
  );
}
