/** The first moment of a day: as `nowMs` it changes at midnight only. */
export function startOfDay(atMs: number): number {
  return new Date(atMs).setHours(0, 0, 0, 0);
}

/** The first moment of what a date field holds, or so many days after it; null where it is empty. */
export function startOfDate(date: string, daysAfter: number): number | null {
  const parts = /^(\d{4,6})-(\d{2})-(\d{2})$/.exec(date);
  if (parts === null) return null;
  const [year, month, day] = parts.slice(1).map(Number);
  return new Date(year, month - 1, day + daysAfter).getTime();
}
