import { createDetectingParser } from '#core/import/begin-csv.ts';
import { createTextExaminer } from '#core/import/examine-text.ts';
import { createTextPieces } from '#core/import/piece-reader.ts';
import { createWholeLineEndings } from '#core/import/split-lines.ts';
import type { ReadOptions, SourceInput } from '../document-format.ts';
import { nameInput } from '../name-input.ts';
import type { ProblemList } from '../problem-list.ts';

/** A row of a table of OMOP. */
export interface OmopRow {
  /** 1-based line on which it begins. */
  readonly line: number;
  /** Cells by the names of their columns, in lower case; only those that hold something. */
  readonly cells: ReadonlyMap<string, string>;
}

/** What databases write where there is nothing. */
const nothing = new Set(['', 'NULL', 'null', '\\N', 'NA']);

/** Names of columns by which the tables are told apart. */
export const noteColumns = ['note_id', 'person_id', 'note_text'];
export const noteNlpColumns = ['note_id', 'lexical_variant'];

const toName = (cell: string) =>
  cell
    .trim()
    .replace(/^["`[]|["`\]]$/g, '')
    .toLowerCase();

/** Which table a header is that of; null for another. */
export function tableOf(header: readonly string[]): 'note' | 'note-nlp' | null {
  const names = new Set(header.map(toName));
  if (noteColumns.every((name) => names.has(name))) return 'note';
  return noteNlpColumns.every((name) => names.has(name)) ? 'note-nlp' : null;
}

/** The header of a table and its rows, one after another. */
export function* readOmopTable(
  input: SourceInput,
  options: ReadOptions,
  problems: ProblemList,
): Generator<readonly string[] | OmopRow> {
  const examiner = createTextExaminer(nameInput(input), options.encoding);
  for (const piece of input.pieces()) examiner.add(piece);
  const examined = examiner.finish();
  problems.add(examined.problems);
  if (examined.encoding === null) return;
  const { separator, limits } = options;
  const pieces = createTextPieces(examined, createWholeLineEndings());
  const parser = createDetectingParser({
    file: nameInput(input),
    textLength: examined.textLength,
    columns: [...noteColumns, ...noteNlpColumns],
    ...(separator === undefined ? {} : { separator }),
    longestRecord: limits.documentLength,
  });
  let names: readonly string[] | null = null;
  function* take({ records, problems: told }: ReturnType<typeof parser.finish>) {
    problems.add(told);
    for (const { line, fields } of records) {
      if (names === null) {
        names = fields.map(toName);
        yield names;
        continue;
      }
      if (fields.length !== names.length) {
        const detail = `The row has ${fields.length} columns, the header ${names.length}.`;
        problems.tell(line, 'row-column-count', 'left-out', detail);
        continue;
      }
      const cells = new Map<string, string>();
      for (const [index, name] of names.entries()) {
        if (!nothing.has(fields[index])) cells.set(name, fields[index]);
      }
      yield { line, cells };
    }
  }
  for (const piece of input.pieces()) yield* take(parser.push(pieces.read(piece)));
  yield* take(parser.push(pieces.finish()));
  yield* take(parser.finish());
}
