import { InvalidArgumentError, Option, type Command } from 'commander';
import { formatCount } from '#core/base/format-number.ts';
import { listDocuments } from '#core/collection/documents/list-documents.ts';
import { findCollection } from '#core/collection/find-collection.ts';
import { documentOrders, type DocumentOrder } from '#core/storage/document-queries.ts';
import { AnamnesisError } from '#core/base/error.ts';
import { outputOf } from '../output.ts';
import { addWorkspaceOptions, withWorkspace, type WorkspaceOptions } from '../workspace-options.ts';
import { addFilterOptions, filterOf, type FilterFlags } from './filter-options.ts';

interface ListFlags extends WorkspaceOptions, FilterFlags {
  readonly order: DocumentOrder;
  readonly descending: boolean;
  readonly limit: number;
}

/** Commands that look at one collection: `show`, `search`. */
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
