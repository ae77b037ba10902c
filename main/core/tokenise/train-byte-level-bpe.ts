import { finishAtOnce, type Paced } from '#core/base/paced.ts';
import { createTokenizer } from './create-tokenizer.ts';
import { byteCharacters, ByteSpelling } from './models/byte-spelling.ts';
import { createByteLevel } from './pre-tokenise/byte-level.ts';
import { defineRobertaTokenizer } from './roberta-definition.ts';
import { robertaNames } from './special-tokens.ts';
import type { Tokenizer } from './tokenizer.ts';
import { countWords } from './training/count-words.ts';
import { requireWords, vocabularyTooSmall } from './training/errors.ts';
import { mergePairs, type SymbolWord } from './training/merge-pairs.ts';
import { MergeList } from './training/merge-list.ts';
import { VocabularyBuilder } from './training/vocabulary-builder.ts';

export interface ByteLevelBpeTrainingOptions {
  /** Upper limit, of which 5 special tokens and 256 bytes take their share. */
  readonly vocabularySize: number;
  /** A token must have occurred this often, as a pair of two others, to become one. */
  readonly minFrequency: number;
}

/** In the order in which RoBERTa's vocabulary begins; its own ends with the mask. */
const specialTokens = [
  robertaNames.classification,
  robertaNames.padding,
  robertaNames.separator,
  robertaNames.unknown,
  robertaNames.mask,
];
const bytesInCodePointOrder = [...byteCharacters].sort();

/** Longer runs without space are codes or damaged text; merging them takes time by their square. */
const maxBytesPerWord = 256;

/**
 * Trains a byte-level BPE vocabulary on a corpus and gives the tokenizer, as RoBERTa's: words by
 * GPT-2's pattern with the space before them (Radford et al. 2019), spelled in bytes, so that no
 * text is unknown; merges by frequency and then by ids, as Hugging Face's `BpeTrainer` chooses
 * them. A byte takes its id by the code point of the character that stands for it.
 * @throws AnamnesisError corpus.empty, tokenise.vocabulary-too-small
 */
export function trainByteLevelBpe(
  lines: Iterable<string>,
  options: ByteLevelBpeTrainingOptions,
): Tokenizer {
  return finishAtOnce(trainingOfByteLevelBpe(lines, options));
}

/** The same as paced work. */
export function* trainingOfByteLevelBpe(
  lines: Iterable<string>,
  { vocabularySize, minFrequency }: ByteLevelBpeTrainingOptions,
): Paced<Tokenizer> {
  const wordCounts = yield* countWords(lines, {
    normalise: (source) => source,
    preTokenise: createByteLevel({ type: 'ByteLevel', add_prefix_space: false }),
  });
  requireWords(wordCounts);
  const vocabulary = new VocabularyBuilder();
  for (const token of [...specialTokens, ...bytesInCodePointOrder]) vocabulary.idFor(token);
  if (vocabulary.size > vocabularySize) {
    throw vocabularyTooSmall(
      vocabulary.size,
      vocabularySize,
      'Raise the size of the vocabulary; RoBERTa’s has 50,265 tokens.',
    );
  }
  const merges = new MergeList(vocabulary);
  yield* mergePairs({
    words: spellWords(wordCounts, vocabulary),
    minFrequency,
    hasRoom: () => vocabulary.size < vocabularySize,
    join: (left, right) => merges.join(left, right),
  });
  return createTokenizer({
    definition: defineRobertaTokenizer({
      idOf: vocabulary.idOf,
      merges: merges.list,
      names: robertaNames,
      addPrefixSpace: false,
    }),
    names: robertaNames,
    configuration: { add_prefix_space: false },
  });
}

function spellWords(
  wordCounts: ReadonlyMap<string, number>,
  vocabulary: VocabularyBuilder,
): SymbolWord[] {
  const words: SymbolWord[] = [];
  for (const [word, count] of wordCounts) {
    const { text } = new ByteSpelling(word);
    if (text.length > maxBytesPerWord) continue;
    words.push({ ids: Array.from(text, (byte) => vocabulary.idFor(byte)), count });
  }
  return words;
}
