import { AnamnesisError } from '#core/base/error.ts';
import type { StudyFailure } from '#core/domain/run.ts';
import {
  noScreeningCounts,
  type NewScreenedNote,
  type Screening,
  type ScreeningCounts,
  type ScreeningState,
} from '#core/domain/screening.ts';
import { say } from '#core/wording/say.ts';
import { actingPerson } from './acting-person.ts';
import { canonicalJson } from './canonical-json.ts';
import { describeProcess, isProcessGone } from './process-identity.ts';
import { requireRecord } from './refusals.ts';
import { keepNotes } from './screened-notes.ts';
import type { StorageContext } from './storage-context.ts';

/** Each time that a release was put to work; what it said of notes is read by `ScreenedNoteStore`. */
export interface ScreeningStore {
  /** For this process. Throws "screening.running" while another one of the release is alive. */
  begin(screening: { readonly releaseId: number; readonly source: unknown }): Screening;
  /** Throws "record.missing". */
  get(id: number): Screening;
  /** The newest first, of one release or of all. One whose process was killed counts as stopped. */
  list(releaseId?: number): Screening[];
  /**
   * Keeps what was said of notes and how far it is, both or neither, with a hash of it in the audit
   * log. A note that the release has a word on is refused by the database.
   */
  keep(id: number, batch: { notes: readonly NewScreenedNote[]; counts: ScreeningCounts }): void;
  /** With the counts as they are then. */
  end(
    id: number,
    last: {
      readonly state: Exclude<ScreeningState, 'running'>;
      readonly counts: ScreeningCounts;
      readonly failure?: StudyFailure | null;
    },
  ): Screening;
}

type ScreeningRow = Omit<Screening, 'source' | 'counts' | 'failure'> & {
  readonly sourceJson: string;
  readonly countsJson: string;
  readonly failureJson: string | null;
  readonly writer: string | null;
};

const select = `SELECT id, release_id AS releaseId, source_json AS sourceJson, state,
  counts_json AS countsJson, failure_json AS failureJson, person, created_at_ms AS createdAtMs,
  updated_at_ms AS updatedAtMs, ended_at_ms AS endedAtMs, writer FROM screenings`;

const isAlive = ({ state, writer }: Pick<ScreeningRow, 'state' | 'writer'>) =>
  state === 'running' && writer !== null && !isProcessGone(writer);

function toScreening(row: ScreeningRow): Screening {
  const { sourceJson, countsJson, failureJson, writer, ...rest } = row;
  const isKilled = rest.state === 'running' && !isAlive({ state: rest.state, writer });
  return {
    ...rest,
    state: isKilled ? 'stopped' : rest.state,
    endedAtMs: isKilled ? rest.updatedAtMs : rest.endedAtMs,
    source: JSON.parse(sourceJson) as unknown,
    counts: JSON.parse(countsJson) as ScreeningCounts,
    failure: failureJson === null ? null : (JSON.parse(failureJson) as StudyFailure),
  };
}

export function openScreeningStore({ sql, audit, nowMs }: StorageContext): ScreeningStore {
  const find = (id: number) =>
    requireRecord(
      sql.get(`${select} WHERE id = @id`, { id }) as ScreeningRow | undefined,
      'screening',
      String(id),
    );
  const get = (id: number) => toScreening(find(id));

  return {
    get,
    list: (releaseId) =>
      (
        sql.all(`${select} WHERE @release IS NULL OR release_id = @release ORDER BY id DESC`, {
          release: releaseId ?? null,
        }) as ScreeningRow[]
      ).map(toScreening),

    begin: ({ releaseId, source }) =>
      sql.transaction(() => {
        const release = sql.get(`SELECT 1 FROM screening_releases WHERE id = @releaseId`, {
          releaseId,
        });
        requireRecord(release, 'release', String(releaseId));
        const running = sql.all(`${select} WHERE release_id = @releaseId AND state = 'running'`, {
          releaseId,
        }) as ScreeningRow[];
        const alive = running.find(isAlive);
        if (alive !== undefined) refuseSecond(alive.id);
        sql.run(
          `UPDATE screenings SET state = 'stopped', ended_at_ms = updated_at_ms, writer = NULL
             WHERE release_id = @releaseId AND state = 'running'`,
          { releaseId },
        );
        const atMs = nowMs();
        const id = sql.insert(
          `INSERT INTO screenings (release_id, source_json, state, counts_json, person,
             created_at_ms, updated_at_ms, writer) VALUES (?, ?, 'running', ?, ?, ?, ?, ?)`,
          [
            releaseId,
            canonicalJson(source),
            canonicalJson(noScreeningCounts),
            actingPerson() ?? null,
            atMs,
            atMs,
            describeProcess(),
          ],
        );
        audit.append('screening.begun', { screening: id, release: releaseId });
        return get(id);
      }),

    keep(id, { notes, counts }) {
      sql.transaction(() => {
        const { releaseId } = find(id);
        if (notes.length > 0) {
          const kept = keepNotes({ sql, nowMs }, { screeningId: id, releaseId }, notes);
          audit.append('screening.scored', { screening: id, notes: notes.length, ...kept });
        }
        sql.run(
          `UPDATE screenings SET counts_json = @counts, updated_at_ms = @atMs WHERE id = @id`,
          { id, counts: canonicalJson(counts), atMs: nowMs() },
        );
      });
    },

    end: (id, { state, counts, failure = null }) =>
      sql.transaction(() => {
        const { releaseId } = find(id);
        sql.run(
          `UPDATE screenings SET state = @state, counts_json = @counts, failure_json = @failure,
             updated_at_ms = @atMs, ended_at_ms = @atMs, writer = NULL WHERE id = @id`,
          {
            ...{ id, state, counts: canonicalJson(counts), atMs: nowMs() },
            failure: failure === null ? null : canonicalJson(failure),
          },
        );
        audit.append('screening.ended', { screening: id, release: releaseId, state, ...counts });
        return get(id);
      }),
  };
}

function refuseSecond(id: number): never {
  throw new AnamnesisError('screening.running', {
    expected: say('screening', 'noOtherScreening'),
    found: say('screening', 'screeningRuns', id),
    remedy: say('screening', 'waitForScreening'),
  });
}
