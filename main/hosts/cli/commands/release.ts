import { InvalidArgumentError, type Command } from 'commander';
import { draftRelease, releaseModel } from '#core/screening/release/release-model.ts';
import { standingOf } from '#core/domain/screening-release.ts';
import { describeContent, describeRelease } from '../describe-release.ts';
import { outputOf } from '../output.ts';
import { addWorkspaceOptions, withWorkspace, type WorkspaceOptions } from '../workspace-options.ts';

interface ReleaseFlags extends WorkspaceOptions {
  readonly name: string;
  readonly use: string;
  readonly population: string;
  readonly until: number;
  readonly dryRun: boolean;
}

/** The command `release`. */
export function addReleaseCommand(program: Command): void {
  addWorkspaceOptions(
    program
      .command('release')
      .description('put a fine-tuned model to work as a screening service, by a recorded decision')
      .argument('<model>', 'such as <study>/<task>/<model>/final (see "model list")')
      .requiredOption('--name <name>', 'of the service; a release of this name is replaced')
      .requiredOption('--use <text>', 'what it is for: people read it beside every list')
      .requiredOption('--population <text>', 'on whose notes')
      .requiredOption('--until <date>', 'its last day, such as 2027-06-30', readLastDay)
      .option('--dry-run', 'show what it could claim, release nothing', false),
  ).action((model: string, flags: ReleaseFlags) =>
    withWorkspace(flags, (workspace) => {
      const output = outputOf(program);
      const { name, use: intendedUse, population, until: untilMs, dryRun } = flags;
      if (dryRun) {
        const content = draftRelease(workspace, { model, intendedUse, population });
        output.result(['nothing was released', ...describeContent(content)].join('\n'), {
          dryRun: true,
          content,
        });
        return;
      }
      const decision = { name, model, intendedUse, population, untilMs };
      const release = releaseModel(workspace, decision);
      const nowMs = workspace.nowMs();
      output.result(describeRelease(release, nowMs).join('\n'), {
        ...release,
        standing: standingOf(release, nowMs),
      });
    }),
  );
}

const dayMs = 86_400_000;

/** The moment after the last day, in UTC. */
function readLastDay(text: string): number {
  const startMs = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  if (!Number.isNaN(startMs)) return startMs + dayMs;
  throw new InvalidArgumentError('A day such as 2027-06-30 is expected.');
}
