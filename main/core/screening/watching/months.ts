/** A month such as 2026-09, in UTC, so that no summer time makes two of them overlap. */
export function monthOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 7);
}

export function boundsOf(month: string): { readonly fromMs: number; readonly toMs: number } {
  const [year, number] = month.split('-').map(Number);
  return { fromMs: Date.UTC(year, number - 1), toMs: Date.UTC(year, number) };
}

/** From the month of one moment to that of another, both among them; none where it lies before. */
export function monthsBetween(fromMs: number, toMs: number): string[] {
  const months: string[] = [];
  for (let atMs = fromMs; monthOf(atMs) <= monthOf(toMs); atMs = boundsOf(monthOf(atMs)).toMs) {
    months.push(monthOf(atMs));
  }
  return months;
}
