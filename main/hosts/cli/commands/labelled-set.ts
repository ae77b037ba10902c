import { removeSet } from '#core/study/removal/remove-documents.ts';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { formatCount, formatInstant } from '#core/base/format-number.ts';
import { compareSetVersions } from '#core/collection/sets/compare-set-versions.ts';
import { readSourceFiles } from '#core/collection/files/source-files.ts';
import { isLocked } from '#core/collection/sets/lock-sets.ts';
import { freezeSet } from '#core/collection/sets/freeze-set.ts';
import { flattenSet } from '#core/collection/sets/flatten-set.ts';
import type { DatasetKind } from '#core/storage/datasets.ts';
import type { LabelledSetVersion } from '#core/storage/labelled-sets.ts';
import { outputOf } from '../output.ts';
import { addWorkspaceOptions, withWorkspace, type WorkspaceOptions } from '../workspace-options.ts';
import { readVersion } from './document-choice.ts';
import { addFilterOptions, filterOf, type FilterFlags } from './filter-options.ts';

interface CheckFlags extends WorkspaceOptions {
  readonly kind: DatasetKind;
  readonly setVersion?: number;
}

interface FreezeFlags extends WorkspaceOptions, FilterFlags {
  readonly documents?: string;
  readonly patients?: string;
  readonly share?: number;
  readonly seed: number;
  readonly locked: boolean;
}

/** The group `set`. */
export function addLabelledSetCommands(program: Command): void {
  const set = program
    .command('set')
    .description('freeze labelled sets: which documents, with which annotations');

  addFilterOptions(
    addWorkspaceOptions(
      set
        .command('freeze')
        .description('freeze what collections hold now as the next version of a set')
        .argument('<set>', 'its name; it is made where it is not there')
        .argument('<collection...>', 'names of collections')
        .option('--documents <file>', 'only the documents whose ids it lists, one a line')
        .option('--patients <file>', 'only documents of the patients that it lists, one a line')
        .option(
          '--share <share>',
          'only those of a share of the patients, such as 0.2, drawn by --seed',
          readShare,
        )
        .option('--seed <number>', 'by which patients are drawn', readSeed, 42)
        .option('--locked', 'a test set that is kept for the end: later uses are recorded', false),
    ),
  ).action((name: string, collections: string[], flags: FreezeFlags) => {
    const { share, seed, locked } = flags;
    const documents = flags.documents === undefined ? undefined : readList(flags.documents);
    const patients = flags.patients === undefined ? undefined : readList(flags.patients);
    return withWorkspace(flags, (workspace) => {
      const choice = {
        collections,
        where: filterOf(flags),
        ...(documents === undefined ? {} : { documents }),
        ...(patients === undefined ? {} : { patients }),
        ...(share === undefined ? {} : { draw: { share, seed } }),
      };
      const frozen = freezeSet(workspace, name, choice, { isLocked: locked });
      const done = locked ? 'froze and locked' : 'froze';
      outputOf(program).result(`${done} ${describeVersion(frozen)}`, {
        ...frozen,
        isLocked: locked,
      });
    });
  });

  addWorkspaceOptions(set.command('list').description('list the versions of all sets')).action(
    (options: WorkspaceOptions) =>
      withWorkspace(options, (workspace) => {
        const versions = workspace.labelledSets.list();
        const none = 'no sets yet: anamnesis set freeze <name> <collection...>';
        const shown = versions.map((each) => ({ ...each, isLocked: isLocked(workspace, each) }));
        const lines = shown.map(
          (each) => `${describeVersion(each)}${each.isLocked ? ', locked' : ''}`,
        );
        outputOf(program).result(versions.length === 0 ? none : lines.join('\n'), shown);
      }),
  );

  addWorkspaceOptions(
    set
      .command('compare')
      .description('say what a later version of a set has otherwise')
      .argument('<set>', 'its name')
      .argument('<before>', 'number of a version', readVersion)
      .argument('<after>', 'number of a version', readVersion),
  ).action((name: string, before: number, after: number, options: WorkspaceOptions) =>
    withWorkspace(options, (workspace) => {
      const { labelledSets } = workspace;
      const comparison = compareSetVersions(
        workspace,
        labelledSets.get(name, before),
        labelledSets.get(name, after),
      );
      const { added, removed, otherText, otherAnnotations, same } = comparison;
      const lines = [
        ['added', added],
        ['removed', removed],
        ['other text', otherText],
        ['other annotations', otherAnnotations],
      ] as const;
      outputOf(program).result(
        [
          `same: ${formatCount(same)}`,
          ...lines.flatMap(([what, ids]) => [
            `${what}: ${formatCount(ids.length)}`,
            ...ids.map((id) => `  ${id}`),
          ]),
        ].join('\n'),
        comparison,
      );
    }),
  );

  addWorkspaceOptions(
    set
      .command('check')
      .description('say what training would read of a version, and what it would lose, by type')
      .argument('<set>', 'its name')
      .addOption(
        new Option('--kind <kind>', 'what is trained')
          .choices(['labelled-notes', 'multi-label-notes', 'tagged-sentences'])
          .makeOptionMandatory(),
      )
      .option('--set-version <number>', 'the newest unless given', readVersion),
  ).action((name: string, flags: CheckFlags) =>
    withWorkspace(flags, (workspace) => {
      const frozen = workspace.labelledSets.get(name, flags.setVersion);
      const { examples, problems } = flattenSet(workspace, frozen, flags.kind);
      const lines = problems.losses?.map(
        ({ rule, label, count }) =>
          `  ${rule}: ${formatCount(count)}${label === null ? '' : ` of ${label}`}`,
      );
      outputOf(program).result(
        [`${formatCount(examples.length)} ${flags.kind}`, ...(lines ?? [])].join('\n'),
        { ...frozen, kind: flags.kind, exampleCount: examples.length, problems },
      );
    }),
  );

  addWorkspaceOptions(
    set
      .command('remove')
      .description('remove a set with its versions; the documents stay')
      .argument('<set>', 'its name')
      .option('--yes', 'remove it for good; without this, only show what would go', false),
  ).action((name: string, options: WorkspaceOptions & { readonly yes: boolean }) =>
    withWorkspace(options, (workspace) => {
      const { version } = workspace.labelledSets.get(name);
      const what = `set ${name} with ${formatCount(version)} versions`;
      if (options.yes) removeSet(workspace, name);
      outputOf(program).result(
        options.yes
          ? `removed ${what}`
          : `would remove ${what}\nNothing was removed: --yes removes it for good.`,
        { removed: options.yes, name, versions: version },
      );
    }),
  );
}

function readShare(text: string): number {
  const share = Number(text);
  if (share > 0 && share < 1) return share;
  throw new InvalidArgumentError('A number between 0 and 1 is expected.');
}

function readSeed(text: string): number {
  const seed = Number(text);
  if (text.trim() !== '' && Number.isSafeInteger(seed) && seed >= 0) return seed;
  throw new InvalidArgumentError('A whole number of at least 0 is expected.');
}

/** The lines of a file that hold something. @throws file.missing, file.unreadable */
function readList(path: string): string[] {
  const [{ bytes }] = readSourceFiles([path], []);
  const lines = new TextDecoder().decode(bytes).split(/\r?\n/);
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

function describeVersion(frozen: LabelledSetVersion): string {
  const { name, version, documentCount, annotationCount, createdAtMs, hash } = frozen;
  return `${name} version ${version}: ${formatCount(documentCount)} documents, ${formatCount(annotationCount)} annotations, ${formatInstant(createdAtMs)}, ${hash.slice(0, 12)}`;
}
