import { InvalidArgumentError, Option, type Command } from 'commander';
import { formatCount } from '#core/base/format-number.ts';
import { listDocuments } from '#core/collection/documents/list-documents.ts';
import { findCollection } from '#core/collection/find-collection.ts';
import {
  documentOrders,
  type DocumentFilter,
  type DocumentOrder,
} from '#core/storage/document-queries.ts';
import type { CollectionStatistics, DocumentGroup } from '#core/storage/document-statistics.ts';
import { AnamnesisError } from '#core/base/error.ts';
import { outputOf } from '../output.ts';
import { addWorkspaceOptions, withWorkspace, type WorkspaceOptions } from '../workspace-options.ts';

export type FilterFlags = Omit<DocumentFilter, 'collectionId' | 'search'>;

export function addFilterOptions(command: Command): Command {
  return command
    .option('--patient <id>', 'documents of this patient')
    .option('--from <date>', 'from this day, month or year on, such as 2025-03')
    .option('--to <date>', 'up to the end of this day, month or year')
    .option('--kind <kind>', 'documents of this kind')
    .option('--language <tag>', 'documents in this language')
    .option('--class <class>', 'documents of this class')
    .option('--type <type>', 'documents with a mention of this type')
    .option('--problem <rule>', 'documents that were mended by this rule')
    .option('--file <name>', 'documents of this file');
}

export function filterOf(flags: FilterFlags): FilterFlags {
  const { patient, from, to, kind, language, type, problem, file } = flags;
  const all = { patient, from, to, kind, language, class: flags.class, type, problem, file };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

interface ListFlags extends WorkspaceOptions, FilterFlags {
  readonly order: DocumentOrder;
  readonly descending: boolean;
  readonly limit: number;
}

/** Commands that look at one collection: `show`, `search`, `statistics`. */
export function addCollectionViews(collection: Command, program: Command): void {
  const list = (name: string, search: string | undefined, flags: ListFlags) =>
    withWorkspace(flags, (workspace) => {
      const { id: collectionId } = findCollection(workspace, name);
      const filter = {
        ...filterOf(flags),
        collectionId,
        ...(search === undefined ? {} : { search }),
      };
      const { order, descending, limit } = flags;
      const page = listDocuments(workspace, { filter, order, descending, limit });
      const lines = page.documents.map(
        ({ id, patient, date, language, kind, wordCount }) =>
          `${id}  ${[patient, date, language, kind].map((value) => value ?? '–').join('  ')}  ${formatCount(wordCount)} words`,
      );
      const total = `${formatCount(page.total ?? 0)} documents${page.next === null ? '' : `, the first ${formatCount(page.documents.length)} shown`}`;
      outputOf(program).result([...lines, total].join('\n'), page);
    });
  const addListOptions = (command: Command) =>
    addFilterOptions(addWorkspaceOptions(command))
      .addOption(
        new Option('--order <order>', 'by what').choices([...documentOrders]).default('import'),
      )
      .option('--descending', 'the last first', false)
      .option('--limit <count>', 'at most so many', readLimit, 100);

  addListOptions(
    collection
      .command('search')
      .description('list documents by their words, without their texts')
      .argument('<collection>', 'its name')
      .argument(
        '<words>',
        'all must occur; "words in quotes" together, begin* as a beginning, -word not at all',
      ),
  ).action(list);

  addListOptions(
    collection
      .command('show')
      .description('list the documents of a collection, or show one with its text')
      .argument('<collection>', 'its name')
      .argument('[document]', 'id of a document: its text and annotations are printed'),
  ).action((name: string, id: string | undefined, flags: ListFlags) =>
    id === undefined
      ? list(name, undefined, flags)
      : withWorkspace(flags, (workspace) => {
          const { id: collectionId } = findCollection(workspace, name);
          const document = workspace.documents.findByOwnId(collectionId, id);
          if (document === undefined) refuseUnknown(name);
          const facts = [document.patient, document.date, document.language, document.kind];
          const annotations = document.annotations.map((each) =>
            each.kind === 'class'
              ? `  class ${each.label}`
              : `  ${each.type} ${each.fragments.map(({ start, end }) => `${start}–${end}`).join(', ')}`,
          );
          outputOf(program).result(
            [
              `${document.id}  ${facts.map((value) => value ?? '–').join('  ')}, version ${document.version}`,
              ...annotations,
              document.text,
            ].join('\n'),
            document,
          );
        }),
  );

  addWorkspaceOptions(
    collection
      .command('statistics')
      .description('count documents, sentences and words, by source, year, language and kind')
      .argument('<collection>', 'its name'),
  ).action((name: string, options: WorkspaceOptions) =>
    withWorkspace(options, (workspace) => {
      const statistics = workspace.documentStatistics.of(findCollection(workspace, name).id);
      outputOf(program).result(describeStatistics(statistics).join('\n'), statistics);
    }),
  );
}

function describeStatistics(statistics: CollectionStatistics): string[] {
  const { total, patients, lengths, classes, types } = statistics;
  const table = (title: string, groups: readonly DocumentGroup[]) => [
    title,
    ...groups.map(
      (group) => `  ${group.value === '' ? '–' : group.value}  ${describeGroup(group)}`,
    ),
  ];
  return [
    describeGroup(total),
    `${formatCount(patients)} patients`,
    `words per document: ${lengths.map(({ share, words }) => `${100 * share} % ${formatCount(words)}`).join(', ')}`,
    ...table('by source', statistics.bySource),
    ...table('by year', statistics.byYear),
    ...table('by language', statistics.byLanguage),
    ...table('by kind', statistics.byKind),
    ...classes.map(({ label, documents }) => `class ${label}  ${formatCount(documents)} documents`),
    ...types.map(
      ({ label, documents, count }) =>
        `type ${label}  ${formatCount(count)} in ${formatCount(documents)} documents`,
    ),
  ];
}

function describeGroup({ documents, sentences, words, characters }: DocumentGroup): string {
  return `${formatCount(documents)} documents, ${formatCount(sentences)} sentences, ${formatCount(words)} words, ${formatCount(characters)} characters`;
}

function readLimit(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= 100_000) return limit;
  throw new InvalidArgumentError('A whole number from 1 to 100000 is expected.');
}

function refuseUnknown(collection: string): never {
  throw new AnamnesisError('record.missing', {
    expected: `a document of this id in “${collection}”`,
    found: 'none',
    remedy: 'List the documents with "collection show" and use an id from there.',
  });
}
