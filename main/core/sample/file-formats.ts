import type { AnnotatedDocument, LabelledNote } from '#core/domain/text.ts';
import type { MarkedText } from './grammar.ts';

const tokenPattern = /[\p{L}\p{N}]+(?:[-.,/][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu;

/** What stands in the fourth column; a coarse form of the tags that MoNERo has there. */
function describeToken(token: string): string {
  if (/^\p{N}/u.test(token)) return 'M';
  if (/^\p{L}/u.test(token)) return 'X';
  if (token === ',') return 'COMMA';
  return token === '.' ? 'PERIOD' : 'PUNCT';
}

/** MoNERo's four columns: word, lower-case word in place of a lemma, tag, kind of token. */
export function writeBioColumns(sentences: readonly MarkedText[]): string {
  let content = '';
  for (const { text, entities } of sentences) {
    for (const match of text.matchAll(tokenPattern)) {
      const [token] = match;
      const entity = entities.find(({ start, end }) => start <= match.index && match.index < end);
      let tag = 'O';
      if (entity !== undefined) tag = `${entity.start === match.index ? 'B' : 'I'}-${entity.type}`;
      content += `${token}\t${token.toLocaleLowerCase('en')}\t${tag}\t${describeToken(token)}\n`;
    }
    content += '\n';
  }
  return content;
}

/** The `.ann` file of a document: https://brat.nlplab.org/standoff.html */
export function writeBratAnnotations({ text, entities }: AnnotatedDocument): string {
  return entities
    .map(
      ({ start, end, type }, index) =>
        `T${index + 1}\t${type} ${start} ${end}\t${text.slice(start, end)}\n`,
    )
    .join('');
}

/** The notes as CSV with a header line; RFC 4180 quoting, lines end with a line feed. */
export function writeNotesCsv(notes: readonly LabelledNote[]): string {
  const rows = notes.map((note) => [note.id, note.groupId ?? '', note.text, note.label]);
  return writeTable(['note_id', 'patient_id', 'text', 'label'], rows);
}

/** The same before anybody has labelled them: what arrives day by day, of other patients. */
export function writeArrivalsCsv(notes: readonly LabelledNote[]): string {
  return writeTable(
    ['note_id', 'patient_id', 'text'],
    notes.map((note) => [`A${note.id}`, `A${note.groupId ?? ''}`, note.text]),
  );
}

function writeTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const quote = (cell: string): string =>
    /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return [header, ...rows].map((row) => `${row.map(quote).join(',')}\n`).join('');
}
