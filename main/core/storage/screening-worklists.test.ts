import { describe, expect, it } from 'vitest';
import type { NewScreenedNote } from '#core/domain/screening.ts';
import { noScreeningCounts } from '#core/domain/screening.ts';
import type { WorklistFilter } from '#core/domain/screening-worklist.ts';
import { putDocuments, releaseContent, screenedNote } from './testing/screened-documents.ts';
import { newWorkspace } from './testing/temporary-workspace.ts';

/** A release at work on notes of whom it is said who they are of. */
function worklist() {
  const clock = { nowMs: 1_000 };
  const workspace = newWorkspace({ nowMs: () => clock.nowMs });
  const { screeningReleases, screenings, screeningDecisions, screeningWorklists } = workspace;
  const release = screeningReleases.put({
    ...{ name: 'tests', content: releaseContent, untilMs: 10_000 },
  });
  const screening = screenings.begin({ releaseId: release.id, source: null });
  const { numbers } = putDocuments(
    workspace,
    Array.from({ length: 12 }, (_, at) => `text ${at}`),
  );
  let next = 0;
  const page = (filter: WorklistFilter, restingSinceMs: number | null = null) =>
    screeningWorklists.page({
      ...{ releaseId: release.id, filter, restingSinceMs, offset: 0, limit: 10 },
    });
  const clear = { isAlert: false, predictionSet: ['no'] };
  return {
    clock,
    clear,
    say: (patient: string, probability: number | null, changes: Partial<NewScreenedNote> = {}) => {
      const note = screenedNote({
        ...{ number: numbers[next++], noteId: `n${next}`, patient, subject: `patient ${patient}` },
        ...{ probability, score: probability, ...changes },
      });
      screenings.keep(screening.id, { notes: [note], counts: noScreeningCounts });
      return next;
    },
    decide: (patient: string, kind: 'agree' | 'defer', notes: readonly number[]) => {
      screeningDecisions.append({
        ...{ releaseId: release.id, subject: `patient ${patient}`, patient, notes },
        ...{ kind, reason: null, remark: '' },
      });
    },
    page,
    names: (filter: WorklistFilter, restingSinceMs: number | null = null) =>
      page(filter, restingSinceMs).entries.map(({ patient }) => patient),
    find: (patient: string) =>
      screeningWorklists.find(
        { releaseId: release.id, restingSinceMs: null },
        `patient ${patient}`,
      ),
  };
}

describe('A worklist', () => {
  it('gathers notes under their patients, of whom the likeliest counts and comes first', () => {
    const { say, page, clear, find } = worklist();
    say('a', 0.3, { isAlert: true });
    say('b', 0.1, clear);
    say('b', 0.9, { isAlert: true });
    say('c', 0.2, clear);
    const { entries, total, counts } = page('all');
    expect(entries.map(({ patient, probability }) => [patient, probability])).toEqual([
      ['b', 0.9],
      ['a', 0.3],
      ['c', 0.2],
    ]);
    expect(entries[0]).toMatchObject({ notes: 2, noteId: 'n3', isAlert: true, decision: null });
    expect(total).toBe(3);
    expect(counts).toEqual({ open: 2, decided: 0, 'not-judged': 0, all: 3 });
    expect(find('b')).toEqual(entries[0]);
    expect(find('nobody')).toBeUndefined();
  });

  it('is open for what a model cannot tell, and lists apart what it did not judge', () => {
    const { say, names, clear } = worklist();
    say('clear', 0.1, clear);
    say('both', 0.2, { ...clear, predictionSet: ['no', 'yes'] });
    say('neither', 0.15, { ...clear, predictionSet: [] });
    say('ranked', 0.12, { isAlert: null, threshold: null, predictionSet: null });
    say('unread', null, { isAlert: null, predictionSet: null, doubts: [{ kind: 'empty' }] });
    expect(names('open')).toEqual(['both', 'neither', 'ranked']);
    expect(names('not-judged')).toEqual(['unread']);
    expect(names('all').at(-1)).toBe('unread');
  });

  it('ends with a decision, stays with one that was deferred, and begins again with a new alert', () => {
    const { say, decide, names, page, clear, clock } = worklist();
    const first = say('a', 0.9, { isAlert: true });
    say('b', 0.8, { isAlert: true });
    decide('a', 'agree', [first]);
    decide('b', 'defer', [2]);
    expect(names('open')).toEqual(['b']);
    expect(names('decided')).toEqual(['a']);
    expect(page('decided').entries[0].decision).toMatchObject({ kind: 'agree', atMs: 1_000 });
    say('a', 0.1, clear);
    expect(names('open')).toEqual(['b']);
    clock.nowMs = 2_000;
    say('a', 0.95, { isAlert: true });
    expect(names('open')).toEqual(['a', 'b']);
    expect(names('decided')).toEqual([]);
    // Decided on at 1,000: at rest for whoever looks back further.
    expect(names('open', 500)).toEqual(['b']);
    expect(names('open', 1_500)).toEqual(['a', 'b']);
  });

  it('is of one release alone, and is read page by page', () => {
    const { say, page } = worklist();
    for (let at = 0; at < 12; at++) say(`p${at}`, at / 20, { isAlert: true });
    const { entries, total } = page('all');
    expect([entries.length, total]).toEqual([10, 12]);
  });
});
