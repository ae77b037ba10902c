import type { Command } from 'commander';
import { planStudyRemoval, type StudyRemoval } from '#core/study/removal/plan-study-removal.ts';
import { findStoredData, removeData, requireUnused } from '#core/study/removal/remove-data.ts';
import { removeStudy } from '#core/study/removal/remove-study.ts';
import { listStoredData, type DataKind, type StoredData } from '#core/study/removal/stored-data.ts';
import { formatCount, formatInstant } from '#core/base/format-number.ts';
import { describeCompacted, formatMegabytes } from '../describe-room.ts';
import { findStudy } from '../find-study.ts';
import { outputOf } from '../output.ts';
import { addWorkspaceOptions, withWorkspace, type WorkspaceOptions } from '../workspace-options.ts';

interface RemovalOptions extends WorkspaceOptions {
  readonly yes: boolean;
}

const confirmation = [
  '--yes',
  'remove it for good; without this, only show what would go',
] as const;
const nothingRemoved = 'Nothing was removed: --yes removes it for good.';

/** `study remove`, in the group of the commands on studies. */
export function addStudyRemoval(study: Command, program: Command): void {
  addWorkspaceOptions(
    study
      .command('remove')
      .description(
        'remove a study with its results, models, and the texts that no other study reads',
      )
      .argument('<name>', 'name of the study')
      .option(...confirmation, false),
  ).action((name: string, options: RemovalOptions) =>
    withWorkspace(options, async (workspace) => {
      const found = findStudy(workspace, name);
      if (!options.yes) {
        const planned = planStudyRemoval(workspace, found);
        const lines = [...describeRemoval(planned, 'would remove'), nothingRemoved];
        outputOf(program).result(lines.join('\n'), { removed: false, ...planned });
        return;
      }
      const { removal, compacted } = await removeStudy(workspace, found);
      const lines = [...describeRemoval(removal, 'removed'), describeCompacted(compacted)];
      outputOf(program).result(lines.join('\n'), {
        removed: true,
        ...removal,
        database: compacted,
      });
    }),
  );
}

const groups = {
  corpus: {
    description: 'list and remove the corpora that studies have read',
    none: 'no corpora yet: "study run" reads those of its plan',
    items: 'lines',
  },
  dataset: {
    description: 'list and remove the labelled sets that studies have read',
    none: 'no labelled sets yet: "study run" reads those of its plan',
    items: 'examples',
  },
} as const satisfies Record<DataKind, object>;

/** The groups `corpus` and `dataset`. */
export function addDataCommands(program: Command): void {
  for (const kind of ['corpus', 'dataset'] as const) {
    const group = program.command(kind).description(groups[kind].description);
    addWorkspaceOptions(
      group.command('list').description('list them, with their ids and the studies that read them'),
    ).action((options: WorkspaceOptions) =>
      withWorkspace(options, (workspace) => {
        const data = listStoredData(workspace).filter((each) => each.kind === kind);
        const lines = data.map(
          (each) => `${each.id}  ${describeData(each)}; ${readBy(each.studies)}`,
        );
        outputOf(program).result(lines.length === 0 ? groups[kind].none : lines.join('\n'), data);
      }),
    );
    addWorkspaceOptions(
      group
        .command('remove')
        .description('remove one that no study reads any more')
        .argument('<name>', 'its name or id (see "list")')
        .option(...confirmation, false),
    ).action((reference: string, options: RemovalOptions) =>
      withWorkspace(options, (workspace) => {
        const data = findStoredData(workspace, { kind, reference });
        requireUnused(data);
        if (!options.yes) {
          const lines = [`would remove ${describeData(data)}`, nothingRemoved];
          outputOf(program).result(lines.join('\n'), { removed: false, ...data });
          return;
        }
        const compacted = removeData(workspace, data);
        const lines = [`removed ${describeData(data)}`, describeCompacted(compacted)];
        outputOf(program).result(lines.join('\n'), { removed: true, ...data, database: compacted });
      }),
    );
  }
}

function describeRemoval(removal: StudyRemoval, verb: string): string[] {
  const { study, runCount, models, trainingCount, filesBytes, data, sharedData } = removal;
  return [
    `${verb} study ${study}: ${runCount} runs with their results, ${formatMegabytes(filesBytes)} of files`,
    ...models.map(
      ({ id, name, reference }) =>
        `  model ${reference}${reference === id ? ` (${name}, superseded)` : ''}`,
    ),
    ...(trainingCount === 0 ? [] : [`  what is kept of ${trainingCount} trainings under way`]),
    ...data.map((each) => `  ${describeData(each)}`),
    ...sharedData.map((each) => {
      const others = each.studies.filter((name) => name !== study);
      return `  stays: ${describeData(each)}; ${readBy(others)}`;
    }),
    'Files outside the workspace stay: sources, results, exports, backups.',
  ];
}

function describeData({ kind, name, itemCount, createdAtMs }: StoredData): string {
  const noun = kind === 'corpus' ? 'corpus' : 'labelled set';
  return `${noun} ${name}, ${formatCount(itemCount)} ${groups[kind].items}, read ${formatInstant(createdAtMs)}`;
}

function readBy(studies: readonly string[]): string {
  return studies.length === 0 ? 'no study reads it' : `read by ${studies.join(', ')}`;
}
