import { AnamnesisError } from '#core/base/error.ts';
import { defineBertTokenizer } from './bert-definition.ts';
import { createTokenizer } from './create-tokenizer.ts';
import { bertNames, specialRoles } from './special-tokens.ts';
import type { Tokenizer } from './tokenizer.ts';
import { chooseAlphabet } from './training/alphabet.ts';
import { countWords } from './training/count-words.ts';
import { mergePairs, type SymbolWord } from './training/merge-pairs.ts';

export interface WordPieceTrainingOptions {
  /** Upper limit; a small corpus gives fewer tokens. */
  readonly vocabularySize: number;
  /** A piece must have occurred this often, as a pair of two others, to become a token. */
  readonly minFrequency: number;
  /** Accents are kept either way: they tell words apart in Spanish and Romanian. */
  readonly lowercase: boolean;
  /** At most this many different characters; words with rarer ones become unknown tokens. */
  readonly limitAlphabet: number;
}

const continuingPrefix = '##';
/** The tokenizer makes longer words unknown, so they must not shape the vocabulary either. */
const maxCharactersPerWord = 100;

/**
 * Trains a WordPiece vocabulary on a corpus and gives the tokenizer. Pieces are found as by Hugging
 * Face's `WordPieceTrainer`: byte-pair merges by frequency, not the likelihood ratio of Schuster
 * and Nakajima (2012), because users compare against vocabularies made that way. Unlike there the
 * result is the same on every run: special tokens, characters by code point (as beginnings, then
 * as continuations), merges by frequency and then by ids; and words that could only be encoded as
 * unknown do not count.
 * @throws AnamnesisError corpus.empty, tokenise.vocabulary-too-small
 */
export function trainWordPiece(
  lines: Iterable<string>,
  options: WordPieceTrainingOptions,
): Tokenizer {
  const normaliser = {
    clean_text: true,
    handle_chinese_chars: true,
    strip_accents: false,
    lowercase: options.lowercase,
  };
  const wordCounts = countWords(lines, { type: 'BertNormalizer', ...normaliser });
  if (wordCounts.size === 0) {
    throw new AnamnesisError('corpus.empty', {
      expected: 'text to train a vocabulary on',
      found: 'no words',
      remedy: 'Check the files of the corpus and what its cleaning leaves.',
    });
  }
  const idOf = buildVocabulary(wordCounts, options);
  return createTokenizer({
    definition: defineBertTokenizer({ idOf, names: bertNames, normaliser }),
    names: bertNames,
    configuration: {
      do_lower_case: options.lowercase,
      strip_accents: false,
      tokenize_chinese_chars: true,
    },
  });
}

/** The pieces in the order of their ids. */
function buildVocabulary(
  wordCounts: ReadonlyMap<string, number>,
  options: WordPieceTrainingOptions,
): ReadonlyMap<string, number> {
  const tokens: string[] = [];
  const idOf = new Map<string, number>();
  const idFor = (token: string): number => {
    const known = idOf.get(token);
    if (known !== undefined) return known;
    idOf.set(token, tokens.length);
    return tokens.push(token) - 1;
  };
  for (const role of specialRoles) idFor(bertNames[role]);

  const alphabet = chooseAlphabet(wordCounts, options.limitAlphabet);
  const spelled = [...wordCounts]
    .map(([word, count]) => ({ characters: Array.from(word), count }))
    .filter(
      ({ characters }) =>
        characters.length <= maxCharactersPerWord && characters.every((c) => alphabet.has(c)),
    );
  for (const character of alphabet) idFor(character);
  const continuing = new Set(spelled.flatMap(({ characters }) => characters.slice(1)));
  for (const character of alphabet) {
    if (continuing.has(character)) idFor(continuingPrefix + character);
  }
  if (tokens.length > options.vocabularySize) throw tooSmall(tokens.length, options);

  const words: readonly SymbolWord[] = spelled.map(({ characters, count }) => ({
    ids: characters.map((c, place) => idFor(place === 0 ? c : continuingPrefix + c)),
    count,
  }));
  mergePairs({
    words,
    minFrequency: options.minFrequency,
    hasRoom: () => tokens.length < options.vocabularySize,
    join: (left, right) => idFor(tokens[left] + tokens[right].slice(continuingPrefix.length)),
  });
  return idOf;
}

function tooSmall(needed: number, options: WordPieceTrainingOptions): AnamnesisError {
  return new AnamnesisError('tokenise.vocabulary-too-small', {
    expected: `room for ${needed} special tokens and single characters`,
    found: `a vocabulary size of ${options.vocabularySize}`,
    remedy: 'Raise the size of the vocabulary, or lower the limit of the alphabet.',
  });
}
