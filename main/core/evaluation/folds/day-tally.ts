/** How many examples were written on a day; or in a month or year, where no more is known. */
export interface DayCount {
  /** ISO 8601 without time, such as 2026-11-30. */
  readonly day: string;
  readonly count: number;
}

/** The day of a date, as exactly as it is known; months and years stand at their beginning. */
export function dayOf(date: string): string {
  return date.slice(0, 10);
}

/** Counts on which days examples were written; of those that say nothing of it, nothing. */
export class DayTally {
  readonly #counts = new Map<string, number>();
  undatedCount = 0;

  add(date: string | null | undefined): void {
    if (date === undefined) return;
    if (date === null) this.undatedCount++;
    else this.#counts.set(dayOf(date), (this.#counts.get(dayOf(date)) ?? 0) + 1);
  }

  get isEmpty(): boolean {
    return this.#counts.size === 0 && this.undatedCount === 0;
  }

  /** The earliest first. */
  list(): DayCount[] {
    return [...this.#counts]
      .map(([day, count]) => ({ day, count }))
      .sort((one, other) => (one.day < other.day ? -1 : 1));
  }
}
