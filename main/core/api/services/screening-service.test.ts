import { describe, expect, it } from 'vitest';
import { noScreeningCounts } from '#core/domain/screening.ts';
import { refusingLater } from '#core/storage/testing/refusing.ts';
import {
  putDocuments,
  releaseContent,
  screenedNote,
} from '#core/storage/testing/screened-documents.ts';
import { newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import {
  screenedPatientSchema,
  screeningReleaseSchema,
  worklistSchema,
} from '../contract/screening.ts';
import { inspectionSchema } from '../contract/screening-inspection.ts';
import { createScreeningService } from './screening-service.ts';

function screened(texts: readonly string[]) {
  const workspace = newWorkspace();
  const { screeningReleases, screenings } = workspace;
  const release = screeningReleases.put({
    name: 'offer',
    content: { ...releaseContent, text: { ...releaseContent.text, languages: ['nl'] } },
    untilMs: Date.now() + 1e9,
  });
  const screening = screenings.begin({ releaseId: release.id, source: null });
  const { numbers } = putDocuments(workspace, texts);
  const notes = numbers.map((number, at) =>
    screenedNote({
      ...{ number, noteId: `n${at + 1}`, probability: (at + 1) / 10, score: (at + 1) / 10 },
      ...{ patient: 'p', subject: 'patient p', isAlert: at > 0, doubts: [] },
    }),
  );
  screenings.keep(screening.id, { notes, counts: noScreeningCounts });
  const termsOf = (language: string) => (language === 'nl' ? ['lues', 'herpes zoster'] : []);
  return { releaseId: release.id, service: createScreeningService({ workspace, termsOf }) };
}

describe('Screening in the window', () => {
  it('tells of a release what may be claimed of it', async () => {
    const { service } = screened([]);
    const [release] = (await service.releases()).map((each) => screeningReleaseSchema.parse(each));
    expect(release).toMatchObject({ name: 'offer', standing: 'for-trial', threshold: null });
    expect(release.trialReasons).toEqual(['no locked test']);
  });

  it('lists a patient once, and shows all notes, the likeliest first, with their terms', async () => {
    const { service, releaseId } = screened(['Geen klachten.', 'Eerder LUES, nu herpes zoster.']);
    const list = worklistSchema.parse(
      await service.worklist({ releaseId, filter: 'open', offset: 0, limit: 10 }),
    );
    expect(list.entries).toMatchObject([{ subject: 'patient p', notes: 2, probability: 0.2 }]);
    const { notes, decisions } = screenedPatientSchema.parse(
      await service.patient({ releaseId, subject: 'patient p' }),
    );
    expect(notes.map(({ noteId, outcome }) => [noteId, outcome])).toEqual([
      ['n2', 'alert'],
      ['n1', 'clear'],
    ]);
    const [{ document }] = notes;
    const marked = document?.terms.map(({ start, end }) => document.text.slice(start, end));
    expect(marked).toEqual(['LUES', 'herpes zoster']);
    expect(decisions).toEqual([]);
  });

  it('shows a very long note by its beginning', async () => {
    const { service, releaseId } = screened(['woord '.repeat(20_000)]);
    const { notes } = await service.patient({ releaseId, subject: 'patient p' });
    expect(notes[0].document).toMatchObject({ isWhole: false });
    expect(notes[0].document?.text).toHaveLength(60_000);
  });

  it('keeps what is decided of all notes of a patient', async () => {
    const { service, releaseId } = screened(['a', 'b']);
    const of = { releaseId, subject: 'patient p', remark: 'gezien' };
    await refusingLater(
      'screening.decision-incomplete',
      service.decide({ ...of, kind: 'disagree', reason: null }),
    );
    await service.decide({ ...of, kind: 'disagree', reason: 'past' });
    const { decisions, entry } = await service.patient(of);
    expect(decisions).toMatchObject([{ kind: 'disagree', reason: 'past', remark: 'gezien' }]);
    expect(entry).toMatchObject({ isOpen: false, decision: 'disagree' });
    const nobody = { releaseId, subject: 'patient q' };
    await refusingLater('record.missing', service.patient(nobody));
    await refusingLater(
      'record.missing',
      service.decide({ ...nobody, kind: 'agree', reason: null, remark: '' }),
    );
  });

  it('tells all that is kept of a release, proven, and finds what is asked for', async () => {
    const { service, releaseId } = screened(['Geen klachten.', 'Eerder lues.', 'Moe.']);
    await service.decide({
      ...{ releaseId, subject: 'patient p', kind: 'agree', reason: null, remark: 'seen' },
    });
    const asked = { releaseId, patient: '', note: '', person: '', from: '', to: '' };
    const all = inspectionSchema.parse(await service.inspect({ ...asked, offset: 0, limit: 2 }));
    expect(all.proof).toMatchObject({
      ...{ isProven: true, batches: { proven: 1, changed: 0, unrecorded: 0 } },
      ...{ decisions: { proven: 1 }, notes: { kept: 3, recorded: 3 } },
    });
    expect([all.total, all.notes.length]).toEqual([3, 2]);
    expect(all.notes[1]).toMatchObject({
      ...{ noteId: 'n2', outcome: 'alert', proof: { state: 'proven' } },
      decisions: [{ kind: 'agree', remark: 'seen', correctedBy: null }],
    });
    const found = await service.inspect({ ...asked, note: ' n3 ', offset: 0, limit: 9 });
    expect(found.notes.map(({ noteId }) => noteId)).toEqual(['n3']);
    const none = await service.inspect({ ...asked, patient: 'q', offset: 0, limit: 9 });
    expect(none).toMatchObject({ total: 0, proof: { isProven: true } });
  });
});
