import { describe, expect, it } from 'vitest';
import { inEnglish } from '#core/base/phrase.ts';
import { estimateSample } from '#core/screening/watching/estimate-sample.ts';
import { tellAlarms } from '#core/screening/watching/tell-finding.ts';
import { watchRelease } from '#core/screening/watching/watch-release.ts';
import { refusing } from '#core/storage/testing/refusing.ts';
import { threeMonths } from './hospital.ts';
import { withRelease } from './released-model.ts';

describe('A hospital that is watched for three months', () => {
  it('has an alarm in the third, in which the notes changed, which says what, and none before', async () => {
    const place = await threeMonths();
    const { workspace, release } = place;
    const months = watchRelease(workspace, release);
    const alarmed = months.map(({ content }) =>
      content.findings.filter(({ isAlarm }) => isAlarm).map(({ name }) => name),
    );
    expect(months.map(({ month }) => month)).toEqual(['2026-09', '2026-10', '2026-11']);
    expect(months.map(({ content }) => content.reference)).toEqual([[], ['2026-09'], ['2026-09']]);
    expect(alarmed).toEqual([[], [], expect.arrayContaining(['text', 'unknown-words'])]);
    const told = tellAlarms(months[2].content.findings).map(({ changed, remedy }) => [
      inEnglish(changed),
      inEnglish(remedy),
    ]);
    const [changed, remedy] = told[alarmed[2].indexOf('unknown-words')];
    expect(changed).toMatch(/never met: [\d.]+ % of those of a note instead of 0\.\d+ %/);
    expect(remedy).toContain('release it anew');
    expect(workspace.screeningReleases.get(release.id).content).toEqual(release.content);
    for (const { content } of months) {
      const { patients, scored, alerts, decided, agreed } = content.counts;
      expect([patients, scored]).toEqual([500, 500]);
      expect(decided).toBe(alerts);
      expect(agreed).toBeGreaterThan(0);
      // Half of those that it learned from are positive, one of fifty here.
      expect(content.prevalence!.upper).toBeLessThan(0.1);
    }
    // Each month once, whatever is asked later.
    expect(watchRelease(workspace, release, 0.5)).toEqual(months);
    const watched = workspace.audit
      .newest(5_000)
      .filter(({ action }) => action === 'screening.watched');
    expect(watched.map(({ detail }) => detail['month'])).toEqual(['2026-11', '2026-10', '2026-09']);
    expect(workspace.audit.verify().broken).toBeNull();
  });

  it('knows its sensitivity within an interval from what people read of a random sample', async () => {
    const place = await threeMonths();
    const { workspace, release, sample } = place;
    const months = watchRelease(workspace, release);
    const { sensitivity, missed, drawn, unclear } = estimateSample(workspace, release, sample);
    expect([drawn, unclear]).toEqual([150, 0]);
    const truth = place.trueSensitivity('2026-09');
    expect(truth).toBeGreaterThan(0.5);
    expect(sensitivity!.lower).toBeLessThanOrEqual(truth);
    expect(sensitivity!.upper).toBeGreaterThanOrEqual(truth);
    expect(sensitivity!.upper - sensitivity!.lower).toBeLessThan(0.6);
    expect(missed!.lower).toBeLessThanOrEqual(missed!.value);
    // In the month in which the reading ended.
    const found = months.map(({ content }) => content.sensitivity?.sampleId ?? null);
    expect(found).toEqual([null, sample.id, null]);
    expect(months[1].content.findings.at(-1)).toMatchObject({ name: 'sensitivity', before: 0.8 });
    // The same seed draws the same patients, none of whom had an alert.
    const again = place.draw('2026-09');
    expect(again.entries).toEqual(sample.entries);
    expect(new Set(sample.entries.map(({ subject }) => subject)).size).toBe(150);
    const notes = sample.entries.flatMap((entry) => entry.notes);
    expect(notes.some((id) => workspace.screenedNotes.get(id).isAlert === true)).toBe(false);
    const [near, far] = sample.strata;
    expect([near.drawn, far.drawn]).toEqual([
      near.patients < 75 ? near.patients : 75,
      150 - near.drawn,
    ]);
    for (const { stratum, notes: ids } of sample.entries) {
      const { probability } = workspace.screenedNotes.get(ids[0]);
      if (stratum === 0) expect(probability).toBeGreaterThanOrEqual(near.from);
      else expect(probability).toBeLessThanOrEqual(near.from);
    }
    expect(place.draw('2026-10', 5_000).entries.length).toBe(500 - months[1].content.counts.alerts);
    // Of no month that has not passed, and of none without notes.
    refusing('screening.nothing-to-sample', () => place.draw('2026-12'));
    refusing('screening.nothing-to-sample', () => place.draw('2026-07'));
    refusing('screening.nothing-to-sample', () => place.draw('2026-09', 1));
  });
});

describe('A release', () => {
  it('without notes has nothing to watch, and refuses a rate that is none', async () => {
    const { workspace, release } = await withRelease(['fever']);
    expect(watchRelease(workspace, release)).toEqual([]);
    refusing('evaluation.out-of-range', () => watchRelease(workspace, release, 0));
  });
});
