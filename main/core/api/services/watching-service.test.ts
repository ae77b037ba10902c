import { describe, expect, it } from 'vitest';
import { noScreeningCounts } from '#core/domain/screening.ts';
import { refusingLater } from '#core/storage/testing/refusing.ts';
import {
  putDocuments,
  releaseContent,
  screenedNote,
} from '#core/storage/testing/screened-documents.ts';
import { newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import { watchingSchema } from '../contract/watching.ts';
import { createWatchingService } from './watching-service.ts';

/** Two months: of the second all patients have an alert. */
function watched() {
  const clock = { nowMs: Date.UTC(2026, 8, 10) };
  const workspace = newWorkspace({ nowMs: () => clock.nowMs });
  const { screeningReleases, screenings } = workspace;
  const { id: releaseId } = screeningReleases.put({
    ...{ name: 'offer', content: releaseContent, untilMs: Date.UTC(2028, 0) },
  });
  const texts = Array.from({ length: 240 }, (_, at) => `Notitie ${at}`);
  const { numbers } = putDocuments(workspace, texts);
  for (const [month, isAlert] of [false, true].entries()) {
    clock.nowMs = Date.UTC(2026, 8 + month, 10);
    const { id } = screenings.begin({ releaseId, source: null });
    const notes = numbers.slice(120 * month, 120 * (month + 1)).map((number, at) => {
      const patient = `p${number}`;
      const score = (at % 100) / 100;
      return screenedNote({
        ...{ number, noteId: `n${number}`, patient, subject: `patient ${patient}` },
        ...{ score, probability: score, isAlert, doubts: [] },
      });
    });
    screenings.keep(id, { notes, counts: noScreeningCounts });
    screenings.end(id, { state: 'finished', counts: noScreeningCounts });
  }
  clock.nowMs = Date.UTC(2026, 10, 2);
  return { releaseId, service: createWatchingService(workspace) };
}

describe('Watching in the window', () => {
  it('says which months are due, and shows them once they are judged', async () => {
    const { service, releaseId } = watched();
    const before = watchingSchema.parse(await service.look(releaseId));
    expect([before.due, before.months]).toEqual([['2026-09', '2026-10'], []]);
    expect(before).toMatchObject({ release: { name: 'offer' }, sample: null });
    const after = watchingSchema.parse(await service.judge(releaseId));
    expect(after.due).toEqual([]);
    expect(after.months.map(({ alarms }) => alarms.length)).toEqual([0, 1]);
    expect(after.months[1]).toMatchObject({
      ...{ month: '2026-10', reference: ['2026-09'], falseAlarmRate: 0.05 },
      alarms: [{ changed: { english: 'Alerts: 100 % of the patients instead of 0 %.' } }],
    });
    expect(await service.look(releaseId)).toEqual(after);
  });

  it('refuses a release that is not there', async () => {
    await refusingLater('record.missing', watched().service.judge(9));
  });
});
