import { standingOf } from '#core/domain/screening-release.ts';
import type { WatchedMonth } from '#core/domain/screening-watch.ts';
import { estimateSample } from '#core/screening/watching/estimate-sample.ts';
import { tellAlarms } from '#core/screening/watching/tell-finding.ts';
import { passedMonths, watchRelease } from '#core/screening/watching/watch-release.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { WatchingView } from '../contract/watching.ts';
import type { WatchingService } from '../watching-port.ts';

export function createWatchingService(workspace: Workspace): WatchingService {
  const { screeningReleases, screeningMonths, screeningSamples, nowMs } = workspace;
  const look = (releaseId: number): WatchingView => {
    const release = screeningReleases.get(releaseId);
    const months = screeningMonths.list(releaseId);
    const judged = new Set(months.map(({ month }) => month));
    const drawn = screeningSamples.list(releaseId).at(0);
    const sample = drawn === undefined ? null : estimateSample(workspace, release, drawn);
    return {
      release: { id: releaseId, name: release.name, standing: standingOf(release, nowMs()) },
      months: months.map(viewMonth),
      due: passedMonths(workspace, release).filter((month) => !judged.has(month)),
      sample: sample && {
        ...{ month: sample.month, drawn: sample.drawn, claimed: sample.claimed },
        read: sample.present + sample.absent + sample.unclear,
        ...{ missed: sample.missed, sensitivity: sample.sensitivity },
      },
    };
  };
  return {
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    look: async (releaseId) => look(releaseId),
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    judge: async (releaseId) => {
      watchRelease(workspace, screeningReleases.get(releaseId));
      return look(releaseId);
    },
  };
}

function viewMonth({ month, content }: WatchedMonth): WatchingView['months'][number] {
  const { counts, prevalence, reference, falseAlarmRate, findings } = content;
  const alarms = tellAlarms(findings);
  return { month, counts, prevalence, reference, falseAlarmRate, findings, alarms };
}
