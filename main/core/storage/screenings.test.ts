import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { standingOf } from '#core/domain/screening-release.ts';
import { noScreeningCounts, outcomeOf, subjectOf } from '#core/domain/screening.ts';
import { actAs } from './acting-person.ts';
import { refusing } from './testing/refusing.ts';
import { putDocuments, releaseContent, screenedNote } from './testing/screened-documents.ts';
import { newWorkspace, openSql } from './testing/temporary-workspace.ts';

const untilMs = 4_000_000_000_000;

function screened() {
  const workspace = newWorkspace();
  const { collectionId, numbers } = putDocuments(workspace, ['Pijn op de borst', 'Geen klachten']);
  const release = workspace.screeningReleases.put({
    ...{ name: 'tests', content: releaseContent, untilMs },
  });
  const screening = workspace.screenings.begin({ releaseId: release.id, source: { collectionId } });
  return { workspace, collectionId, numbers, release, screening };
}

describe('a release', () => {
  it('is kept with who decided it, and replaced by the next of its name', () => {
    const { screeningReleases, folder } = newWorkspace();
    const input = { name: 'tests', content: releaseContent, untilMs };
    const first = actAs('person', () => screeningReleases.put(input));
    expect(first).toMatchObject({ id: 1, person: 'person', replaces: null, replacedBy: null });
    expect(first.content).toEqual(releaseContent);
    const other = screeningReleases.put({ ...input, name: 'other' });
    const second = screeningReleases.put(input);
    expect(screeningReleases.get(first.id).replacedBy).toBe(second.id);
    expect(screeningReleases.findByName('tests')).toEqual(second);
    expect(screeningReleases.list().map(({ id }) => id)).toEqual([second.id, other.id, first.id]);
    expect(screeningReleases.list('tests')).toHaveLength(2);
    refusing('record.missing', () => screeningReleases.get(9));
    expect(() => openSql(folder).run(`UPDATE screening_releases SET until_ms = 1`)).toThrow(
      'never changed',
    );
  });

  it('is for trial or in use until it is replaced or has expired', () => {
    const release = {
      ...{ id: 1, name: 'tests', content: releaseContent, person: null, releasedAtMs: 0 },
      ...{ untilMs: 10, replaces: null, replacedBy: null },
    };
    const sound = { ...release, content: { ...releaseContent, trialReasons: [] } };
    expect(standingOf(release, 9)).toBe('for-trial');
    expect(standingOf(sound, 9)).toBe('in-use');
    expect(standingOf(sound, 10)).toBe('expired');
    expect(standingOf({ ...sound, replacedBy: 2 }, 10)).toBe('replaced');
  });
});

describe('a screening', () => {
  it('keeps what was said of each note once, with a hash in the audit log', () => {
    const { workspace, numbers, release, screening } = screened();
    const { screenings, screenedNotes, audit } = workspace;
    expect(screening).toMatchObject({ state: 'running', counts: noScreeningCounts });
    expect(screenedNotes.newestAtMs(release.id)).toBeNull();
    const counts = { ...noScreeningCounts, notes: 2, scored: 1, alerts: 1 };
    const [number, other] = numbers;
    screenings.keep(screening.id, { notes: [screenedNote({ number })], counts });
    const [kept] = screenedNotes.ofScreening(screening.id);
    expect(kept).toMatchObject({ ...screenedNote({ number }), releaseId: release.id });
    expect(screenedNotes.ofSubject(release.id, 'patient p1')).toEqual([kept]);
    expect(screenedNotes.get(kept.id)).toEqual(kept);
    expect(screenedNotes.newestAtMs(release.id)).toBe(kept.atMs);
    expect(screenedNotes.withoutScore(release.id, [other, number])).toEqual([other]);
    expect(screenedNotes.findSame(release.id, screenedNote())).toEqual(kept);
    expect(
      screenedNotes.findSame(release.id, screenedNote({ subject: 'patient p2' })),
    ).toBeUndefined();
    expect(audit.newest(1)).toMatchObject([
      {
        action: 'screening.scored',
        detail: { first: 1, last: 1, hash: screenedNotes.hash(1, 1) },
      },
    ]);
    const twice = [screenedNote({ number: other }), screenedNote({ number })];
    expect(() => {
      screenings.keep(screening.id, { notes: twice, counts });
    }).toThrow('UNIQUE');
    expect(screenedNotes.ofScreening(screening.id)).toEqual([kept]);
    const ended = screenings.end(screening.id, { state: 'finished', counts });
    expect(ended).toMatchObject({ state: 'finished', counts, failure: null });
    expect(screenings.list(release.id)).toEqual([ended]);
  });

  it('is alone with its release, and counts as stopped where its process is gone', () => {
    const { workspace, release, screening } = screened();
    const { screenings, folder } = workspace;
    const begin = () => screenings.begin({ releaseId: release.id, source: null });
    refusing('screening.running', begin);
    const { pid } = spawnSync(process.execPath, ['--version']);
    openSql(folder).run(`UPDATE screenings SET writer = @writer`, {
      writer: `${hostname()}/${pid}/1`,
    });
    expect(screenings.get(screening.id).state).toBe('stopped');
    expect(begin().state).toBe('running');
    expect(screenings.get(screening.id)).toMatchObject({ state: 'stopped' });
    refusing('record.missing', () => screenings.begin({ releaseId: 9, source: null }));
  });

  it('keeps what was said of a document that goes with its collection, but not its text', () => {
    const { workspace, collectionId, numbers, screening } = screened();
    const { screenings, screenedNotes, collections, folder } = workspace;
    const notes = numbers.map((number) => screenedNote({ number }));
    screenings.keep(screening.id, { notes, counts: noScreeningCounts });
    const hash = screenedNotes.hash(1, 2);
    collections.remove(collectionId);
    const kept = screenedNotes.ofScreening(screening.id);
    expect(kept.map((note) => [note.number, note.score])).toEqual([
      [null, 0.7],
      [null, 0.7],
    ]);
    expect(screenedNotes.hash(1, 2)).toBe(hash);
    const sql = openSql(folder);
    for (const change of ['UPDATE screened_notes SET score = 0', 'DELETE FROM screened_notes']) {
      expect(() => sql.run(change)).toThrow('never');
    }
  });
});

describe('what people decide', () => {
  it('is added to and never changed, with the hash of a remark in the audit log and no word of it', () => {
    const { workspace, numbers, release, screening } = screened();
    const { screenings, screeningDecisions, audit, folder } = workspace;
    screenings.keep(screening.id, {
      notes: [screenedNote({ number: numbers[0] })],
      counts: noScreeningCounts,
    });
    const input = {
      ...{ releaseId: release.id, subject: 'patient p1', patient: 'p1', notes: [1] },
      ...({ kind: 'disagree', reason: 'past', remark: 'Zware pijn in 2019' } as const),
    };
    const first = actAs('person', () => screeningDecisions.append(input));
    expect(first).toMatchObject({ ...input, person: 'person', id: 1 });
    const second = screeningDecisions.append({ ...input, kind: 'refer', reason: null, remark: '' });
    expect(screeningDecisions.list(release.id)).toEqual([first, second]);
    expect(screeningDecisions.list(release.id, 'patient p2')).toEqual([]);
    refusing('screening.decision-incomplete', () =>
      screeningDecisions.append({ ...input, reason: null }),
    );
    refusing('screening.decision-incomplete', () =>
      screeningDecisions.append({ ...input, kind: 'agree' }),
    );
    refusing('record.missing', () => screeningDecisions.append({ ...input, notes: [2] }));
    refusing('record.missing', () =>
      screeningDecisions.append({ ...input, subject: 'patient p2' }),
    );
    expect(JSON.stringify(audit.newest(9))).not.toContain('Zware');
    for (const file of readdirSync(folder, { withFileTypes: true })) {
      if (file.isFile()) expect(readFileSync(join(folder, file.name))).not.toContain('Zware');
    }
    const sql = openSql(folder);
    const changes = [
      `UPDATE screening_decisions SET remark = ''`,
      'DELETE FROM screening_decisions',
    ];
    for (const change of changes) expect(() => sql.run(change)).toThrow('never');
    expect(audit.verify().broken).toBeNull();
  });
});

describe('what a note is on a worklist', () => {
  it('follows score, threshold and set', () => {
    expect(outcomeOf(screenedNote())).toBe('alert');
    expect(outcomeOf(screenedNote({ predictionSet: ['no', 'yes'] }))).toBe('alert');
    expect(outcomeOf(screenedNote({ score: null, isAlert: null }))).toBe('not-judged');
    expect(outcomeOf(screenedNote({ isAlert: false, predictionSet: [] }))).toBe('undecided');
    expect(outcomeOf(screenedNote({ isAlert: false, predictionSet: null }))).toBe('clear');
    expect(outcomeOf(screenedNote({ isAlert: null }))).toBe('ranked');
  });

  it('is gathered under its patient, else under itself', () => {
    const note = { patient: 'p', collectionId: 1, noteId: 'n' };
    expect(subjectOf(note)).toBe(subjectOf({ ...note, collectionId: 2, noteId: 'm' }));
    expect(subjectOf({ ...note, patient: null })).not.toBe(
      subjectOf({ ...note, patient: null, collectionId: 2 }),
    );
  });
});
