import { BPE } from '@huggingface/tokenizers';
import type { ModelDefinition } from '#core/tokenise/definition.ts';
import { ByteSpelling } from './byte-spelling.ts';
import type { TokenModel, WordTokens } from './token-model.ts';

export interface BpeSettings {
  readonly vocabulary: ReadonlyMap<string, number>;
  readonly model: ModelDefinition;
  /** True for GPT-2's and RoBERTa's way: words are spelled in bytes, so that nothing is unknown. */
  readonly isByteLevel: boolean;
}

/** A stretch of the word that one merged piece covers. */
interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Byte-pair encoding (Sennrich, Haddow and Birch 2016); the library applies the merges. */
export function createBpe(settings: BpeSettings): TokenModel {
  const { vocabulary, model, isByteLevel } = settings;
  const library = new BPE({ ...model, vocab: {} } as never);
  const unknownId = vocabulary.get(model.unk_token ?? '');
  const cut = isByteLevel ? cutBytes : cutCharacters;

  return {
    fusesUnknown: model.fuse_unk === true,
    encodeWord(word: string): WordTokens {
      const tokens: number[] = [];
      for (const { text, start, end } of cut(word, (spelled) => apply(spelled))) {
        for (const id of idsOf(text)) tokens.push(id, start, end);
      }
      return tokens;
    },
  };

  function apply(spelled: string): readonly string[] {
    return model.ignore_merges === true && vocabulary.has(spelled)
      ? [spelled]
      : library.bpe(spelled);
  }

  /** As the library: what the vocabulary lacks is spelled in bytes, unknown, or left out. */
  function idsOf(piece: string): readonly number[] {
    const id = vocabulary.get(piece);
    if (id !== undefined) return [id];
    if (model.byte_fallback === true) {
      const bytes = Array.from(new TextEncoder().encode(piece), (byte) =>
        vocabulary.get(`<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`),
      );
      if (bytes.every((byte) => byte !== undefined)) return bytes;
    }
    return unknownId === undefined ? [] : [unknownId];
  }
}

type Merge = (spelled: string) => readonly string[];

function* cutCharacters(word: string, merge: Merge): Generator<Piece> {
  let start = 0;
  for (const text of merge(word)) {
    yield { text, start, end: start + text.length };
    start += text.length;
  }
}

/** The space that a word carries before it is not part of its span. */
function* cutBytes(word: string, merge: Merge): Generator<Piece> {
  const spelling = new ByteSpelling(word);
  let position = 0;
  for (const text of merge(spelling.text)) {
    const end = spelling.ends[position + text.length - 1];
    let start = spelling.starts[position];
    while (start < end - 1 && /\s/u.test(word[start])) start++;
    yield { text, start, end };
    position += text.length;
  }
}
