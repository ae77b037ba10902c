import type {
  NewScreeningSample,
  SampledPatient,
  SampleReading,
  SampleStratum,
  SampleVerdict,
  ScreeningSample,
} from '#core/domain/screening-watch.ts';
import { actingPerson } from './acting-person.ts';
import { canonicalJson } from './canonical-json.ts';
import { hashJson } from './hash-json.ts';
import { requireRecord } from './refusals.ts';
import type { StorageContext } from './storage-context.ts';

/** Patients drawn for people to read, and what they read. It only grows. */
export interface ScreeningSampleStore {
  put(sample: NewScreeningSample): ScreeningSample;
  /** Throws "record.missing". */
  get(id: number): ScreeningSample;
  /** Of a release, the newest first. */
  list(releaseId: number): ScreeningSample[];
  /** Throws "record.missing" for a place that the sample does not have. */
  read(reading: {
    readonly sampleId: number;
    readonly place: number;
    readonly verdict: SampleVerdict;
  }): SampleReading;
  /** Those that count, the newest of each place, in the order of the places. */
  readings(sampleId: number): SampleReading[];
}

type SampleRow = Omit<ScreeningSample, 'strata' | 'entries'> & {
  readonly strataJson: string;
  readonly entriesJson: string;
};

const select = `SELECT id, release_id AS releaseId, month, seed, strata_json AS strataJson,
  entries_json AS entriesJson, person, at_ms AS atMs FROM screening_samples`;

function toSample({ strataJson, entriesJson, ...row }: SampleRow): ScreeningSample {
  return {
    ...row,
    strata: JSON.parse(strataJson) as SampleStratum[],
    entries: JSON.parse(entriesJson) as SampledPatient[],
  };
}

export function openScreeningSampleStore({
  sql,
  audit,
  nowMs,
}: StorageContext): ScreeningSampleStore {
  const get = (id: number) => {
    const row = sql.get(`${select} WHERE id = @id`, { id });
    return toSample(requireRecord(row as SampleRow | undefined, 'sample', String(id)));
  };

  return {
    get,
    list: (releaseId) =>
      (
        sql.all(`${select} WHERE release_id = @releaseId ORDER BY id DESC`, {
          releaseId,
        }) as SampleRow[]
      ).map(toSample),

    put: ({ releaseId, month, seed, strata, entries }) =>
      sql.transaction(() => {
        const id = sql.insert(
          `INSERT INTO screening_samples (release_id, month, seed, strata_json, entries_json, person,
             at_ms) VALUES (?, ?, ?, ?, ?, ?, ?)`,
          [
            releaseId,
            month,
            seed,
            canonicalJson(strata),
            canonicalJson(entries),
            actingPerson() ?? null,
            nowMs(),
          ],
        );
        audit.append('screening.sampled', {
          ...{ sample: id, release: releaseId, month, seed, patients: entries.length },
          hash: hashJson({ strata, entries }),
        });
        return get(id);
      }),

    read: ({ sampleId, place, verdict }) =>
      sql.transaction(() => {
        const drawn = get(sampleId).entries.at(place - 1);
        requireRecord(place < 1 ? undefined : drawn, 'place of this sample', String(place));
        const [person, atMs] = [actingPerson() ?? null, nowMs()];
        const id = sql.insert(
          `INSERT INTO screening_readings (sample_id, place, verdict, person, at_ms)
             VALUES (?, ?, ?, ?, ?)`,
          [sampleId, place, verdict, person, atMs],
        );
        audit.append('screening.sample-read', { sample: sampleId, place, verdict, reading: id });
        const { times } = sql.get(
          `SELECT count(*) AS times FROM screening_readings
             WHERE sample_id = @sampleId AND place = @place`,
          { sampleId, place },
        ) as Pick<SampleReading, 'times'>;
        return { id, sampleId, place, verdict, person, atMs, times };
      }),

    readings: (sampleId) =>
      sql.all(
        `SELECT max(id) AS id, sample_id AS sampleId, place, verdict, person, at_ms AS atMs,
           count(*) AS times
           FROM screening_readings WHERE sample_id = @sampleId GROUP BY place ORDER BY place`,
        { sampleId },
      ) as SampleReading[],
  };
}
