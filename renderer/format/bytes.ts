const units = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;

/** A size as disks count it, with three digits: 712 MB, 1.42 GB. */
export function formatBytes(bytes: number): string {
  const power = bytes < 1_000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const amount = bytes / 1_000 ** power;
  const digits = power === 0 || amount >= 99.95 ? 0 : amount >= 9.995 ? 1 : 2;
  const text = amount.toFixed(digits);
  // 999.9 kB would read "1000 kB".
  return text === '1000' && power < units.length - 1
    ? `1.00 ${units[power + 1]}`
    : `${text} ${units[power]}`;
}
