import type { Command } from 'commander';
import { formatCount, formatInstant } from '#core/base/format-number.ts';
import { standingOf } from '#core/domain/screening-release.ts';
import type { Screening } from '#core/domain/screening.ts';
import { findRelease } from '#core/screening/release/find-release.ts';
import { describeRelease, nameRelease } from '../describe-release.ts';
import { outputOf } from '../output.ts';
import { addWorkspaceOptions, withWorkspace, type WorkspaceOptions } from '../workspace-options.ts';
import { addScreenDecide } from './screen-decide.ts';
import { addScreenInspect } from './screen-inspect.ts';
import { addScreenHandOut } from './screen-hand-out.ts';
import { addScreenWorklist } from './screen-worklist.ts';
import { addScreenRun } from './screen-run.ts';
import { addScreenSample } from './screen-sample.ts';
import { addScreenWatch } from './screen-watch.ts';

/** The group `screen`: released models at work. */
export function addScreenCommands(program: Command, setExitCode: (code: number) => void): void {
  const screen = program
    .command('screen')
    .description('released models at work on new notes: run, look at, decide, watch');
  addScreenRun(screen, program, setExitCode);
  addWorkspaceOptions(screen.command('list').description('the releases, the newest first')).action(
    (flags: WorkspaceOptions) =>
      withWorkspace(flags, (workspace) => {
        const nowMs = workspace.nowMs();
        const releases = workspace.screeningReleases.list();
        const lines = releases.map((release) => nameRelease(release, nowMs));
        const none = 'no releases yet: anamnesis release <model> …';
        outputOf(program).result(
          lines.length === 0 ? none : lines.join('\n'),
          releases.map((release) => ({ ...release, standing: standingOf(release, nowMs) })),
        );
      }),
  );
  addWorkspaceOptions(
    screen
      .command('show')
      .description('a release with all that was decided, and its screenings, the newest first')
      .argument('<release>', 'its name, or its number in the list'),
  ).action((named: string, flags: WorkspaceOptions) =>
    withWorkspace(flags, (workspace) => {
      const release = findRelease(workspace, named);
      const nowMs = workspace.nowMs();
      const screenings = workspace.screenings.list(release.id);
      const lines = [...describeRelease(release, nowMs), ...screenings.map(describeScreening)];
      outputOf(program).result(lines.join('\n'), {
        ...release,
        standing: standingOf(release, nowMs),
        screenings,
      });
    }),
  );
  addScreenWorklist(screen, program);
  addScreenDecide(screen, program);
  addScreenHandOut(screen, program);
  addScreenInspect(screen, program, setExitCode);
  addScreenWatch(screen, program);
  addScreenSample(screen, program);
}

function describeScreening({ id, createdAtMs, state, counts }: Screening): string {
  const { notes, scored, alerts, notJudged } = counts;
  return `  screening ${id}  ${formatInstant(createdAtMs)}  ${state}  ${formatCount(notes)} notes: ${formatCount(scored)} scored, ${formatCount(alerts)} alerts, ${formatCount(notJudged)} not judged`;
}
