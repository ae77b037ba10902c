import type { BratMention } from './parse-brat-entities.ts';

/** A way of counting offsets. */
export interface OffsetUnit {
  /** Null for brat's own unit, code points; else what to tell the user. */
  readonly description: string | null;
  /** UTF-16 offset of an offset in this unit; NaN outside the text. */
  readonly toTextOffset: (offset: number) => number;
}

/** How many units a code point takes; `next` is the one after it. */
type Width = (codePoint: number, next: number | undefined) => number;

const carriageReturn = 13;
const lineFeed = 10;

const codePoints: Width = () => 1;
const otherUnits: readonly (readonly [string, Width])[] = [
  [
    'code points with each CRLF as one character',
    (codePoint, next) => (codePoint === carriageReturn && next === lineFeed ? 0 : 1),
  ],
  ['UTF-16 units', (codePoint) => (codePoint > 0xffff ? 2 : 1)],
  [
    'UTF-8 bytes',
    (codePoint) => (codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4),
  ],
];

/** Walks the text once; `first` is the offset of its first character. */
function createMapping(text: string, width: Width, first: number): OffsetUnit['toTextOffset'] {
  const textOffsets: number[] = [];
  let at = 0;
  while (at < text.length) {
    const codePoint = text.codePointAt(at) ?? 0;
    const length = codePoint > 0xffff ? 2 : 1;
    const units = width(codePoint, text.codePointAt(at + length));
    for (let unit = 0; unit < units; unit++) textOffsets.push(at);
    at += length;
  }
  textOffsets.push(text.length);
  return (offset) => textOffsets[offset - first] ?? Number.NaN;
}

/** Whitespace of any kind equals a blank: brat writes a line break inside an entity as one. */
export function foldWhitespace(text: string): string {
  return text.replace(/\s/g, ' ');
}

/** Whether the mention's pieces, joined by blanks, are the text that it quotes. */
export function matchesQuote(
  text: string,
  mention: BratMention,
  toTextOffset: OffsetUnit['toTextOffset'],
): boolean {
  const pieces = mention.fragments.map(({ start, end }) => {
    const [from, to] = [toTextOffset(start), toTextOffset(end)];
    return from < to ? text.slice(from, to) : '';
  });
  return (
    mention.quotedText !== null &&
    pieces.every((piece) => piece !== '') &&
    // Lengths first: wild offsets would otherwise copy the whole text for each mention.
    pieces.reduce((sum, piece) => sum + piece.length + 1, -1) === mention.quotedText.length &&
    foldWhitespace(pieces.join(' ')) === foldWhitespace(mention.quotedText)
  );
}

/**
 * The unit in which most mentions match their quoted text. Code points are tried first and taken
 * unless another unit fits better: CRLF files, astral characters and byte-counting tools are the
 * usual reasons why offsets drift further and further from their text.
 */
export function chooseOffsetUnit(
  text: string,
  mentions: readonly BratMention[],
  hasByteOrderMark: boolean,
): OffsetUnit {
  const quoting = mentions.filter((mention) => mention.quotedText !== null);
  const countMatches = (unit: OffsetUnit): number =>
    quoting.filter((mention) => matchesQuote(text, mention, unit.toTextOffset)).length;
  const standard = { description: null, toTextOffset: createMapping(text, codePoints, 0) };
  let best: { unit: OffsetUnit; matches: number } = {
    unit: standard,
    matches: countMatches(standard),
  };
  if (best.matches === quoting.length) return standard;
  const candidates: OffsetUnit[] = otherUnits.map(([description, width]) => ({
    description,
    toTextOffset: createMapping(text, width, 0),
  }));
  if (hasByteOrderMark) {
    const description = 'code points with the byte order mark as the first';
    candidates.push({ description, toTextOffset: createMapping(text, codePoints, 1) });
  }
  for (const unit of candidates) {
    const matches = countMatches(unit);
    if (matches > best.matches) best = { unit, matches };
  }
  return best.unit;
}
