import { finishAtOnce, type Paced } from '#core/base/paced.ts';
import { defineBertTokenizer } from './bert-definition.ts';
import { createTokenizer } from './create-tokenizer.ts';
import { createBertNormaliser } from './normalise/bert.ts';
import { preTokeniseBert } from './pre-tokenise/bert.ts';
import { bertNames, specialRoles } from './special-tokens.ts';
import type { Tokenizer } from './tokenizer.ts';
import { chooseAlphabet } from './training/alphabet.ts';
import { countWords } from './training/count-words.ts';
import { requireWords, vocabularyTooSmall } from './training/errors.ts';
import { mergePairs, type SymbolWord } from './training/merge-pairs.ts';
import { VocabularyBuilder } from './training/vocabulary-builder.ts';

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
  return finishAtOnce(trainingOfWordPiece(lines, options));
}

/** The same as paced work. */
export function* trainingOfWordPiece(
  lines: Iterable<string>,
  options: WordPieceTrainingOptions,
): Paced<Tokenizer> {
  const normaliser = {
    clean_text: true,
    handle_chinese_chars: true,
    strip_accents: false,
    lowercase: options.lowercase,
  };
  const wordCounts = yield* countWords(lines, {
    normalise: createBertNormaliser(normaliser),
    preTokenise: preTokeniseBert,
  });
  requireWords(wordCounts);
  const idOf = yield* buildVocabulary(wordCounts, options);
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
function* buildVocabulary(
  wordCounts: ReadonlyMap<string, number>,
  options: WordPieceTrainingOptions,
): Paced<ReadonlyMap<string, number>> {
  const vocabulary = new VocabularyBuilder();
  for (const role of specialRoles) vocabulary.idFor(bertNames[role]);

  const alphabet = chooseAlphabet(wordCounts, options.limitAlphabet);
  const spelled = [...wordCounts]
    .map(([word, count]) => ({ characters: Array.from(word), count }))
    .filter(
      ({ characters }) =>
        characters.length <= maxCharactersPerWord && characters.every((c) => alphabet.has(c)),
    );
  for (const character of alphabet) vocabulary.idFor(character);
  const continuing = new Set(spelled.flatMap(({ characters }) => characters.slice(1)));
  for (const character of alphabet) {
    if (continuing.has(character)) vocabulary.idFor(continuingPrefix + character);
  }
  const { vocabularySize } = options;
  if (vocabulary.size > vocabularySize) {
    const remedy = 'Raise the size of the vocabulary, or lower the limit of the alphabet.';
    throw vocabularyTooSmall(vocabulary.size, vocabularySize, remedy);
  }

  const words: readonly SymbolWord[] = spelled.map(({ characters, count }) => ({
    ids: characters.map((c, place) => vocabulary.idFor(place === 0 ? c : continuingPrefix + c)),
    count,
  }));
  yield* mergePairs({
    words,
    minFrequency: options.minFrequency,
    hasRoom: () => vocabulary.size < vocabularySize,
    join: (left, right) => {
      const rest = vocabulary.tokenOf(right).slice(continuingPrefix.length);
      return vocabulary.idFor(vocabulary.tokenOf(left) + rest);
    },
  });
  return vocabulary.idOf;
}
