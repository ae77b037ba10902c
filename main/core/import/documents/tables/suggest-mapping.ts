import type { ColumnMapping } from '../document-format.ts';
import { type ColumnRole, columnWords, otherFacts } from './column-words.ts';
import { readDate } from './read-date.ts';

/** What is known of a column from its name and its first cells. */
interface ColumnProfile {
  readonly name: string;
  /** In lower case, without accents, words separated by blanks. */
  readonly words: string;
  readonly filled: readonly string[];
  readonly meanLength: number;
  /** Share of the filled cells that have five words or more. */
  readonly proseShare: number;
  readonly dateShare: number;
  readonly distinctShare: number;
  readonly longest: number;
}

const rows = 1000;

function toWords(name: string): string {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function shareOf(cells: readonly string[], test: (cell: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
}

function profile(name: string, cells: readonly string[]): ColumnProfile {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const lengths = filled.map((cell) => cell.length);
  return {
    name,
    words: toWords(name),
    filled,
    meanLength: lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length),
    proseShare: shareOf(filled, (cell) => /(?:\S+\s+){4}\S/.test(cell.slice(0, 400))),
    dateShare: shareOf(
      filled,
      (cell) =>
        readDate(cell, 'day-month-year').iso !== null ||
        readDate(cell, 'month-day-year').iso !== null,
    ),
    distinctShare: new Set(filled).size / Math.max(1, filled.length),
    longest: lengths.reduce((most, length) => Math.max(most, length), 0),
  };
}

/** How well a name fits: 3 it is the word, 2 it has the word, 1 it ends with it, 0 not at all. */
function nameScore({ words }: ColumnProfile, role: ColumnRole): number {
  const known = columnWords[role].split(' ');
  if (known.includes(words.replaceAll(' ', ''))) return 3;
  const parts = words.split(' ');
  if (parts.some((part) => known.includes(part))) return 2;
  if (role === 'id' && parts.some((part) => /(?:id|nr|num)$/.test(part))) return 1;
  const long = known.filter((word) => word.length > 3);
  return parts.some((part) => long.some((word) => part.endsWith(word) || part.startsWith(word)))
    ? 1
    : 0;
}

/** Such as "note id" or "text date": a fact of the text, not the text. */
function isFactOfText(column: ColumnProfile): boolean {
  return (['id', 'patient', 'date', 'language', 'kind'] as const).some(
    (role) => nameScore(column, role) >= 2,
  );
}

const isDates = (column: ColumnProfile) => column.dateShare >= 0.5;

/** Whether what stands in a column may be what its name says. An empty column may be anything. */
const fits: Readonly<Record<Exclude<ColumnRole, 'text'>, (column: ColumnProfile) => boolean>> = {
  id: ({ longest, distinctShare }) => longest <= 100 && distinctShare > 0.5,
  patient: ({ longest, words }) => longest <= 100 && !otherFacts.test(words),
  date: (column) =>
    !otherFacts.test(column.words) && (column.filled.length === 0 || isDates(column)),
  language: ({ longest }) => longest <= 30,
  kind: ({ longest, distinctShare, filled }) =>
    longest <= 100 && (distinctShare < 0.9 || filled.length < 10),
  label: ({ longest, proseShare, dateShare }) =>
    longest <= 100 && proseShare < 0.5 && dateShare < 0.5,
};

function suggestText(columns: readonly ColumnProfile[]): ColumnProfile[] {
  const prose = columns.filter(
    ({ meanLength, proseShare }) => proseShare >= 0.5 && meanLength >= 20,
  );
  const named = columns
    .filter((column) => column.longest > 0 && !isFactOfText(column))
    .map((column) => ({ column, score: nameScore(column, 'text') }))
    .filter(({ score }) => score >= 2)
    .sort((a, b) => b.score - a.score);
  const both = named.filter(({ column }) => prose.includes(column));
  if (both.length > 0) {
    return columns.filter((each) =>
      both.some(({ column, score }) => column === each && score === both[0].score),
    );
  }
  return prose.length > 0 ? prose : named.slice(0, 1).map(({ column }) => column);
}

/**
 * What the columns of a table probably are, by their names in English, Dutch, Spanish and Romanian
 * and by what stands in their first rows. Nothing is text where no column looks like it. Names must
 * differ.
 */
export function suggestMapping(
  header: readonly string[],
  head: readonly (readonly string[])[],
): ColumnMapping {
  const seen = head.slice(0, rows);
  const columns = header.map((name, index) =>
    profile(
      name,
      seen.map((row) => row[index] ?? ''),
    ),
  );
  const text = suggestText(columns);
  const taken = new Set(text);
  const choose = (role: Exclude<ColumnRole, 'text'>): string | null => {
    const candidates = columns
      .filter((column) => !taken.has(column) && fits[role](column))
      .map((column) => ({ column, score: nameScore(column, role) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score);
    const found =
      candidates[0]?.column ??
      (role === 'date'
        ? columns.find((each) => !taken.has(each) && each.dateShare > 0.8 && fits.date(each))
        : undefined);
    if (found === undefined) return null;
    taken.add(found);
    return found.name;
  };
  const patient = choose('patient');
  const date = choose('date');
  const language = choose('language');
  const kind = choose('kind');
  const label = choose('label');
  const id = choose('id');
  const isJoined = text.length > 1;
  return {
    text: text.map(({ name }) => ({ column: name, heading: isJoined ? name : null })),
    ...{ label, id, patient, date, language, kind },
  };
}
