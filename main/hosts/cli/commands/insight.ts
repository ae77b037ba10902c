import { Option, type Command } from 'commander';
import { AnamnesisError } from '#core/base/error.ts';
import { formatInstant } from '#core/base/format-number.ts';
import type { KeptInsight } from '#core/domain/insight.ts';
import type { ExplainedDocuments } from '#core/domain/note-explanation.ts';
import { explanationKind } from '#core/insight/explanation-order.ts';
import { exitCodes } from '../exit-codes.ts';
import { outputOf } from '../output.ts';
import { readCount } from '../read-count.ts';
import { stopOnSignals } from '../stop-on-signals.ts';
import { addWorkspaceOptions, withWorkspace, type WorkspaceOptions } from '../workspace-options.ts';
import { completeAndShow, showExplanation, type Showing } from './complete-and-show.ts';

interface ShowFlags extends WorkspaceOptions {
  readonly csv?: boolean;
  readonly svg?: boolean;
}

/** How the result of each kind is shown; of others as JSON. */
const showing: Partial<
  Record<string, (insight: KeptInsight, result: unknown, to: Showing) => void>
> = {
  [explanationKind]: (insight, result, to) => {
    showExplanation(insight, result as ExplainedDocuments, to);
  },
};

/** The group `insight`: what was found out of models, and is kept. */
export function addInsightCommands(program: Command, setExitCode: (code: number) => void): void {
  const insight = program
    .command('insight')
    .description('what was found out of models and kept: explanations, and more');
  addWorkspaceOptions(
    insight.command('list').description('the newest first, with models, settings and seed'),
  ).action((flags: WorkspaceOptions) =>
    withWorkspace(flags, (workspace) => {
      const kept = workspace.insights.list();
      const lines = kept.map(describeKept);
      outputOf(program).result(
        lines.length === 0 ? 'nothing was kept yet' : lines.join('\n'),
        kept,
      );
    }),
  );
  addWorkspaceOptions(
    insight
      .command('show')
      .description('show what was found; words of notes may stand in it')
      .argument('<id>', 'as the list has it')
      .addOption(new Option('--csv', 'write a table').conflicts('svg'))
      .option('--svg', 'write a picture'),
  ).action((id: string, flags: ShowFlags) =>
    withWorkspace(flags, (workspace) => {
      const kept = workspace.insights.get(readCount('id', id));
      if (kept.finishedAtMs === null) refuseUnfinished(kept);
      const result = workspace.insights.result(kept.id);
      const output = outputOf(program);
      const form = flags.csv === true ? 'csv' : flags.svg === true ? 'svg' : 'text';
      const show = showing[kept.kind];
      if (show === undefined) output.result(JSON.stringify(result, null, 2), result);
      else show(kept, result, { form, output });
    }),
  );
  addWorkspaceOptions(
    insight
      .command('resume')
      .description('go on with an explanation that was stopped')
      .argument('<id>', 'as the list has it'),
  ).action((id: string, flags: WorkspaceOptions) =>
    withWorkspace(flags, async (workspace) => {
      const kept = workspace.insights.get(readCount('id', id));
      if (kept.kind !== explanationKind) refuseKind(kept);
      const output = outputOf(program);
      const isStopped = await stopOnSignals((signal) =>
        completeAndShow(workspace, kept, { form: 'text', keep: true, output, signal }),
      );
      if (isStopped) setExitCode(exitCodes.stopped.code);
    }),
  );
  addWorkspaceOptions(
    insight
      .command('remove')
      .description('remove what was kept, with the texts that it holds')
      .argument('<id>', 'as the list has it'),
  ).action((id: string, flags: WorkspaceOptions) =>
    withWorkspace(flags, (workspace) => {
      const kept = workspace.insights.get(readCount('id', id));
      workspace.insights.remove(kept.id);
      outputOf(program).result(`removed ${describeKept(kept)}`, kept);
    }),
  );
}

function describeKept(kept: KeptInsight): string {
  const { id, kind, subject, models, seed, createdAtMs, finishedAtMs } = kept;
  const state = finishedAtMs === null ? ', not finished' : '';
  const named = models.map(({ name }) => name).join(', ');
  return `${id}  ${formatInstant(createdAtMs)}  ${kind} of ${subject}: ${named}, seed ${seed}${state}`;
}

function refuseUnfinished({ id }: KeptInsight): never {
  throw new AnamnesisError('api.invalid-input', {
    expected: 'one that has ended',
    found: 'one that was stopped, or is being made',
    remedy: `Go on with it: anamnesis insight resume ${id}`,
  });
}

function refuseKind({ kind }: KeptInsight): never {
  throw new AnamnesisError('api.invalid-input', {
    expected: `one of kind "${explanationKind}"`,
    found: kind,
    remedy: 'Give the command again that began it: it goes on.',
  });
}
