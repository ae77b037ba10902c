const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const dayAndTime = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const precise = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

/** "14:02" today, "19 Nov 2026, 14:02" on another day. */
export function formatMoment(atMs: number, nowMs: number): string {
  const isToday = new Date(atMs).toDateString() === new Date(nowMs).toDateString();
  return (isToday ? time : dayAndTime).format(atMs);
}

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

/** With seconds, for logs. */
export function formatPreciseMoment(atMs: number): string {
  return precise.format(atMs);
}
