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
  const short = number({ notation: 'compact', maximumSignificantDigits: 3 });
  const three = number({ minimumSignificantDigits: 3, maximumSignificantDigits: 3 });
  const score = decimals(3);
  const signed = decimals(3, { signDisplay: 'exceptZero' });
  const p4 = decimals(4);
  const percent = number({ style: 'percent', maximumSignificantDigits: 3 });
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const dayAndTime = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  const precise = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const minus = (text: string) => text.replace('-', '−');
  const unit = (amount: number, name: string, options: Intl.NumberFormatOptions = {}) =>
    number({ style: 'unit', unit: name, unitDisplay: 'short', ...options }).format(amount);
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

  /** Two units, such as "2 h 05 min". */
  function duration(durationMs: number): string {
    const rounded = Math.max(0, Math.round(durationMs / secondMs) * secondMs);
    if (rounded < minuteMs) return unit(rounded / secondMs, 'second');
    const [large, largeName, small, smallName] =
      rounded < hourMs
        ? ([minuteMs, 'minute', secondMs, 'second'] as const)
        : rounded < dayMs
          ? ([hourMs, 'hour', minuteMs, 'minute'] as const)
          : ([dayMs, 'day', hourMs, 'hour'] as const);
    const rest = Math.floor((rounded % large) / small);
    return `${unit(Math.floor(rounded / large), largeName)} ${unit(rest, smallName, { minimumIntegerDigits: 2 })}`;
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
    /** In percent; never 0 for more than nothing, nor 100 for less than all. */
    share: ifKnown(formatKnownShare),
    /** With its sign: +0.012. */
    difference: ifKnown((value) => minus(signed.format(value))),
    /** A p-value as reports write it, never rounded to zero. */
    p: ifKnown(formatSmallP),
    /** A size as disks count it, with three digits: 712 MB. */
    bytes: (bytes: number) => {
      const power =
        bytes < 1_000 ? 0 : Math.min(byteUnits.length - 1, Math.floor(Math.log10(bytes) / 3));
      const amount = bytes / 1_000 ** power;
      return unit(amount, byteUnits[power], { maximumSignificantDigits: 3 });
    },
    /** A duration with its two largest units. */
    duration,
    /** A moment of today by its time, of another day with its date. */
    moment: (atMs: number, nowMs: number) => {
      const isToday = new Date(atMs).toDateString() === new Date(nowMs).toDateString();
      return (isToday ? time : dayAndTime).format(atMs);
    },
    /** With seconds, for logs. */
    preciseMoment: (atMs: number) => precise.format(atMs),
    /** "a, b and c". */
    list: (items: readonly string[]) => list.format(items),
  };
}
