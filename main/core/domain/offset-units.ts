/** What offsets count. */
export type OffsetUnit = 'code-points' | 'utf-16' | 'bytes' | 'graphemes';

/** Offsets of one text in one unit and in UTF-16 units, which ours are. */
export interface OffsetMap {
  /** NaN outside of the text, inside of a character, or for what is no whole number. */
  readonly toText: (offset: number) => number;
  /** Of an offset inside of a character: where that begins. */
  readonly fromText: (textOffset: number) => number;
}

/** Texts without a match have the same offsets in this unit as in UTF-16 units. */
const differs: Readonly<Record<OffsetUnit, RegExp>> = {
  'utf-16': /[^]/,
  'code-points': /[\ud800-\udbff][\udc00-\udfff]/,
  bytes: /[^\0-\x7f]/,
  // Only carriage returns, marks, joiners, pairs of UTF-16 and a few scripts make clusters.
  graphemes:
    /\r\n|[\u0300-\u036f\u0483-\u1fff\u200c-\u200f\u20d0-\u20ff\u2de0-\ud7ff\ud800-\uffff]/,
};

const utf8Length = (codePoint: number): number =>
  codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;

/** Where each character begins in the text, and how many units it takes. */
function* charactersOf(text: string, unit: OffsetUnit): Generator<[number, number]> {
  if (unit === 'graphemes') {
    for (const { index } of new Intl.Segmenter('und').segment(text)) yield [index, 1];
    return;
  }
  for (let at = 0; at < text.length;) {
    const codePoint = text.codePointAt(at) ?? 0;
    const length = codePoint > 0xffff ? 2 : 1;
    yield [at, unit === 'bytes' ? utf8Length(codePoint) : unit === 'utf-16' ? length : 1];
    at += length;
  }
}

/** The place of `value` in a sorted list, or of the last before it. */
function findLast(sorted: Uint32Array, count: number, value: number): number {
  let [low, high] = [0, count - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sorted[middle] <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Offsets of a text whose units all are one of UTF-16. */
const sameOffsets = (length: number): OffsetMap => ({
  toText: (offset) =>
    Number.isInteger(offset) && offset >= 0 && offset <= length ? offset : Number.NaN,
  fromText: (textOffset) => textOffset,
});

/** Whether offsets of the text could be the same in both units. */
export function isSameIn(text: string, unit: OffsetUnit): boolean {
  return unit === 'utf-16' || !differs[unit].test(text);
}

export function createOffsetMap(text: string, unit: OffsetUnit): OffsetMap {
  const hasPairs = differs['code-points'].test(text);
  if (unit === 'utf-16' ? !hasPairs : isSameIn(text, unit)) return sameOffsets(text.length);
  const textOffsets = new Uint32Array(text.length + 1);
  const offsets = new Uint32Array(text.length + 1);
  let count = 0;
  let unitOffset = 0;
  for (const [textOffset, units] of charactersOf(text, unit)) {
    textOffsets[count] = textOffset;
    offsets[count++] = unitOffset;
    unitOffset += units;
  }
  textOffsets[count] = text.length;
  offsets[count++] = unitOffset;
  return {
    toText(offset) {
      const at = findLast(offsets, count, offset);
      return offsets[at] === offset ? textOffsets[at] : Number.NaN;
    },
    fromText: (textOffset) => offsets[findLast(textOffsets, count, textOffset)],
  };
}
