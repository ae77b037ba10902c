import type { ReleaseContent, ScreeningRelease } from '#core/domain/screening-release.ts';
import { actingPerson } from './acting-person.ts';
import { canonicalJson } from './canonical-json.ts';
import { hashJson } from './hash-json.ts';
import { requireRecord } from './refusals.ts';
import type { StorageContext } from './storage-context.ts';

/** Models that were released to screen; none is ever changed or removed. */
export interface ScreeningReleaseStore {
  /** Replaces the newest of the same name, if there is one. */
  put(release: {
    readonly name: string;
    readonly content: ReleaseContent;
    readonly untilMs: number;
  }): ScreeningRelease;
  /** Throws "record.missing". */
  get(id: number): ScreeningRelease;
  /** The newest of a name, whatever has become of it. */
  findByName(name: string): ScreeningRelease | undefined;
  /** All, the newest first; those of one name where it is given. */
  list(name?: string): ScreeningRelease[];
}

type ReleaseRow = Omit<ScreeningRelease, 'content'> & { readonly contentJson: string };

const select = `SELECT id, name, content_json AS contentJson, person, released_at_ms AS releasedAtMs,
  until_ms AS untilMs, replaces,
  (SELECT next.id FROM screening_releases AS next WHERE next.replaces = screening_releases.id)
    AS replacedBy
  FROM screening_releases`;

function toRelease({ contentJson, ...row }: ReleaseRow): ScreeningRelease {
  return { ...row, content: JSON.parse(contentJson) as ReleaseContent };
}

export function openScreeningReleaseStore({
  sql,
  audit,
  nowMs,
}: StorageContext): ScreeningReleaseStore {
  const get = (id: number) => {
    const row = sql.get(`${select} WHERE id = @id`, { id });
    return toRelease(requireRecord(row as ReleaseRow | undefined, 'release', String(id)));
  };
  const list = (name: string | null) =>
    (
      sql.all(`${select} WHERE @name IS NULL OR name = @name ORDER BY id DESC`, {
        name,
      }) as ReleaseRow[]
    ).map(toRelease);

  return {
    get,
    findByName: (name) => list(name).at(0),
    list: (name) => list(name ?? null),

    put: ({ name, content, untilMs }) =>
      sql.transaction(() => {
        const replaces = list(name).at(0)?.id ?? null;
        const id = sql.insert(
          `INSERT INTO screening_releases (name, content_json, person, released_at_ms, until_ms,
             replaces) VALUES (?, ?, ?, ?, ?, ?)`,
          [name, canonicalJson(content), actingPerson() ?? null, nowMs(), untilMs, replaces],
        );
        audit.append('screening.released', {
          release: id,
          content: hashJson(content),
          model: content.model.id,
          untilMs,
          replaces,
        });
        return get(id);
      }),
  };
}
