import type { Command } from 'commander';
import type { DocumentFilter } from '#core/storage/document-queries.ts';

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
