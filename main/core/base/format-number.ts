const minus = '−';

/** A score such as 0.873; a mean and its parts have the same number of decimals. */
export function formatScore(value: number, decimals = 3): string {
  const text = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? minus + text : text;
}

/** A difference with its sign: +0.021, −0.004, 0.000. */
export function formatDifference(value: number): string {
  const text = formatScore(value);
  return value > 0 && Number(text) !== 0 ? `+${text}` : text;
}

/** A p-value as it is reported: three significant digits of small ones, never 0. */
export function formatP(p: number | null): string {
  if (p === null) return '–';
  if (p < 0.0001) return '< 0.0001';
  if (p < 0.01) return p.toPrecision(3);
  return p < 0.1 ? p.toFixed(4) : p.toFixed(3);
}

/** A share as a percentage: 0 %, 0.27 %, 12.5 %; never 0 for more than nothing, nor 100 for less than all. */
export function formatPercentage(share: number): string {
  const percent = 100 * share;
  if (percent > 0 && percent < 0.01) return '< 0.01 %';
  if (percent > 99.9 && percent < 100) return '> 99.9 %';
  return `${Number(percent.toPrecision(3))} %`;
}

/** 12,345,678 */
export function formatCount(count: number): string {
  return count.toLocaleString('en-GB');
}

/** 1 fold, 10 folds */
export function formatFolds(count: number): string {
  return `${formatCount(count)} ${count === 1 ? 'fold' : 'folds'}`;
}

/** 2026-11-21 14:03 UTC: the same on every machine. */
export function formatInstant(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** 47 s, 12 min 4 s, 3 h 20 min */
export function formatDuration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

const byteUnits = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;

/** 812 bytes, 3.4 MB, 120 GB: in steps of a thousand. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${Math.round(bytes)} bytes`;
  const step = Math.min(byteUnits.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  return `${value.toFixed(value < 99.95 ? 1 : 0)} ${byteUnits[step]}`;
}

/** e to the power of a loss in natural logarithms, three digits: 5.36, 128, 48,210. */
export function formatPerplexity(loss: number): string {
  const perplexity = Math.exp(loss);
  return perplexity < 100 ? perplexity.toPrecision(3) : formatCount(Math.round(perplexity));
}
