import { removeCollection } from '#core/study/removal/remove-documents.ts';
import type { Command } from 'commander';
import { formatCount, formatInstant } from '#core/base/format-number.ts';
import type { ImportOutcome } from '#core/collection/documents/import-documents.ts';
import { findKeptChoice, keepChoice } from '#core/collection/documents/kept-choice.ts';
import { type Trial, tryImport } from '#core/collection/documents/try-import.ts';
import { findCollection } from '#core/collection/find-collection.ts';
import type { ImportProblemCount } from '#core/storage/document-imports.ts';
import { isAnamnesisError } from '#core/base/error.ts';
import { readPdfApart } from '#hosts/composition/read-pdf-apart.ts';
import { describeCompacted } from '../describe-room.ts';
import { exitCodes } from '../exit-codes.ts';
import { outputOf } from '../output.ts';
import { stopOnSignals } from '../stop-on-signals.ts';
import { addWorkspaceOptions, withWorkspace, type WorkspaceOptions } from '../workspace-options.ts';
import { addReadOptions, choiceOf, type ReadFlags } from './collection-options.ts';
import { addCollectionExport } from './collection-export.ts';
import { addCollectionStatistics } from './collection-statistics.ts';
import { addCollectionViews } from './collection-views.ts';
import { importFiles } from './import-files.ts';

interface ImportFlags extends WorkspaceOptions, ReadFlags {
  readonly dryRun: boolean;
  readonly keepMapping?: string;
  readonly useMapping?: string;
}

/** The group `collection`. */
export function addCollectionCommands(
  program: Command,
  setExitCode: (exitCode: number) => void,
): void {
  const collection = program
    .command('collection')
    .description('bring documents in, look at them, search them');
  addReadOptions(
    addWorkspaceOptions(
      collection
        .command('import')
        .description('import files and folders into a collection; the same command goes on')
        .argument('<collection>', 'its name; it is made where it is not there')
        .argument('<path...>', 'files and folders')
        .option('--dry-run', 'read everything, list what is wrong, store nothing', false)
        .option('--keep-mapping <name>', 'keep how this is read under a name')
        .option('--use-mapping <name>', 'read it as was kept under a name'),
    ),
  ).action((name: string, paths: string[], flags: ImportFlags) =>
    withWorkspace(flags, async (workspace) => {
      const output = outputOf(program);
      const kept =
        flags.useMapping === undefined ? {} : findKeptChoice(workspace, flags.useMapping);
      const choice = choiceOf(flags, kept);
      if (flags.keepMapping !== undefined) keepChoice(workspace, flags.keepMapping, choice);
      if (flags.dryRun) {
        const trial = await tryImport(paths, choice, { readPdf: readPdfApart() });
        const { first: _first, table: _table, ...told } = trial;
        output.result(describeTrial(trial).join('\n'), { dryRun: true, ...told });
        return;
      }
      const outcome = await untilStopped((signal) =>
        importFiles(workspace, { collection: name, paths, choice }, { output, signal }),
      );
      if (outcome === null) {
        output.message('stopped; the same command goes on where it was');
        setExitCode(exitCodes.stopped.code);
        return;
      }
      const problems = workspace.documentImports.problemCounts(outcome.importId);
      output.result(describeOutcome(name, outcome, problems).join('\n'), { ...outcome, problems });
    }),
  );

  addWorkspaceOptions(collection.command('list').description('list the collections')).action(
    (options: WorkspaceOptions) =>
      withWorkspace(options, (workspace) => {
        const collections = workspace.collections.list();
        const lines = collections.map(
          (each) =>
            `${each.name}  ${formatCount(each.documentCount)} documents, made ${formatInstant(each.createdAtMs)}`,
        );
        const none = 'no collections yet: anamnesis collection import <name> <path...>';
        outputOf(program).result(lines.length === 0 ? none : lines.join('\n'), collections);
      }),
  );

  addCollectionViews(collection, program);
  addCollectionStatistics(collection, program);
  addCollectionExport(collection, program);

  addWorkspaceOptions(
    collection
      .command('remove')
      .description('remove a collection with its documents; what they took is overwritten')
      .argument('<collection>', 'its name')
      .option('--yes', 'remove it for good; without this, only show what would go', false),
  ).action((name: string, options: WorkspaceOptions & { readonly yes: boolean }) =>
    withWorkspace(options, (workspace) => {
      const found = findCollection(workspace, name);
      const what = `collection ${name}, ${formatCount(found.documentCount)} documents`;
      if (!options.yes) {
        outputOf(program).result(
          `would remove ${what}\nNothing was removed: --yes removes it for good.`,
          { removed: false, ...found },
        );
        return;
      }
      removeCollection(workspace, found.id);
      const compacted = workspace.compact();
      outputOf(program).result(`removed ${what}\n${describeCompacted(compacted)}`, {
        removed: true,
        ...found,
        database: compacted,
      });
    }),
  );
}

/** Null when it was stopped on request. */
async function untilStopped<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result | null> {
  try {
    return await stopOnSignals(work);
  } catch (error) {
    if (isAnamnesisError(error, 'collection.stopped')) return null;
    throw error;
  }
}

function describeTrial(trial: Trial): string[] {
  const { files, documentCount, patientCount, classes, types, problems } = trial;
  const byFormat = Map.groupBy(files, ({ format }) => format ?? 'no format that is read');
  return [
    `${formatCount(documentCount)} documents of ${formatCount(patientCount)} patients in ${formatCount(files.length)} files; nothing was stored`,
    ...Array.from(
      byFormat,
      ([format, members]) => `  ${format}: ${formatCount(members.length)} files`,
    ),
    ...classes.map(({ label, count }) => `  class ${label}: ${formatCount(count)}`),
    ...types.map(({ label, count }) => `  type ${label}: ${formatCount(count)}`),
    ...problems.map(
      ({ rule, action, count, example }) =>
        `  ${rule} (${action}): ${formatCount(count)}, first ${example.file}, line ${example.line}: ${example.detail}`,
    ),
  ];
}

function describeOutcome(
  name: string,
  { counts, notInSource, wasResumed }: ImportOutcome,
  problems: readonly ImportProblemCount[],
): string[] {
  const byRule = Map.groupBy(problems, ({ rule, action }) => `${rule} (${action})`);
  return [
    `imported into ${name}${wasResumed ? ', going on where it was' : ''}`,
    `  new        ${formatCount(counts.new)}`,
    `  unchanged  ${formatCount(counts.unchanged)}`,
    `  changed    ${formatCount(counts.changed)}${describeChanges(counts)}`,
    ...(notInSource === 0 ? [] : [`  not in this source, kept: ${formatCount(notInSource)}`]),
    ...Array.from(
      byRule,
      ([rule, members]) =>
        `  ${rule}: ${formatCount(members.reduce((sum, { count }) => sum + count, 0))}`,
    ),
  ];
}

function describeChanges(counts: ImportOutcome['counts']): string {
  const { changed, changedText, changedFacts, changedAnnotations } = counts;
  if (changed === 0) return '';
  return `: text of ${formatCount(changedText)}, facts of ${formatCount(changedFacts)}, annotations of ${formatCount(changedAnnotations)}`;
}
