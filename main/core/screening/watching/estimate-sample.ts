import { largestOf } from '#core/base/extremes.ts';
import type { ScreeningRelease } from '#core/domain/screening-release.ts';
import {
  isSettled,
  type SampleEstimate,
  type SampleReading,
  type ScreeningSample,
} from '#core/domain/screening-watch.ts';
import type { ReadStratum } from '#core/evaluation/watching/count-bounds.ts';
import { pOfClaim, sensitivityOfSample } from '#core/evaluation/watching/sensitivity-of-sample.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { gatherPatients } from './gather-patients.ts';
import { boundsOf } from './months.ts';
import { readDecision } from './read-decision.ts';

/**
 * What a sample says of the sensitivity in its month, by what was read of it and decided so far. What
 * somebody could not tell counts as not read.
 */
export function estimateSample(
  workspace: Workspace,
  { content }: ScreeningRelease,
  sample: ScreeningSample,
): SampleEstimate {
  const readings = workspace.screeningSamples.readings(sample.id).filter(isSettled);
  const alerts = readAlerts(workspace, sample);
  const others = readStrata(sample, readings);
  const claimed = content.rule?.threshold ? content.rule.wanted.sensitivity : null;
  const count = (verdict: SampleReading['verdict']) =>
    readings.filter((reading) => reading.verdict === verdict).length;
  const isRead = others.every(({ read }) => read > 0);
  const isDecided = alerts.total === 0 || alerts.read > 0;
  const found = isRead ? sensitivityOfSample({ alerts, others }) : null;
  const value = found?.value ?? null;
  return {
    ...{ sampleId: sample.id, month: sample.month, drawn: sample.entries.length, alerts },
    ...{ present: count('present'), absent: count('absent'), unclear: count('unclear') },
    missed: found?.missed ?? null,
    sensitivity:
      found === null || value === null || !isDecided
        ? null
        : { value, lower: found.lower, upper: found.upper },
    claimed,
    p: isRead && isDecided && claimed !== null ? pOfClaim({ alerts, others }, claimed) : null,
  };
}

/** When the last patient of a sample was read, as often as it takes; null before all were. */
export function readUntilMs(
  { screeningSamples }: Workspace,
  sample: ScreeningSample,
): number | null {
  const readings = screeningSamples.readings(sample.id).filter(isSettled);
  return readings.length < sample.entries.length
    ? null
    : largestOf(readings.map(({ atMs }) => atMs));
}

function readStrata(
  { strata, entries }: ScreeningSample,
  readings: readonly SampleReading[],
): ReadStratum[] {
  return strata.map(({ patients }, stratum) => {
    const own = readings.filter(({ place }) => entries[place - 1].stratum === stratum);
    const positives = own.filter(({ verdict }) => verdict === 'present').length;
    const absent = own.filter(({ verdict }) => verdict === 'absent').length;
    return { total: patients, read: positives + absent, positives };
  });
}

/** Patients with an alert in the month, by the newest decision on each, whenever that was. */
function readAlerts(
  { screenedNotes, screeningDecisions }: Workspace,
  { releaseId, month }: ScreeningSample,
): ReadStratum {
  const { fromMs, toMs } = boundsOf(month);
  const alerted = gatherPatients(screenedNotes.between(releaseId, fromMs, toMs))
    .filter(({ isAlert }) => isAlert)
    .map(({ subject }) => subject);
  const said = new Map(
    screeningDecisions
      .list(releaseId)
      .map((decision) => [decision.subject, readDecision(decision)]),
  );
  const verdicts = alerted.map((subject) => said.get(subject) ?? null);
  return {
    total: alerted.length,
    read: verdicts.filter((verdict) => verdict !== null).length,
    positives: verdicts.filter((verdict) => verdict === true).length,
  };
}
