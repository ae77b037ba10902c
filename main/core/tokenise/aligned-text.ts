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

/** A part of the text that still knows where it comes from; offsets in UTF-16. */
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

  /** Appends the source's units `from` … `to` − 1 unchanged. */
  keep(from: number, to: number): void {
    this.#text += this.#source.text.slice(from, to);
    for (let unit = from; unit < to; unit++) {
      this.#starts.push(originalStart(this.#source, unit));
      this.#ends.push(originalEnd(this.#source, unit));
    }
  }

  /** Appends `text` in place of the source's units `from` … `to` − 1, of which there is at least one. */
  replace(text: string, from: number, to: number): void {
    this.#append(text, originalStart(this.#source, from), originalEnd(this.#source, to - 1));
  }

  /** Appends `text`, which stands for nothing, before the source's unit `at`. */
  insert(text: string, at: number): void {
    const { length } = this.#source.text;
    const place =
      at < length
        ? originalStart(this.#source, at)
        : length === 0
          ? this.#source.offset
          : originalEnd(this.#source, length - 1);
    this.#append(text, place, place);
  }

  /** Stretches what was appended last up to the source's unit `to`, as for a mark it has lost. */
  extendLast(to: number): void {
    if (this.#ends.length === 0) return;
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

  #append(text: string, start: number, end: number): void {
    this.#text += text;
    for (let unit = 0; unit < text.length; unit++) {
      this.#starts.push(start);
      this.#ends.push(end);
    }
  }
}

/** Puts `prefix`, which stands for nothing in the original, before a text. */
export function withPrefix(source: AlignedText, prefix: string): AlignedText {
  const builder = new AlignedTextBuilder(source);
  builder.insert(prefix, 0);
  builder.keep(0, source.text.length);
  return builder.finish();
}
