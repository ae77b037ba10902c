import { describe, expect, it } from 'vitest';
import { isSettled } from '#core/domain/screening-watch.ts';
import { actAs } from './acting-person.ts';
import { hashJson } from './hash-json.ts';
import { refusing } from './testing/refusing.ts';
import { releaseContent } from './testing/screened-documents.ts';
import { newWorkspace, openSql } from './testing/temporary-workspace.ts';

const strata = [{ from: 0, patients: 9, drawn: 2 }];
const entries = ['a', 'b'].map((patient) => {
  return { subject: `patient ${patient}`, patient, stratum: 0, notes: [1] };
});

function sampled() {
  const workspace = newWorkspace();
  const { id: releaseId } = workspace.screeningReleases.put({
    ...{ name: 'tests', content: releaseContent, untilMs: 4_000_000_000_000 },
  });
  const drawn = { releaseId, month: '2026-09', seed: 3, strata, entries };
  return { workspace, releaseId, sample: workspace.screeningSamples.put(drawn) };
}

describe('A sample', () => {
  it('is kept as it was drawn, with a hash in the audit log, and never changed', () => {
    const { workspace, releaseId, sample } = sampled();
    const { screeningSamples, audit, folder } = workspace;
    expect(screeningSamples.list(releaseId)).toEqual([sample]);
    expect(sample).toMatchObject({ month: '2026-09', seed: 3, strata, entries });
    expect(audit.newest(1)[0]).toMatchObject({
      action: 'screening.sampled',
      detail: { patients: 2, hash: hashJson({ strata, entries }) },
    });
    for (const statement of [
      `UPDATE screening_samples SET seed = 4`,
      `DELETE FROM screening_samples`,
    ]) {
      expect(() => openSql(folder).run(statement)).toThrow('a sample is never');
    }
  });

  it('keeps who read what; the newest counts, and what was found is read again', () => {
    const { workspace, sample } = sampled();
    const { screeningSamples } = workspace;
    const read = (place: number, verdict: 'present' | 'absent') =>
      screeningSamples.read({ sampleId: sample.id, place, verdict });
    const first = actAs('person', () => read(2, 'present'));
    expect(first).toMatchObject({ place: 2, person: 'person', times: 1 });
    expect(isSettled(first)).toBe(false);
    expect([read(1, 'absent'), read(2, 'absent')].map(isSettled)).toEqual([true, true]);
    expect(isSettled(read(2, 'present'))).toBe(true);
    expect(screeningSamples.readings(sample.id)).toMatchObject([
      { place: 1, verdict: 'absent', times: 1 },
      { place: 2, verdict: 'present', times: 3, person: null },
    ]);
    for (const place of [0, -1, 3]) refusing('record.missing', () => read(place, 'absent'));
    expect(() => openSql(workspace.folder).run(`DELETE FROM screening_readings`)).toThrow(
      'a reading is never',
    );
  });
});

describe('A watched month', () => {
  it('is kept once', () => {
    const { workspace, releaseId } = sampled();
    const { screeningMonths } = workspace;
    const content = {
      counts: { patients: 1, scored: 1, alerts: 0, notJudged: 0, decided: 0, agreed: 0 },
      ...{ prevalence: null, sensitivity: null, reference: [], falseAlarmRate: 0.05, findings: [] },
    };
    const month = screeningMonths.put({ releaseId, month: '2026-09', content });
    expect(screeningMonths.list(releaseId)).toEqual([month]);
    expect(() => screeningMonths.put({ releaseId, month: '2026-09', content })).toThrow('UNIQUE');
    expect(() => openSql(workspace.folder).run(`DELETE FROM screening_months`)).toThrow(
      'a watched month is never',
    );
  });
});
