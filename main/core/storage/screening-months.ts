import type { MonthFindings, WatchedMonth } from '#core/domain/screening-watch.ts';
import { actingPerson } from './acting-person.ts';
import { canonicalJson } from './canonical-json.ts';
import { hashJson } from './hash-json.ts';
import type { StorageContext } from './storage-context.ts';

/** What was found of the months of releases at work. It only grows. */
export interface ScreeningMonthStore {
  /** Once for each month of a release: the database refuses a second. */
  put(found: {
    readonly releaseId: number;
    readonly month: string;
    readonly content: MonthFindings;
  }): WatchedMonth;
  /** Of a release, the oldest first. */
  list(releaseId: number): WatchedMonth[];
}

type MonthRow = Omit<WatchedMonth, 'content'> & { readonly contentJson: string };

export function openScreeningMonthStore({
  sql,
  audit,
  nowMs,
}: StorageContext): ScreeningMonthStore {
  const list = (releaseId: number) =>
    (
      sql.all(
        `SELECT id, release_id AS releaseId, month, content_json AS contentJson, person, at_ms AS atMs
           FROM screening_months WHERE release_id = @releaseId ORDER BY month`,
        { releaseId },
      ) as MonthRow[]
    ).map(({ contentJson, ...row }): WatchedMonth => {
      return { ...row, content: JSON.parse(contentJson) as MonthFindings };
    });

  return {
    list,
    put: ({ releaseId, month, content }) =>
      sql.transaction(() => {
        const atMs = nowMs();
        const person = actingPerson() ?? null;
        const id = sql.insert(
          `INSERT INTO screening_months (release_id, month, content_json, person, at_ms)
             VALUES (?, ?, ?, ?, ?)`,
          [releaseId, month, canonicalJson(content), person, atMs],
        );
        audit.append('screening.watched', {
          ...{ release: releaseId, month, hash: hashJson(content) },
          alarms: content.findings.filter(({ isAlarm }) => isAlarm).length,
        });
        return { id, releaseId, month, content, person, atMs };
      }),
  };
}
