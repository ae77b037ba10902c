/**
 * Text on its way through normalisation, which knows for each of its UTF-16 units the stretch of
 * the original it came from. Most text is left as it is, so the common case holds no arrays:
 * with `starts` and `ends` null, unit i is the original's unit `offset` + i.
 */
export interface AlignedText {
  readonly text: string;
  readonly offset: number;
  /** [text.length] original offset at which each unit's source begins; null when unchanged. */
  readonly starts: Int32Array | null;
  /** [text.length] original offset at which each unit's source ends. */
  readonly ends: Int32Array | null;
}

/** A stretch of the original, not yet changed, that begins at `offset` there. */
export function alignUnchanged(text: string, offset: number): AlignedText {
  return { text, offset, starts: null, ends: null };
}

/** Where unit `index` begins in the original. */
export function originalStart(aligned: AlignedText, index: number): number {
  return aligned.starts === null ? aligned.offset + index : aligned.starts[index];
}

/** Where unit `index` ends in the original. */
export function originalEnd(aligned: AlignedText, index: number): number {
  return aligned.ends === null ? aligned.offset + index + 1 : aligned.ends[index];
}

export function sliceAligned(aligned: AlignedText, start: number, end: number): AlignedText {
  if (start === 0 && end === aligned.text.length) return aligned;
  return {
    text: aligned.text.slice(start, end),
    offset: aligned.offset + start,
    starts: aligned.starts?.subarray(start, end) ?? null,
    ends: aligned.ends?.subarray(start, end) ?? null,
  };
}

/** The same alignment for a text of the same length, as after lower-casing. */
export function replaceText(aligned: AlignedText, text: string): AlignedText {
  return { ...aligned, text };
}

/** Builds an aligned text from stretches of another, in order. */
export class AlignedTextBuilder {
  readonly #source: AlignedText;
  #text = '';
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  constructor(source: AlignedText) {
    this.#source = source;
  }

  /**
   * Appends `text`, which replaces the source's units `from` … `to` − 1. An empty text stands for
   * a removal; an empty stretch for an insertion, whose span in the original is then empty too.
   */
  append(text: string, from: number, to: number): void {
    this.#text += text;
    const start =
      from < this.#source.text.length
        ? originalStart(this.#source, from)
        : originalTextEnd(this.#source);
    const end = from === to ? start : originalEnd(this.#source, to - 1);
    for (let unit = 0; unit < text.length; unit++) {
      this.#starts.push(start);
      this.#ends.push(end);
    }
  }

  /** Stretches what was appended last up to the source's unit `to`, as for a mark it has lost. */
  extendLast(to: number): void {
    if (this.#ends.length > 0)
      this.#ends[this.#ends.length - 1] = originalEnd(this.#source, to - 1);
  }

  finish(): AlignedText {
    return {
      text: this.#text,
      offset: this.#source.offset,
      starts: Int32Array.from(this.#starts),
      ends: Int32Array.from(this.#ends),
    };
  }
}

function originalTextEnd(source: AlignedText): number {
  return source.text.length === 0
    ? originalTextStart(source)
    : originalEnd(source, source.text.length - 1);
}

function originalTextStart(source: AlignedText): number {
  return source.offset;
}
