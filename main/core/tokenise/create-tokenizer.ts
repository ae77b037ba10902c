import type { Span } from '#core/domain/text.ts';
import { AddedTokenSplitter } from './added-tokens.ts';
import {
  alignUnchanged,
  originalEnd,
  originalStart,
  sliceAligned,
  withPrefix,
  type AlignedText,
} from './aligned-text.ts';
import type { AddedToken, TokenizerDefinition } from './definition.ts';
import { EncodingBuilder } from './encoding-builder.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { TokenizerRemark } from './folder/remarks.ts';
import { createModel, hasPart } from './models/create-model.ts';
import { createNormaliser } from './normalise/create-normaliser.ts';
import type { Normaliser } from './normalise/normaliser.ts';
import { createPreTokeniser } from './pre-tokenise/create-pre-tokeniser.ts';
import type { EmitWord, PreTokeniser } from './pre-tokenise/pre-tokeniser.ts';
import { specialIdsOf, specialRoles } from './special-tokens.ts';
import type { Encoding, SpecialTokenIds, Tokenizer, WordEncoding } from './tokenizer.ts';
import { writeTokenizerFiles } from './tokenizer-files.ts';
import type { TokenizerParts } from './tokenizer-parts.ts';
import { vocabularyOf, type Vocabulary } from './vocabulary.ts';
import { WordCache } from './word-cache.ts';

const isSpace = /\s/u;

/** Puts a checked definition to work. */
export function createTokenizer(parts: TokenizerParts): Tokenizer {
  return new DefinedTokenizer(parts);
}

/**
 * The pipeline of a tokenizer.json: added tokens, normaliser, added tokens that are written
 * normalised, pre-tokeniser, model. The order is the library's, so that the ids are.
 */
class DefinedTokenizer implements Tokenizer {
  readonly vocabularySize: number;
  readonly special: SpecialTokenIds;
  readonly specialIds: ReadonlySet<number>;
  readonly #parts: TokenizerParts;
  readonly #vocabulary: Vocabulary;
  readonly #normalise: Normaliser;
  readonly #preTokenise: PreTokeniser;
  readonly #words: WordCache;
  readonly #fusesUnknown: boolean;
  /** Byte-level words carry the space before them. */
  readonly #marksSpace: boolean;
  readonly #addedBefore: AddedTokenSplitter;
  readonly #addedAfter: AddedTokenSplitter;
  readonly #builder = new EncodingBuilder();
  #fingerprint: string | null = null;
  /** Where the current section's tokens begin: unknown tokens are not fused across sections. */
  #sectionStart = 0;

  constructor(parts: TokenizerParts) {
    const { definition, names } = parts;
    this.#parts = parts;
    this.#vocabulary = vocabularyOf(definition);
    const normalise = createNormaliser(definition.normalizer);
    this.#normalise = normalise;
    this.#preTokenise = createPreTokeniser(definition.pre_tokenizer);
    const model = createModel(definition, this.#vocabulary);
    this.#words = new WordCache(model);
    this.#fusesUnknown = model.fusesUnknown;
    this.#marksSpace = hasPart(definition.pre_tokenizer, 'ByteLevel');
    const added = separateAddedTokens(definition, normalise);
    this.#addedBefore = new AddedTokenSplitter(added.before);
    this.#addedAfter = new AddedTokenSplitter(added.after);
    this.vocabularySize = this.#vocabulary.size;
    this.special = specialIdsOf(names, this.#vocabulary.idOf);
    this.specialIds = new Set([
      ...specialRoles.map((role) => this.special[role]),
      ...definition.added_tokens.filter(({ special }) => special === true).map(({ id }) => id),
    ]);
  }

  get remarks(): readonly TokenizerRemark[] {
    return this.#parts.remarks ?? [];
  }

  get fingerprint(): string {
    this.#fingerprint ??= fingerprintOf(this.#parts, this.special);
    return this.#fingerprint;
  }

  encode(text: string): Encoding {
    this.#append(text, 0, false);
    return this.#builder.take();
  }

  encodeWords(text: string, words: readonly Span[]): WordEncoding {
    const firstPieceOfWord = new Int32Array(words.length);
    words.forEach(({ start, end }, index) => {
      const before = this.#builder.length;
      const followsSpace = start > 0 && isSpace.test(text[start - 1]);
      this.#append(text.slice(start, end), start, this.#marksSpace && followsSpace);
      firstPieceOfWord[index] = this.#builder.length > before ? before : -1;
    });
    return { encoding: this.#builder.take(), firstPieceOfWord };
  }

  tokenOf(id: number): string {
    return this.#vocabulary.tokenOf[id] ?? this.#parts.names.unknown;
  }

  toFiles(): Record<string, string> {
    return writeTokenizerFiles(this.#parts);
  }

  /** `spaceBefore` puts back the space before a word that was cut out of its text. */
  #append(text: string, offset: number, spaceBefore: boolean): void {
    this.#addedBefore.split(text).forEach(({ start, end, token }, index) => {
      if (token !== null) {
        this.#builder.push(token.id, offset + start, offset + end);
        return;
      }
      const source = this.#normalise(alignUnchanged(text.slice(start, end), offset + start));
      const isFirst = index === 0;
      this.#appendNormalised(isFirst && spaceBefore ? withPrefix(source, ' ') : source, isFirst);
    });
  }

  #appendNormalised(source: AlignedText, isFirstSection: boolean): void {
    for (const { start, end, token } of this.#addedAfter.split(source.text)) {
      if (token !== null) {
        this.#builder.push(token.id, originalStart(source, start), originalEnd(source, end - 1));
        continue;
      }
      this.#sectionStart = this.#builder.length;
      this.#preTokenise(sliceAligned(source, start, end), isFirstSection, this.#appendWord);
    }
  }

  readonly #appendWord: EmitWord = (source, start, end) => {
    const tokens = this.#words.encodeWord(source.text.slice(start, end));
    for (let index = 0; index < tokens.length; index += 3) {
      const id = tokens[index];
      const from = originalStart(source, start + tokens[index + 1]);
      const to = originalEnd(source, start + tokens[index + 2] - 1);
      if (
        this.#fusesUnknown &&
        id === this.special.unknown &&
        this.#builder.length > this.#sectionStart &&
        this.#builder.lastId === id
      ) {
        this.#builder.extendLast(to);
      } else {
        this.#builder.push(id, from, to);
      }
    }
  };
}

/** Tokens looked for in the text as it is, and those looked for in its normalised form. */
function separateAddedTokens(
  definition: TokenizerDefinition,
  normalise: Normaliser,
): { before: Map<string, AddedToken>; after: Map<string, AddedToken> } {
  const before = new Map<string, AddedToken>();
  const after = new Map<string, AddedToken>();
  for (const token of definition.added_tokens) {
    const isNormalised = token.normalized ?? token.special !== true;
    if (isNormalised && definition.normalizer !== null) {
      const content = normalise(alignUnchanged(token.content, 0)).text;
      if (content !== '') after.set(content, token);
    } else {
      before.set(token.content, token);
    }
  }
  return { before, after };
}
