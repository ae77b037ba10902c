import { readFileSync } from 'node:fs';

import { classAnswers, encodeNotes } from '#core/training/encode-notes.ts';
import { encodeSentences } from '#core/training/encode-sentences.ts';
import type { Example } from '#core/training/example.ts';
import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import type { Tokenizer } from '#core/tokenise/tokenizer.ts';

import { readCantemistSentences, readNubesNotes, sharedFiles } from './shared-data.ts';

const maxTokens = 512;
export const cantemistTags = ['O', 'B-MORFOLOGIA_NEOPLASIA', 'I-MORFOLOGIA_NEOPLASIA'] as const;

/** Multilingual BERT's own vocabulary. */
export function openMultilingualTokenizer(): Tokenizer {
  return openTokenizer({
    'vocab.txt': readFileSync(sharedFiles.vocabulary, 'utf8'),
    'tokenizer_config.json': '{"do_lower_case":false}',
  });
}

/** CANTEMIST's sentences as examples for token classification, with any tokenizer. */
export function encodeCantemist(tokenizer: Tokenizer): Example[] {
  return encodeSentences(readCantemistSentences(), tokenizer, { maxTokens, tags: cantemistTags })
    .windows.flat()
    .map(({ example }) => example);
}

/** NUBes' rows as examples for sequence classification. */
export function encodeNubes(tokenizer: Tokenizer): Example[] {
  const answersOf = classAnswers(['affirmed', 'negation']);
  const options = { maxTokens, answersOf, reading: 'head' } as const;
  return encodeNotes(readNubesNotes(), tokenizer, options).windows.flat();
}
