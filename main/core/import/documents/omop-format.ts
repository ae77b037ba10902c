import type { SourceDocument } from '#core/domain/document.ts';
import type { DocumentFormat, ReadOptions, SourceInput } from './document-format.ts';
import { nameInput } from './name-input.ts';
import { placeNoteNlp, toNote } from './omop/note-documents.ts';
import { type OmopRow, readOmopTable, tableOf } from './omop/read-omop-table.ts';
import { createProblemList, type ProblemList } from './problem-list.ts';

/** An input with its table, once its header was read. */
function openTable(input: SourceInput, options: ReadOptions, problems: ProblemList) {
  const rows = readOmopTable(input, options, problems);
  const first = rows.next();
  const header: unknown = first.done === true ? null : first.value;
  const table = Array.isArray(header) ? tableOf(header as readonly string[]) : null;
  return { table, rows: rows as Generator<OmopRow> };
}

/** Notes read at once: problems and documents are handed on in between. */
const portion = 256;

/** OMOP CDM 5.4: NOTE, and NOTE_NLP where it lies beside. */
export const omopFormat: DocumentFormat = {
  description: 'OMOP tables NOTE and NOTE_NLP (CSV or TSV), read together.',
  extensions: ['.csv', '.tsv', '.txt'],
  recognise: ({ text }) => {
    const header = text.slice(0, Math.max(0, text.search(/[\r\n]/)));
    return tableOf(header.split(/[,;\t]/)) === null ? 0 : 1;
  },
  group: (names) => (names.length === 0 ? [] : [[...new Set(names)]]),
  // eslint-disable-next-line @typescript-eslint/require-await -- others need it
  async *read(inputs, options) {
    const { problemCount } = options.limits;
    const mentions = new Map<string, { readonly input: SourceInput; readonly row: OmopRow }[]>();
    const notes: SourceInput[] = [];
    for (const input of inputs) {
      const problems = createProblemList(nameInput(input), problemCount);
      const { table, rows } = openTable(input, options, problems);
      if (table === 'note') {
        notes.push(input);
        continue;
      }
      if (table === null) {
        const detail = 'The table has neither the columns of NOTE nor those of NOTE_NLP.';
        problems.tell(1, 'file-column-missing', 'left-out', detail);
      } else {
        for (const row of rows) {
          const note = row.cells.get('note_id') ?? '';
          const before = mentions.get(note);
          if (before === undefined) mentions.set(note, [{ input, row }]);
          else before.push({ input, row });
        }
      }
      yield { items: [], problems: problems.finish() };
    }
    const ids = new Set<string>();
    for (const input of notes) {
      const problems = createProblemList(nameInput(input), problemCount);
      let items: SourceDocument[] = [];
      let withoutPatient = 0;
      let count = 0;
      for (const row of openTable(input, options, problems).rows) {
        count++;
        const note = toNote(row, input, options, problems);
        if (note === null) continue;
        if (note.patient === null) withoutPatient++;
        const isRepeated = ids.has(note.id);
        ids.add(note.id);
        if (isRepeated) {
          const detail = 'A note with this id came before; its line is added to the id.';
          problems.tell(row.line, 'table-id-repeated', 'kept', detail);
        }
        const rows = isRepeated ? [] : (mentions.get(note.id) ?? []);
        mentions.delete(note.id);
        // Its problems are told at the rows of the other table.
        const told = createProblemList(
          rows.length > 0 ? nameInput(rows[0].input) : '',
          problemCount,
        );
        const annotations = placeNoteNlp(
          note,
          rows.map((each) => each.row),
          options,
          told,
        );
        problems.add(told.finish());
        items.push({ ...note, id: isRepeated ? `${note.id}:${row.line}` : note.id, annotations });
        if (items.length >= portion) {
          yield { items, problems: problems.take() };
          items = [];
        }
      }
      if (withoutPatient > 0) {
        const detail = `${withoutPatient} notes name no person.`;
        problems.tell(1, 'row-patient-empty', 'kept', detail);
      }
      if (count === 0) problems.tell(1, 'file-empty', 'left-out', 'The table has no rows.');
      yield { items, problems: problems.finish() };
    }
    const orphans = createProblemList(nameInput(inputs[0]), problemCount);
    for (const rows of mentions.values()) {
      for (const { input, row } of rows) {
        const detail = 'The row belongs to a note that is not among those read.';
        const file = nameInput(input);
        orphans.add([
          { file, line: row.line, rule: 'omop-note-missing', action: 'left-out', detail },
        ]);
      }
    }
    yield { items: [], problems: orphans.finish() };
  },
};
