import { locales, type Language } from '#contract/language.ts';

/** What stands where a number is not known. */
const unknown = '–';
const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Numbers, sizes, dates, durations and lists as one language writes them. */
export function createFormats(language: Language) {
  const locale = locales[language];
  const number = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options);
  const decimals = (digits: number, options: Intl.NumberFormatOptions = {}) =>
    number({ minimumFractionDigits: digits, maximumFractionDigits: digits, ...options });
  const whole = number({ maximumFractionDigits: 0 });
  // The British short form of a million is "m", which reads as a metre.
  const short = new Intl.NumberFormat(language === 'en' ? 'en' : locale, {
    notation: 'compact',
    maximumSignificantDigits: 3,
  });
  const three = number({ minimumSignificantDigits: 3, maximumSignificantDigits: 3 });
  const score = decimals(3);
  const signed = decimals(3, { signDisplay: 'exceptZero' });
  const p4 = decimals(4);
  const percent = number({ style: 'percent', maximumSignificantDigits: 3 });
  const wholePercent = number({ style: 'percent', maximumFractionDigits: 0 });
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const dayAndTime = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  const dayOnly = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const precise = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  const minus = (text: string) => text.replace('-', '−');
  const ifKnown = (format: (value: number) => string) => (value: number | null) =>
    value === null ? unknown : format(value);

  function formatSmallP(p: number): string {
    if (p < 0.0001) return `< ${p4.format(0.0001)}`;
    if (p < 0.01) return three.format(p);
    return p < 0.1 ? p4.format(p) : score.format(p);
  }

  function formatKnownShare(share: number): string {
    if (share > 0 && share < 0.0001) return `< ${percent.format(0.0001)}`;
    if (share > 0.999 && share < 1) return `> ${percent.format(0.999)}`;
    return percent.format(share);
  }

  /** Two units by their symbols, which are the same in every language: "2 h 05 min". */
  function duration(durationMs: number): string {
    const rounded = Math.max(0, Math.round(durationMs / secondMs) * secondMs);
    if (rounded < minuteMs) return `${rounded / secondMs} s`;
    const [large, largeName, small, smallName] =
      rounded < hourMs
        ? ([minuteMs, 'min', secondMs, 's'] as const)
        : rounded < dayMs
          ? ([hourMs, 'h', minuteMs, 'min'] as const)
          : ([dayMs, 'd', hourMs, 'h'] as const);
    const rest = Math.floor((rounded % large) / small);
    return `${whole.format(Math.floor(rounded / large))} ${largeName} ${String(rest).padStart(2, '0')} ${smallName}`;
  }

  /** A code without a name, and what is no code, stays as it is. */
  function nameLanguage(code: string): string {
    try {
      return names.of(code) ?? code;
    } catch {
      return code;
    }
  }

  return {
    unknown,
    /** A whole number with separators: 1,838. */
    count: ifKnown((value) => whole.format(value)),
    /** A large number, short: 178M. */
    compact: ifKnown((value) => short.format(value)),
    /** Three significant digits: 0.0512, 5.36, 128. */
    rate: ifKnown((value) => (value >= 100 ? whole : three).format(value)),
    /** A metric with three decimals: what ten folds can tell apart. */
    metric: ifKnown((value) => minus(score.format(value))),
    /** With as many decimals as asked for: a tick of an axis, a loss. */
    decimal: (value: number, digits: number) => minus(decimals(digits).format(value)),
    /** In percent; never 0 for more than nothing, nor 100 for less than all. */
    share: ifKnown(formatKnownShare),
    /** In whole percent, of work under way. */
    wholeShare: (share: number) => wholePercent.format(share),
    /** With its sign: +0.012. */
    difference: ifKnown((value) => minus(signed.format(value))),
    /** A p-value as reports write it, never rounded to zero. */
    p: ifKnown(formatSmallP),
    /** A size as disks count it, with three digits: 712 MB. */
    bytes: (bytes: number) => {
      // By the digits that are shown: 999,999 bytes are 1 MB, not 1,000 kB.
      const shown = Number(bytes.toPrecision(3));
      const power =
        shown < 1_000 ? 0 : Math.min(byteUnits.length - 1, Math.floor(Math.log10(shown) / 3));
      const amount = bytes / 1_000 ** power;
      return number({
        style: 'unit',
        unit: byteUnits[power],
        unitDisplay: power === 0 ? 'long' : 'short',
        maximumSignificantDigits: 3,
      }).format(amount);
    },
    /** A duration with its two largest units. */
    duration,
    /** A moment of today by its time, of another day with its date. */
    moment: (atMs: number, nowMs: number) => {
      const isToday = new Date(atMs).toDateString() === new Date(nowMs).toDateString();
      return (isToday ? time : dayAndTime).format(atMs);
    },
    /** A day without its time. */
    day: (atMs: number) => dayOnly.format(atMs),
    /** With seconds, for logs. */
    preciseMoment: (atMs: number) => precise.format(atMs),
    /** "a, b and c". */
    list: (items: readonly string[]) => list.format(items),
    /** "Dutch, Spanish", of the codes of languages. */
    languages: (codes: readonly string[]) => codes.map(nameLanguage).join(', '),
    /** The order of names: as people count, without regard to capitals. */
    compare: (a: string, b: string) => collator.compare(a, b),
  };
}

export type Formats = ReturnType<typeof createFormats>;
