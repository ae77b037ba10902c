import { AnamnesisError } from '#core/base/error.ts';
import { createTokenizer } from './create-tokenizer.ts';
import { parseDefinition, parseJsonObject } from './definition.ts';
import { findSpecialTokens } from './special-tokens.ts';
import type { Tokenizer } from './tokenizer.ts';
import type { TokenizerParts } from './tokenizer-parts.ts';
import { createVocabulary } from './vocabulary.ts';
import { defineFromVocabularyAndMerges } from './vocabulary-merges.ts';
import { defineFromVocabularyText } from './vocabulary-text.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * Opens the tokenizer of a checkpoint folder. `files` maps file names to contents:
 * tokenizer.json, else vocab.txt, else vocab.json with merges.txt; and tokenizer_config.json and
 * special_tokens_map.json if they are there. Others are ignored.
 * @throws AnamnesisError tokenise.vocabulary-missing, tokenise.definition-malformed,
 * tokenise.part-unsupported, tokenise.special-token-missing
 */
export function openTokenizer(files: Readonly<Record<string, string>>): Tokenizer {
  return createTokenizer(readTokenizerParts(files));
}

/** What `openTokenizer` puts to work. @throws as it */
export function readTokenizerParts(files: Readonly<Record<string, string>>): TokenizerParts {
  const configuration = optionalObject(files, 'tokenizer_config.json');
  const configurations = [optionalObject(files, 'special_tokens_map.json'), configuration];
  if (files['tokenizer.json'] !== undefined) {
    const definition = parseDefinition('tokenizer.json', files['tokenizer.json']);
    const names = findSpecialTokens(createVocabulary(definition).idOf, configurations);
    return { definition, names, configuration };
  }
  if (files['vocab.txt'] !== undefined) {
    return defineFromVocabularyText(files['vocab.txt'], configuration, configurations);
  }
  if (files['vocab.json'] !== undefined && files['merges.txt'] !== undefined) {
    const both = { vocabulary: files['vocab.json'], merges: files['merges.txt'] };
    return defineFromVocabularyAndMerges(both, configuration, configurations);
  }
  throw new AnamnesisError('tokenise.vocabulary-missing', {
    expected: 'tokenizer.json, or vocab.txt, or vocab.json with merges.txt',
    found: `${Object.keys(files).length} files, none of them a vocabulary`,
    remedy: 'Copy the tokenizer’s files into the folder of the checkpoint.',
  });
}

function optionalObject(files: Readonly<Record<string, string>>, name: string): Json {
  return files[name] === undefined ? {} : parseJsonObject(name, files[name]);
}
