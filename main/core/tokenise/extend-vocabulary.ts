import { AnamnesisError } from '#core/base/error.ts';
import { finishAtOnce, type Paced } from '#core/base/paced.ts';
import { createTokenizer } from './create-tokenizer.ts';
import type { ModelDefinition } from './definition.ts';
import { extendByteLevelBpe } from './extension/extend-byte-level-bpe.ts';
import { extendWordPiece } from './extension/extend-wordpiece.ts';
import type { Extension, ExtensionRequest, NewToken } from './extension/extension.ts';
import { hasPart, modelKind, type ModelKind } from './models/create-model.ts';
import { createNormaliser } from './normalise/create-normaliser.ts';
import { readTokenizerParts } from './open-tokenizer.ts';
import { createPreTokeniser } from './pre-tokenise/create-pre-tokeniser.ts';
import type { Tokenizer } from './tokenizer.ts';
import type { TokenizerParts } from './tokenizer-parts.ts';
import { countWords } from './training/count-words.ts';
import { requireWords } from './training/errors.ts';
import { vocabularyOf } from './vocabulary.ts';

export interface VocabularyExtensionOptions {
  /** At most this many new tokens. */
  readonly tokenCount: number;
  /** What occurs less often becomes no token. */
  readonly minFrequency: number;
}

export interface ExtendedVocabulary {
  readonly tokenizer: Tokenizer;
  /** In the order of their ids, which follow those of the vocabulary. */
  readonly added: readonly NewToken[];
}

/**
 * Adds to a vocabulary the words of a corpus that save it the most tokens. Only words of letters
 * alone are looked at: numbers and codes are no words of a domain, and those of patients must not
 * come into a vocabulary. Known tokens keep their ids.
 *
 * WordPiece: whole words, each time the one that saves the most given those taken before; text that
 * holds none of them, and begins no word with one, is cut as before. Byte-level BPE: training goes on
 * where it ended, each new merge being the pair that saves the most; it ranks behind all known
 * merges. A Unigram vocabulary is refused: its tokens have scores that only its own training gives.
 * @param files of the tokenizer, by name
 * @throws AnamnesisError corpus.empty, tokenise.extension-unsupported, tokenise.nothing-to-add, and
 * what `openTokenizer` throws
 */
export function extendVocabulary(
  files: Readonly<Record<string, string>>,
  lines: Iterable<string>,
  options: VocabularyExtensionOptions,
): ExtendedVocabulary {
  return finishAtOnce(extensionOfVocabulary(files, lines, options));
}

/** The same as paced work. */
export function* extensionOfVocabulary(
  files: Readonly<Record<string, string>>,
  lines: Iterable<string>,
  options: VocabularyExtensionOptions,
): Paced<ExtendedVocabulary> {
  const parts = readTokenizerParts(files);
  const extend = extenderOf(parts);
  const { definition } = parts;
  const wordCounts = yield* countWords(lines, {
    normalise: createNormaliser(definition.normalizer),
    preTokenise: createPreTokeniser(definition.pre_tokenizer),
  });
  requireWords(wordCounts);
  const { model, added } = yield* extend({
    ...options,
    definition,
    vocabulary: vocabularyOf(definition),
    wordCounts,
  });
  if (added.length === 0) {
    throw new AnamnesisError('tokenise.nothing-to-add', {
      expected: `words of letters that occur at least ${options.minFrequency} times and are cut into pieces`,
      found: `${wordCounts.size} different words, none of them so`,
      remedy: 'Lower the minimum frequency, name more text, or leave the vocabulary as it is.',
    });
  }
  return { tokenizer: createTokenizer(withModel(parts, model)), added };
}

function extenderOf({
  definition,
}: TokenizerParts): (request: ExtensionRequest) => Paced<Extension> {
  const isByteLevel = hasPart(definition.pre_tokenizer, 'ByteLevel');
  const extenders = {
    WordPiece: extendWordPiece,
    BPE: isByteLevel ? extendByteLevelBpe : null,
    Unigram: null,
  } as const satisfies Record<ModelKind, unknown>;
  const kind = modelKind(definition.model);
  const extender = extenders[kind];
  if (extender !== null) return extender;
  throw new AnamnesisError('tokenise.extension-unsupported', {
    expected: 'a WordPiece or a byte-level BPE vocabulary',
    found: kind === 'BPE' ? 'BPE of characters' : kind,
    remedy: 'Adapt the model with the vocabulary that it has, or start from another checkpoint.',
  });
}

function withModel(parts: TokenizerParts, model: ModelDefinition): TokenizerParts {
  return { ...parts, definition: { ...parts.definition, model } };
}
