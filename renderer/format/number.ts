const grouped = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const compact = new Intl.NumberFormat('en-US', {
  notation: 'compact',
  maximumSignificantDigits: 3,
});

/** What stands where a number is not known. */
export const unknown = '–';

/** A whole number with separators: 1,838. */
export function formatCount(count: number | null): string {
  return count === null ? unknown : grouped.format(count);
}

/** A large number, short: 178M. */
export function formatCompact(count: number | null): string {
  return count === null ? unknown : compact.format(count);
}

/** A rate such as steps per second with three significant digits: 0.0512, 5.36, 128. */
export function formatRate(rate: number | null): string {
  if (rate === null) return unknown;
  return rate >= 100 ? formatCount(rate) : rate.toPrecision(3);
}

/** A metric between −1 and 1 with three decimals: what ten folds can tell apart. */
export function formatMetric(value: number | null): string {
  return value === null ? unknown : value.toFixed(3).replace('-', '−');
}

/** A difference with its sign: +0.012. */
export function formatDifference(value: number | null): string {
  if (value === null) return unknown;
  const text = Math.abs(value).toFixed(3);
  if (Number(text) === 0) return text;
  return `${value < 0 ? '−' : '+'}${text}`;
}

/** A p-value as reports write it: three significant digits of small ones, never rounded to zero. */
export function formatP(p: number | null): string {
  if (p === null) return unknown;
  if (p < 0.0001) return '< 0.0001';
  if (p < 0.01) return p.toPrecision(3);
  return p < 0.1 ? p.toFixed(4) : p.toFixed(3);
}

/** "1 fold", "10 folds". */
export function count(amount: number, noun: string, plural = `${noun}s`): string {
  return `${formatCount(amount)} ${amount === 1 ? noun : plural}`;
}
