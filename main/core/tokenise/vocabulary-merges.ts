import { isIds, parseJsonObject } from './definition.ts';
import { malformed } from './errors.ts';
import { defineRobertaTokenizer } from './roberta-definition.ts';
import { findSpecialTokens } from './special-tokens.ts';
import type { TokenizerParts } from './tokenizer-parts.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * A vocab.json (tokens and ids) with its merges.txt (one pair per line, most frequent first).
 * `added` are tokens beside it.
 */
export function defineFromVocabularyAndMerges(
  files: {
    readonly vocabulary: string;
    readonly merges: string;
    readonly added: readonly (readonly [string, number])[];
  },
  configuration: Json,
  specialTokens: readonly Json[],
): TokenizerParts {
  const ids = parseJsonObject('vocab.json', files.vocabulary);
  if (!isIds(ids)) throw malformed('vocab.json', 'an id for each token', 'something else');
  const idOf = new Map([...Object.entries(ids), ...files.added]);
  const names = findSpecialTokens(idOf, specialTokens);
  return {
    definition: defineRobertaTokenizer({
      idOf,
      merges: parseMerges(files.merges),
      names,
      addPrefixSpace: configuration.add_prefix_space === true,
    }),
    names,
    configuration,
  };
}

function parseMerges(content: string): [string, string][] {
  const merges: [string, string][] = [];
  content
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .forEach((row, index) => {
      const line = row.trimEnd();
      if (line === '' || line.startsWith('#version')) return;
      const [left, right, ...rest] = line.split(' ');
      if (!left || !right || rest.length > 0) {
        throw malformed(
          `merges.txt, line ${index + 1}`,
          'two tokens and a space',
          'something else',
        );
      }
      merges.push([left, right]);
    });
  return merges;
}
