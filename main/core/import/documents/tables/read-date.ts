/** In which order days, months and years stand where a date could be read in several. */
export type DateOrder = 'day-month-year' | 'month-day-year' | 'year-month-day';

/** A date as the source has it, taken apart; numbers of which the order is not known yet. */
interface DateParts {
  readonly year: string;
  readonly month: string | null;
  readonly day: string | null;
  readonly time: string | null;
}

/** A date in a cell: as ISO 8601, or what is wrong with it. */
export type ReadDate =
  | { readonly iso: string; readonly isYearShort: boolean }
  | { readonly iso: null; readonly fault: 'impossible' | 'unreadable' };

const time =
  '(?:[T ,]\\s*(?<time>\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?)\\s*(?<half>[AaPp]\\.?[Mm]\\.?)?\\s*(?<zone>Z|[+-]\\d{2}:?\\d{2})?)?';
const monthName = '(?<name>\\p{L}{3,12})\\.?';
/** Sunday, luni, lunes …: a word with or without a comma before the day. */
const weekday = '(?:\\p{L}{2,12}\\.?,?\\s+)?';

const forms = {
  yearFirst: new RegExp(
    `^(?<year>\\d{4})(?:[-/.](?<month>\\d{1,2})(?:[-/.](?<day>\\d{1,2})${time})?)?$`,
  ),
  compact: /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:[T ]?(?<clock>\d{4}(?:\d{2})?))?$/,
  numbers: new RegExp(
    `^(?<first>\\d{1,2})(?<mark>[-/.])\\s?(?<second>\\d{1,2})\\k<mark>\\s?(?<third>\\d{4}|\\d{2})${time}$`,
  ),
  dayName: new RegExp(
    `^${weekday}(?<day>\\d{1,2})\\.?(?:[-/. ]|\\s+(?:de|of)\\s+)\\s*${monthName}(?:[-/., ]|\\s+(?:de|del)\\s+)\\s*(?<year>\\d{4}|\\d{2})${time}$`,
    'u',
  ),
  nameDay: new RegExp(
    `^${weekday}${monthName}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})${time}$`,
    'u',
  ),
};

/** First letters of the months in English, Dutch, Spanish and Romanian. */
const months = [
  ['jan', 'ene', 'ian'],
  ['feb'],
  ['mar', 'mrt', 'maa'],
  ['apr', 'abr'],
  ['may', 'mei', 'mai'],
  ['jun', 'iun'],
  ['jul', 'iul'],
  ['aug', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt'],
  ['nov', 'noi'],
  ['dec', 'dic'],
];

function monthOf(name: string): string | null {
  const start = name.toLowerCase().slice(0, 3);
  const index = months.findIndex((names) => names.includes(start));
  return index === -1 ? null : String(index + 1);
}

/** 24 hours; null where there is no such time. */
function toTime({ time, half, zone }: Record<string, string | undefined>): string | null {
  if (time === undefined) return '';
  const [hours, ...rest] = time.replace(',', '.').split(':');
  const isAfternoon = /^p/i.test(half ?? '');
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (isAfternoon ? 12 : 0);
  const isSound = hour <= 23 && rest.every((part) => Number(part) < 60);
  if (!isSound || (half !== undefined && Number(hours) > 12)) return null;
  const zoned = zone === undefined || zone === 'Z' ? (zone ?? '') : zone.replace(/^(...):?/, '$1:');
  return `T${[String(hour).padStart(2, '0'), ...rest].join(':')}${zoned}`;
}

/** The three numbers of a date whose order must be known. */
function numbersOf(value: string): RegExpExecArray | null {
  return forms.numbers.exec(value);
}

function takeApart(value: string, order: DateOrder): DateParts | null {
  const first = forms.yearFirst.exec(value)?.groups;
  if (first !== undefined) {
    const { year, month = null, day = null } = first;
    return { year, month, day, time: toTime(first) };
  }
  const compact = forms.compact.exec(value)?.groups;
  if (compact !== undefined) {
    const { year, month, day, clock } = compact;
    const parts = clock?.match(/../g)?.join(':');
    return { year, month, day, time: toTime(parts === undefined ? {} : { time: parts }) };
  }
  const numbers = numbersOf(value)?.groups;
  if (numbers !== undefined) {
    const { first, second, third } = numbers;
    const isYearLast = order !== 'year-month-day' || third.length === 4;
    const [day, month] = order === 'month-day-year' ? [second, first] : [first, second];
    if (isYearLast) return { year: third, month, day, time: toTime(numbers) };
    return { year: first, month: second, day: third, time: toTime(numbers) };
  }
  const named = (forms.dayName.exec(value) ?? forms.nameDay.exec(value))?.groups;
  if (named === undefined) return null;
  const month = monthOf(named.name);
  return month === null
    ? null
    : { ...named, year: named.year, month, day: named.day, time: toTime(named) };
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/**
 * Reads a date and its time, if it has one, as exactly as they stand there: numbers in any usual
 * order, 8 to 14 digits as in HL7, names of months in English, Dutch, Spanish and Romanian. A year
 * of two digits is one from 1950 to 2049. Longer cells are no dates.
 */
export function readDate(cell: string, order: DateOrder): ReadDate {
  const value = cell.trim();
  const parts = value.length > 60 ? null : takeApart(value, order);
  if (parts === null) return { iso: null, fault: 'unreadable' };
  const { month, day, time } = parts;
  const isYearShort = parts.year.length === 2;
  const century = Number(parts.year) < 50 ? 2000 : 1900;
  const year = isYearShort ? century + Number(parts.year) : Number(parts.year);
  const isMonth = month === null || daysIn(year, Number(month)) > 0;
  const isDay = day === null || (Number(day) >= 1 && Number(day) <= daysIn(year, Number(month)));
  if (!isMonth || !isDay || time === null || year === 0) return { iso: null, fault: 'impossible' };
  const two = (part: string) => part.padStart(2, '0');
  const date = [String(year).padStart(4, '0')];
  if (month !== null) date.push(two(month));
  if (day !== null) date.push(two(day));
  return { iso: `${date.join('-')}${time}`, isYearShort };
}

/** What the dates of a column say of their order. */
export interface DateOrderEvidence {
  /** Null where every date could be read both ways, or none needs an order. */
  readonly order: DateOrder | null;
  /** Dates that need an order. */
  readonly openCount: number;
}

/** Finds the order of dates by those that can only be read in one: a number above 12 is no month. */
export function inferDateOrder(cells: Iterable<string>): DateOrderEvidence {
  let openCount = 0;
  let dayFirst = 0;
  let monthFirst = 0;
  for (const cell of cells) {
    const numbers = cell.length > 60 ? null : numbersOf(cell.trim())?.groups;
    if (numbers === undefined || numbers === null) continue;
    openCount++;
    if (Number(numbers.first) > 12) dayFirst++;
    if (Number(numbers.second) > 12) monthFirst++;
  }
  if (dayFirst === monthFirst) return { order: null, openCount };
  return { order: dayFirst > monthFirst ? 'day-month-year' : 'month-day-year', openCount };
}
