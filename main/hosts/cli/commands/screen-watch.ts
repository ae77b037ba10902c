import { InvalidArgumentError, type Command } from 'commander';
import { standingOf } from '#core/domain/screening-release.ts';
import { findRelease } from '#core/screening/release/find-release.ts';
import { estimateSample } from '#core/screening/watching/estimate-sample.ts';
import { tellAlarms } from '#core/screening/watching/tell-finding.ts';
import { usualFalseAlarmRate, watchRelease } from '#core/screening/watching/watch-release.ts';
import { nameRelease } from '../describe-release.ts';
import { describeMonth, describeSample } from '../describe-watch.ts';
import { outputOf } from '../output.ts';
import { addWorkspaceOptions, withWorkspace, type WorkspaceOptions } from '../workspace-options.ts';

interface WatchFlags extends WorkspaceOptions {
  readonly rate: number;
}

export function addScreenWatch(screen: Command, program: Command): void {
  addWorkspaceOptions(
    screen
      .command('watch')
      .description('judge the months that have passed, each once: what changed, and what to do')
      .argument('<release>', 'its name, or its number in "screen list"')
      .option(
        '--rate <share>',
        'the share of months without any change that may have an alarm',
        readShare,
        usualFalseAlarmRate,
      ),
  ).action((named: string, flags: WatchFlags) =>
    withWorkspace(flags, (workspace) => {
      const release = findRelease(workspace, named);
      const nowMs = workspace.nowMs();
      const months = watchRelease(workspace, release, flags.rate);
      const sample = workspace.screeningSamples.list(release.id).at(0);
      const estimate = sample === undefined ? null : estimateSample(workspace, release, sample);
      outputOf(program).result(
        [
          nameRelease(release, nowMs),
          ...months.flatMap(describeMonth),
          ...(months.length === 0 ? ['no month with notes has passed yet'] : []),
          ...(estimate === null ? [] : describeSample(estimate)),
        ].join('\n'),
        {
          release: { id: release.id, name: release.name, standing: standingOf(release, nowMs) },
          months: months.map((month) => ({ ...month, alarms: tellAlarms(month.content.findings) })),
          sample: estimate,
        },
      );
    }),
  );
}

function readShare(text: string): number {
  const share = Number(text);
  if (share > 0 && share < 1) return share;
  throw new InvalidArgumentError('A share between 0 and 1, such as 0.05.');
}
