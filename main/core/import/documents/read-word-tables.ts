import type { ImportProblem } from '#core/domain/import-report.ts';
import type { SourceInput } from './document-format.ts';
import { readWordTables, type WordTables } from './docx/word-tables.ts';
import { nameInput } from './name-input.ts';
import { openOfficePackage, readRelations } from './office/office-package.ts';
import type { ReadLimits } from './read-limits.ts';

/** The tables in the body of a Word document; with a problem, they are not all that it holds. */
export function readTablesOfWord(input: SourceInput, limits: ReadLimits): WordTables {
  const source = openOfficePackage(input, limits);
  if ('rule' in source) return { tables: [], problems: [source] };
  const path =
    readRelations(source, '', limits).byType.get('officeDocument') ?? 'word/document.xml';
  const main = source.open(path);
  if (main === null) {
    const problem: ImportProblem = {
      file: nameInput(input),
      line: 1,
      rule: 'file-other-format',
      action: 'left-out',
      detail: 'The file holds no text of Word: it is damaged, or another kind of document.',
    };
    return { tables: [], problems: [...source.takeProblems(), problem] };
  }
  const { tables, problems } = readWordTables(main, limits);
  return { tables, problems: [...problems, ...source.takeProblems()] };
}
