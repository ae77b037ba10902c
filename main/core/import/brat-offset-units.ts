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
  [
    'code points of the text with its accents apart (NFD)',
    (codePoint) =>
      codePoint < 0xc0 ? 1 : Array.from(String.fromCodePoint(codePoint).normalize('NFD')).length,
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

/** A letter with its accents counts as many code points as it has when composed (NFC). */
function createComposedMapping(text: string): OffsetUnit['toTextOffset'] {
  const textOffsets: number[] = [];
  for (const { 0: letter, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const composed = Array.from(letter.normalize('NFC')).length;
    const apart = Array.from(letter);
    textOffsets.push(index);
    for (let unit = 1; unit < composed; unit++) {
      textOffsets.push(index + apart.slice(0, apart.length - composed + unit).join('').length);
    }
  }
  textOffsets.push(text.length);
  return (offset) => textOffsets[offset] ?? Number.NaN;
}

/** Whitespace of any kind equals a blank: brat writes a line break inside an entity as one. */
export function foldWhitespace(text: string): string {
  return text.replace(/\s/g, ' ');
}

/** Equal for texts that differ only in how accents are encoded and how wide their blanks are. */
function foldForms(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ');
}

/** How a quoted text is that of its place: to the letter, in another form of it, or not at all. */
export type QuoteMatch = 'exact' | 'other-form' | 'none';

/** How the mention's pieces, joined by blanks, are the text that it quotes. */
export function matchQuote(
  text: string,
  { quotedText, fragments }: Pick<BratMention, 'fragments' | 'quotedText'>,
  toTextOffset: OffsetUnit['toTextOffset'],
): QuoteMatch {
  if (quotedText === null) return 'none';
  const pieces = fragments.map(({ start, end }) => [toTextOffset(start), toTextOffset(end)]);
  const length = pieces.reduce((sum, [from, to]) => sum + to - from + 1, -1);
  // Lengths first: wild offsets would otherwise copy the whole text for each mention.
  const isInside = pieces.every(([from, to]) => from < to);
  if (!isInside || length > 4 * quotedText.length + 16) return 'none';
  const found = pieces.map(([from, to]) => text.slice(from, to)).join(' ');
  if (foldWhitespace(found) === foldWhitespace(quotedText)) return 'exact';
  return foldForms(found) === foldForms(quotedText) ? 'other-form' : 'none';
}

const weightOf = { exact: 1_000_000, 'other-form': 1, none: 0 } as const satisfies Record<
  QuoteMatch,
  number
>;

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
  /** What matches to the letter counts for more than any number of others. */
  const countMatches = ({ toTextOffset }: OffsetUnit): number =>
    quoting.reduce((sum, mention) => sum + weightOf[matchQuote(text, mention, toTextOffset)], 0);
  const standard = { description: null, toTextOffset: createMapping(text, codePoints, 0) };
  let best: { unit: OffsetUnit; matches: number } = {
    unit: standard,
    matches: countMatches(standard),
  };
  if (best.matches === quoting.length * weightOf.exact) return standard;
  const candidates: OffsetUnit[] = otherUnits.map(([description, width]) => ({
    description,
    toTextOffset: createMapping(text, width, 0),
  }));
  const composed = 'code points of the text with its accents composed (NFC)';
  candidates.push({ description: composed, toTextOffset: createComposedMapping(text) });
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
