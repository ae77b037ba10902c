import { assert } from '#core/base/assert.ts';
import type { Span, TaggedSentence } from '#core/domain/text.ts';

/** As many as make the arrays of a block large, and what is held before it is made small. */
const sentencesOfBlock = 128;

const mostTags = 1 << 16;

/** In UTF-8 a UTF-16 unit takes at most so many bytes. */
const mostBytesOfUnit = 3;

type Offsets = Uint16Array | Uint32Array;

/** Sentences in arrays of numbers. */
interface SentenceBlock {
  /** In UTF-8 the text and the id of each sentence, one behind the other. */
  readonly bytes: Uint8Array;
  /** Where each text and each id ends in `bytes`. */
  readonly byteEnds: Uint32Array;
  /** Where the words of each sentence end among those of the block. */
  readonly wordEnds: Uint32Array;
  /** Of words; they count from the start of their sentence. */
  readonly starts: Offsets;
  readonly ends: Offsets;
  /** Index into `tagNames`, for each word. */
  readonly tags: Uint16Array;
  readonly groups: readonly (string | null)[];
  /** Of all sentences or of none. */
  readonly dates: readonly (string | null)[] | null;
  /** Texts and ids that UTF-8 cannot hold, by their index in `byteEnds`. */
  readonly malformed: ReadonlyMap<number, string>;
  readonly tagNames: readonly string[];
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A sentence of a block, of which all is made anew each time it is asked for. */
class PackedSentence implements TaggedSentence {
  readonly #block: SentenceBlock;
  readonly #index: number;

  constructor(block: SentenceBlock, index: number) {
    this.#block = block;
    this.#index = index;
  }

  get id(): string {
    return readString(this.#block, 2 * this.#index + 1);
  }

  get text(): string {
    return readString(this.#block, 2 * this.#index);
  }

  get groupId(): string | null {
    return this.#block.groups[this.#index];
  }

  get date(): string | null | undefined {
    return this.#block.dates?.[this.#index];
  }

  get words(): Span[] {
    const { starts, ends } = this.#block;
    const { from, to } = this.#wordRange();
    return Array.from({ length: to - from }, (_, word) => ({
      start: starts[from + word],
      end: ends[from + word],
    }));
  }

  get tags(): string[] {
    const { tags, tagNames } = this.#block;
    const { from, to } = this.#wordRange();
    return Array.from(tags.subarray(from, to), (tag) => tagNames[tag]);
  }

  #wordRange(): { from: number; to: number } {
    const { wordEnds } = this.#block;
    return { from: startAt(wordEnds, this.#index), to: wordEnds[this.#index] };
  }
}

function startAt(ends: Uint32Array, index: number): number {
  return index === 0 ? 0 : ends[index - 1];
}

function readString({ bytes, byteEnds, malformed }: SentenceBlock, index: number): string {
  return (
    malformed.get(index) ??
    decoder.decode(bytes.subarray(startAt(byteEnds, index), byteEnds[index]))
  );
}

/** Gives equal names one place in memory. */
class Names {
  readonly list: string[] = [];
  readonly #indices = new Map<string, number>();

  indexOf(name: string): number {
    const known = this.#indices.get(name);
    if (known !== undefined) return known;
    this.#indices.set(name, this.list.length);
    return this.list.push(name) - 1;
  }

  same(name: string): string {
    return this.list[this.indexOf(name)];
  }
}

/**
 * Sentences in a form that takes some 6 bytes per word beside their text: an object per word and a
 * string per tag take twenty times as much. Whoever asks a sentence for its words or tags gets them
 * made anew; a copy of one by its own properties holds nothing.
 */
export function packSentences(sentences: Iterable<TaggedSentence>): TaggedSentence[] {
  const tags = new Names();
  const groups = new Names();
  const packed: TaggedSentence[] = [];
  let batch: TaggedSentence[] = [];
  const pack = () => {
    const block = packBlock(batch, tags, groups);
    for (const index of batch.keys()) packed.push(new PackedSentence(block, index));
    batch = [];
  };
  for (const sentence of sentences) {
    batch.push(sentence);
    if (batch.length === sentencesOfBlock) pack();
  }
  if (batch.length > 0) pack();
  return packed;
}

function packBlock(
  sentences: readonly TaggedSentence[],
  tags: Names,
  groups: Names,
): SentenceBlock {
  const wordEnds = sumUp(sentences.map(({ words }) => words.length));
  const wordCount = wordEnds[wordEnds.length - 1];
  const tagIndices = new Uint16Array(wordCount);
  for (const [index, { tags: named }] of sentences.entries()) {
    const from = startAt(wordEnds, index);
    for (const [word, tag] of named.entries()) tagIndices[from + word] = tags.indexOf(tag);
  }
  assert(tags.list.length <= mostTags, 'tags can be told apart by 16 bits');
  return {
    ...packStrings(sentences.flatMap(({ text, id }) => [text, id])),
    wordEnds,
    starts: packOffsets(sentences, wordCount, ({ start }) => start),
    ends: packOffsets(sentences, wordCount, ({ end }) => end),
    tags: tagIndices,
    groups: sentences.map(({ groupId }) => (groupId === null ? null : groups.same(groupId))),
    dates: sentences.every(({ date }) => date === undefined)
      ? null
      : sentences.map(({ date = null }) => date),
    tagNames: tags.list,
  };
}

function packStrings(
  strings: readonly string[],
): Pick<SentenceBlock, 'bytes' | 'byteEnds' | 'malformed'> {
  const units = strings.reduce((sum, { length }) => sum + length, 0);
  const room = new Uint8Array(mostBytesOfUnit * units);
  const byteEnds = new Uint32Array(strings.length);
  const malformed = new Map<number, string>();
  let at = 0;
  for (const [index, text] of strings.entries()) {
    if (text.isWellFormed()) at += encoder.encodeInto(text, room.subarray(at)).written;
    else malformed.set(index, text);
    byteEnds[index] = at;
  }
  return { bytes: room.slice(0, at), byteEnds, malformed };
}

/** Half as much where no text of the block is long. */
function packOffsets(
  sentences: readonly TaggedSentence[],
  wordCount: number,
  offsetOf: (word: Span) => number,
): Offsets {
  const isShort = sentences.every(({ text }) => text.length < 1 << 16);
  const offsets = isShort ? new Uint16Array(wordCount) : new Uint32Array(wordCount);
  let at = 0;
  for (const { words } of sentences) for (const word of words) offsets[at++] = offsetOf(word);
  return offsets;
}

function sumUp(lengths: readonly number[]): Uint32Array {
  const ends = new Uint32Array(lengths.length);
  let sum = 0;
  for (const [index, length] of lengths.entries()) ends[index] = sum += length;
  return ends;
}
