import { AnamnesisError, isAnamnesisError } from '#core/base/error.ts';
import { createTokenizer } from './create-tokenizer.ts';
import { isIds, parseDefinition, parseJsonObject } from './definition.ts';
import { malformed } from './errors.ts';
import { completeDefinition } from './folder/complete-definition.ts';
import { readDefinedParts } from './folder/read-defined-parts.ts';
import { withSpecialPieces } from './folder/special-pieces.ts';
import { tidyBytes } from './folder/tidy-bytes.ts';
import type { Tokenizer } from './tokenizer.ts';
import { withTokenFlags } from './token-flags.ts';
import type { TokenizerParts } from './tokenizer-parts.ts';
import { defineFromVocabularyAndMerges } from './vocabulary-merges.ts';
import { defineFromVocabularyText } from './vocabulary-text.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * Opens the tokenizer of a checkpoint folder. `files` maps file names to contents:
 * tokenizer.json, else vocab.txt or vocab.json with merges.txt, both with added_tokens.json; and
 * tokenizer_config.json and special_tokens_map.json if they are there. Others are ignored.
 * @throws AnamnesisError tokenise.vocabulary-missing, tokenise.definition-malformed,
 * tokenise.part-unsupported, tokenise.special-token-missing
 */
export function openTokenizer(files: Readonly<Record<string, string>>): Tokenizer {
  try {
    const tokenizer = createTokenizer(readTokenizerParts(files));
    // Some parts look at their settings only when there is text.
    tokenizer.encode('A 1, b.');
    return tokenizer;
  } catch (error) {
    if (isAnamnesisError(error)) throw error;
    // The library's own errors, which may quote the file.
    throw malformed('tokenizer.json', 'settings that its parts can take', 'others');
  }
}

/** What `openTokenizer` puts to work. @throws as it */
export function readTokenizerParts(files: Readonly<Record<string, string>>): TokenizerParts {
  const configuration = optionalObject(files, 'tokenizer_config.json');
  const map = optionalObject(files, 'special_tokens_map.json');
  // Where the former lists all tokens, transformers does not look into the latter.
  const configurations =
    configuration.added_tokens_decoder === undefined ? [map, configuration] : [configuration, map];
  if (files['tokenizer.json'] === undefined) {
    return tidyBytes(readOlderParts(files, configuration, configurations));
  }
  return readDefinedParts({
    definition: parseDefinition('tokenizer.json', files['tokenizer.json']),
    added: optionalObject(files, 'added_tokens.json'),
    configuration,
    configurations,
  });
}

/** The same from the files of a tokenizer that is not fast, as transformers calls it. */
function readOlderParts(
  files: Readonly<Record<string, string>>,
  configuration: Json,
  configurations: readonly Json[],
): TokenizerParts {
  const added = readAddedTokens(files);
  const finish = (parts: TokenizerParts) => withAddedTokens(parts, { added, configurations });
  if (files['vocab.txt'] !== undefined) {
    const older = { vocabulary: files['vocab.txt'], added };
    return finish(defineFromVocabularyText(older, configuration, configurations));
  }
  if (files['vocab.json'] !== undefined && files['merges.txt'] !== undefined) {
    const older = { vocabulary: files['vocab.json'], merges: files['merges.txt'], added };
    return finish(defineFromVocabularyAndMerges(older, configuration, configurations));
  }
  throw new AnamnesisError('tokenise.vocabulary-missing', {
    expected: 'tokenizer.json, or vocab.txt, or vocab.json with merges.txt',
    found: `${Object.keys(files).length} files, none of them a vocabulary`,
    remedy: 'Copy the tokenizer’s files into the folder of the checkpoint.',
  });
}

/** Spellings and ids of the tokens that were added to an older vocabulary. */
function readAddedTokens(files: Readonly<Record<string, string>>): [string, number][] {
  const ids = optionalObject(files, 'added_tokens.json');
  if (!isIds(ids)) throw malformed('added_tokens.json', 'an id for each token', 'something else');
  return Object.entries(ids);
}

/** As Hugging Face's converter adds them to a tokenizer.json. */
function withAddedTokens(
  parts: TokenizerParts,
  {
    added,
    configurations,
  }: {
    readonly added: readonly (readonly [string, number])[];
    readonly configurations: readonly Json[];
  },
): TokenizerParts {
  const { definition } = parts;
  const known = new Set(definition.added_tokens.map(({ content }) => content));
  const more = added
    .filter(([content]) => !known.has(content))
    .map(([content, id]) => ({
      id,
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: true,
      special: false,
    }));
  const all = { ...definition, added_tokens: [...definition.added_tokens, ...more] };
  const { added_tokens } = withSpecialPieces(all, parts.names, configurations);
  const flagged = withTokenFlags(added_tokens, configurations);
  const whole = completeDefinition({ ...definition, added_tokens: flagged }, parts.names);
  return { ...parts, definition: whole };
}

function optionalObject(files: Readonly<Record<string, string>>, name: string): Json {
  return files[name] === undefined ? {} : parseJsonObject(name, files[name]);
}
