import { locales, type Language } from './language.ts';

/** What stands where a number is not known. */
const unknown = '–';
const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Numbers and lists inside sentences, as one language writes them. */
export function createNumbers(language: Language) {
  const locale = locales[language];
  const minus = (text: string) => text.replace('-', '−');
  const decimals = (digits: number, options: Intl.NumberFormatOptions = {}) =>
    new Intl.NumberFormat(locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      ...options,
    });
  // One for each number of digits: a report has thousands of scores.
  const scores = new Map<number, Intl.NumberFormat>();
  const scoreFormat = (digits: number) => {
    const format = scores.get(digits) ?? decimals(digits, { signDisplay: 'negative' });
    scores.set(digits, format);
    return format;
  };
  const plain = new Intl.NumberFormat(locale, { maximumSignificantDigits: 6 });
  const whole = new Intl.NumberFormat(locale);
  const signed = decimals(3, { signDisplay: 'exceptZero' });
  const three = new Intl.NumberFormat(locale, {
    minimumSignificantDigits: 3,
    maximumSignificantDigits: 3,
  });
  const upToThree = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  const conjunction = new Intl.ListFormat(locale, { type: 'conjunction' });
  const percent = (text: string) => `${text} %`;
  const inPercent = (share: number): string => {
    const value = 100 * share;
    if (value > 0 && value < 0.01) return percent(`< ${upToThree.format(0.01)}`);
    if (value > 99.9 && value < 100) return percent(`> ${upToThree.format(99.9)}`);
    return percent(upToThree.format(value));
  };
  return {
    /** 12,345,678 */
    count: (value: number) => whole.format(value),
    /** A score such as 0.873; a mean and its parts have the same number of decimals. */
    score: (value: number, digits = 3) => minus(scoreFormat(digits).format(value)),
    /** A perplexity with three digits: 5.36, 128, 48,210. */
    perplexity: (value: number) =>
      value < 100 ? three.format(value) : whole.format(Math.round(value)),
    /** A difference with its sign: +0.021, −0.004, 0.000. */
    difference: (value: number) => minus(signed.format(value)),
    /** A p-value as it is reported: three significant digits of small ones, never 0. */
    p: (value: number | null) => {
      if (value === null) return unknown;
      if (value < 0.0001) return `< ${decimals(4).format(0.0001)}`;
      if (value < 0.01) return three.format(value);
      return decimals(value < 0.1 ? 4 : 3).format(value);
    },
    /** A share: 0 %, 0.27 %, 12.5 %; never 0 for more than nothing, nor 100 for less than all. */
    percentage: inPercent,
    /** As it is, such as a level of 0.05. */
    decimal: (value: number) => plain.format(value),
    /** A part of a whole, of which a glance is enough: 3.4 %, 25 %. */
    roughShare: (share: number) => percent(decimals(share < 0.1 ? 1 : 0).format(100 * share)),
    /** 812 bytes, 3.4 MB, 120 GB: in steps of a thousand. */
    bytes: (value: number) => {
      const step =
        value < 1000 ? 0 : Math.min(byteUnits.length - 1, Math.floor(Math.log10(value) / 3));
      const amount = value / 1000 ** step;
      const digits = step === 0 || amount >= 99.95 ? 0 : 1;
      return decimals(digits, {
        style: 'unit',
        unit: byteUnits[step],
        unitDisplay: step === 0 ? 'long' : 'short',
      }).format(amount);
    },
    /** a, b and c */
    list: (items: readonly string[]) => conjunction.format(items),
  };
}
