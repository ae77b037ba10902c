import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { noScreeningCounts } from '#core/domain/screening.ts';
import { exportInspection } from '#core/screening/inspection/export-inspection.ts';
import type { InspectionFilter } from '#core/screening/inspection/inspected.ts';
import { inspectRelease } from '#core/screening/inspection/inspect-release.ts';
import { isProven } from '#core/screening/inspection/prove-release.ts';
import { actAs } from '#core/storage/acting-person.ts';
import { screenedNote } from '#core/storage/testing/screened-documents.ts';
import { openSql, temporaryFolder } from '#core/storage/testing/temporary-workspace.ts';
import { decide, screenedWorld } from './screened-world.ts';

type World = Awaited<ReturnType<typeof screenedWorld>>;

const inspect = ({ workspace, release }: World, filter: InspectionFilter = {}) => {
  const { notes, proof } = inspectRelease(workspace, release, filter);
  return { notes: [...notes], proof };
};
const idsOf = (world: World, filter: InspectionFilter) =>
  inspect(world, filter).notes.map(({ note }) => note.noteId);

async function fileOf({ workspace, release, ben }: World, format: 'csv' | 'json', filter = {}) {
  const file = join(temporaryFolder(), `record.${format}`);
  const written = await actAs(ben, () =>
    exportInspection(workspace, { release, filter, format, file, mayReplace: false }),
  );
  return { text: readFileSync(file, 'utf8'), written };
}

/** As somebody with a connection of their own would change what was kept, past the triggers. */
function tamper({ workspace }: World, table: string, statement: string): void {
  const sql = openSql(workspace.folder);
  const triggers = sql.all(
    `SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = @table`,
    { table },
  ) as { name: string }[];
  for (const { name } of triggers) sql.run(`DROP TRIGGER ${name}`);
  sql.run(statement);
}

describe('What is kept of a release', () => {
  it('is told note by note, with the decisions that have seen it and who made them', async () => {
    const world = await screenedWorld();
    const { notes, proof } = inspect(world);
    expect(notes.map(({ note, outcome }) => `${note.noteId} ${outcome}`)).toEqual([
      ...['501 alert', '502 clear', '503 alert', '504 undecided', '505 not-judged', '506 alert'],
    ]);
    expect(notes[2]).toMatchObject({
      screenedFor: 'Ana',
      decisions: [
        { person: 'Ana', correctedBy: null, decision: { kind: 'disagree', reason: 'past' } },
      ],
      proof: { state: 'proven' },
    });
    expect(isProven(proof)).toBe(true);
    expect(proof.batches.map(({ first, last }) => [first, last])).toEqual([
      [1, 3],
      [4, 6],
    ]);
  });

  it('tells corrections: a later version of a note, and a later decision', async () => {
    const world = await screenedWorld();
    const { workspace, release, clock, ben } = world;
    clock.nowMs += 1;
    const again = workspace.screenings.begin({ releaseId: release.id, source: null });
    const corrected = screenedNote({
      ...{ number: null as never, noteId: '503', version: 2, patient: '12', subject: 'patient 12' },
    });
    workspace.screenings.keep(again.id, { notes: [corrected], counts: noScreeningCounts });
    decide(world, { by: ben, patient: '12', kind: 'agree' });
    const { notes, proof } = inspect(world, { patient: '12' });
    expect(notes.map(({ note, correctedBy }) => [note.version, correctedBy])).toEqual([
      [1, 7],
      [2, null],
    ]);
    const told = notes.map(({ decisions }) =>
      decisions.map(({ decision, correctedBy }) => [decision.kind, correctedBy]),
    );
    expect(told).toEqual([
      [
        ['disagree', 3],
        ['agree', null],
      ],
      [['agree', null]],
    ]);
    expect(isProven(proof)).toBe(true);
  });

  it('is found by patient, note, person and time', async () => {
    const world = await screenedWorld();
    expect(idsOf(world, { patient: '11' })).toEqual(['501', '502']);
    expect(idsOf(world, { note: '504' })).toEqual(['504']);
    expect(idsOf(world, { person: 'Ana' })).toEqual(['503']);
    expect(idsOf(world, { person: world.ben, note: '502' })).toEqual(['502']);
    expect(idsOf(world, { from: '2026-12-01T08:30' })).toEqual(['501', '502', '503']);
    expect(idsOf(world, { to: '2026-12' })).toHaveLength(6);
    expect(idsOf(world, { from: '2027' })).toEqual([]);
    expect(idsOf(world, { to: '2026-11-30' })).toEqual([]);
  });
});

describe('A change past the program shows:', () => {
  it.each([
    ['a score', 'screened_notes', `UPDATE screened_notes SET probability = 0.1 WHERE id = 2`],
    ['a note taken away', 'screened_notes', `DELETE FROM screened_notes WHERE id = 3`],
    [
      'a note slipped in',
      'screened_notes',
      `INSERT INTO screened_notes SELECT 99, release_id, screening_id, NULL, 'x', 1, patient, subject,
         date, text_hash, input_hash, score, probability, prediction_set_json, threshold, is_alert,
         doubts_json, same_as, at_ms FROM screened_notes WHERE id = 4`,
    ],
    [
      'who decided',
      'screening_decisions',
      `UPDATE screening_decisions SET person = 'x' WHERE id = 1`,
    ],
    [
      'a decision taken away',
      'screening_decisions',
      `DELETE FROM screening_decisions WHERE id = 2`,
    ],
    [
      'a threshold of the release',
      'screening_releases',
      `UPDATE screening_releases SET content_json = replace(content_json, '"probability":0.4', '"probability":0.5')`,
    ],
    ['the audit log', 'audit', `UPDATE audit SET at_ms = at_ms + 1 WHERE position = 3`],
  ])('%s', async (_, table, statement) => {
    const world = await screenedWorld();
    expect(isProven(inspect(world).proof)).toBe(true);
    tamper(world, table, statement);
    expect(isProven(inspect(world).proof)).toBe(false);
  });

  it('of two batches only the changed one is in doubt', async () => {
    const world = await screenedWorld();
    tamper(world, 'screened_notes', `UPDATE screened_notes SET probability = 0.1 WHERE id = 2`);
    const states = inspect(world).notes.map(({ proof }) => proof.state);
    expect(states).toEqual(['changed', 'changed', 'changed', 'proven', 'proven', 'proven']);
  });
});

/** Canonical JSON by the words of the file alone, not by our function. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : each,
  );
}
const sha256 = (value: unknown) => createHash('sha256').update(canonical(value)).digest('hex');

interface RecordFile {
  isWhole: boolean;
  release: { content: unknown; proof: { position: number } };
  chain: { entryCount: number; headHash: string };
  batches: { position: number; first: number; last: number }[];
  notes: { said: { id: number; patient: string | null } }[];
  decisions: { decided: unknown; proof: { position: number } }[];
  audit: {
    position: number;
    atMs: number;
    action: string;
    detailJson: string;
    previousHash: string;
    hash: string;
  }[];
}

describe('The exported record', () => {
  it('can be proven whole by whoever has nothing but the file', async () => {
    const world = await screenedWorld();
    const { text, written } = await fileOf(world, 'json');
    const { isWhole, release, chain, batches, notes, decisions, audit } = JSON.parse(
      text,
    ) as RecordFile;
    let previous = '0'.repeat(64);
    for (const { hash, ...entry } of audit) {
      expect([entry.previousHash, sha256(entry)]).toEqual([previous, hash]);
      previous = hash;
    }
    expect([audit.length, previous]).toEqual([chain.entryCount, chain.headHash]);
    const detailAt = (position: number) =>
      JSON.parse(audit[position - 1].detailJson) as Record<string, unknown>;
    expect(sha256(release.content)).toBe(detailAt(release.proof.position).content);
    for (const { position, first, last } of batches) {
      const said = notes.map((note) => note.said).filter(({ id }) => id >= first && id <= last);
      expect(sha256(said)).toBe(detailAt(position).hash);
    }
    for (const { decided, proof } of decisions) {
      expect(sha256(decided)).toBe(detailAt(proof.position).hash);
    }
    expect([isWhole, batches.length, notes.length, decisions.length]).toEqual([true, 2, 6, 2]);
    expect(world.workspace.audit.newest(1)).toMatchObject([
      {
        ...{ action: 'screening.record-exported', personId: world.ben },
        detail: { format: 'json', whole: true, hash: written.hash },
      },
    ]);
    expect(text).not.toContain('Geheime zin');
  });

  it('of some notes says that it is not whole', async () => {
    const { text } = await fileOf(await screenedWorld(), 'json', { patient: '11' });
    const { isWhole, notes, decisions } = JSON.parse(text) as RecordFile;
    expect([isWhole, notes.length, decisions.length]).toEqual([false, 2, 1]);
  });

  it('as a table has a line for each decision on a note, and one for each note without', async () => {
    const { text } = await fileOf(await screenedWorld(), 'csv');
    const rows = parse<Record<string, string>>(text, { columns: true });
    expect(
      rows.map((row) =>
        [row.note, row.decision, row.person, row.proof, row.decision_proof].join(' '),
      ),
    ).toEqual([
      '501 agree Ben proven proven',
      '502 agree Ben proven proven',
      '503 disagree Ana proven proven',
      ...['504', '505', '506'].map((note) => `${note}   proven `),
    ]);
    expect(rows[0]).toMatchObject({
      ...{ model_sha256: 'weights-hash', threshold: '0.4', probability: '0.91', reason: '' },
      ...{
        text_sha256: 'a'.repeat(64),
        prediction_set: 'yes',
        decided_at: '2026-12-01T09:00:00.000Z',
      },
    });
  });
});
