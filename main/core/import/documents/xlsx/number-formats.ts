import { childrenOf, type XmlElement } from '../xml-elements.ts';
import { attributeOf, localName } from '../office/office-package.ts';

/** How the number of a cell is meant. */
export type CellFormat =
  | { readonly kind: 'number' }
  | { readonly kind: 'date' }
  /** A number that is shown with zeros before it, such as a patient's. */
  | { readonly kind: 'digits'; readonly count: number };

const builtInDates = new Set([
  ...[14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 47],
  ...[27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58],
]);

/** What a format code makes of a number; only its first section counts, that of positive ones. */
function judgeCode(code: string): CellFormat {
  const [section] = code.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';', 1);
  // [h] counts hours: that is a duration, not a time. [Red], [$-413] and the like say nothing of it.
  if (/\[(?:h+|m+|s+)\]/i.test(section)) return { kind: 'number' };
  const plain = section.replace(/\[[^\]]*\]/g, '');
  if (/^0{2,}$/.test(plain.trim())) return { kind: 'digits', count: plain.trim().length };
  return /[dmyhs]/i.test(plain) && !/general/i.test(plain) ? { kind: 'date' } : { kind: 'number' };
}

/** The formats of a workbook, in the order in which cells name them. */
export function readNumberFormats(styles: XmlElement | null): CellFormat[] {
  if (styles === null) return [];
  const sections = new Map(childrenOf(styles).map((each) => [localName(each.name), each]));
  const children = (name: string) => {
    const section = sections.get(name);
    return section === undefined ? [] : childrenOf(section);
  };
  const codes = new Map(
    children('numFmts').map(({ attributes }) => [
      Number(attributeOf(attributes, 'numFmtId')),
      attributeOf(attributes, 'formatCode') ?? '',
    ]),
  );
  return children('cellXfs').map(({ attributes }): CellFormat => {
    const id = Number(attributeOf(attributes, 'numFmtId') ?? 0);
    const code = codes.get(id);
    if (code !== undefined) return judgeCode(code);
    return builtInDates.has(id) ? { kind: 'date' } : { kind: 'number' };
  });
}

const dayMs = 86_400_000;
/** Days from 1900-01-01 to 1904-01-01 in the count of Excel. */
const days1904 = 1462;

/**
 * A day number of Excel as ISO 8601, with a time where it has one; null where it is none. Excel
 * takes 1900 for a leap year, so that days before 1 March 1900 are one less.
 */
export function toIsoDate(serial: number, is1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_466) return null;
  const days = serial + (is1904 ? days1904 : 0);
  const seconds = Math.round((days % 1) * 86_400);
  const whole = Math.floor(days) + (days < 60 ? 1 : 0);
  const ms = Date.UTC(1899, 11, 30) + whole * dayMs + seconds * 1000;
  const iso = new Date(ms).toISOString();
  if (days < 1) return iso.slice(11, 19);
  return seconds === 0 ? iso.slice(0, 10) : iso.slice(0, 19);
}
