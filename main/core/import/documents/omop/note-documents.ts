import type { SourceDocument, SpanAnnotation } from '#core/domain/document.ts';
import type { ReadOptions, SourceInput } from '../document-format.ts';
import { nameInput } from '../name-input.ts';
import type { ProblemList } from '../problem-list.ts';
import { readDate } from '../tables/read-date.ts';
import { placeMentions, readOffset } from './place-mention.ts';
import type { OmopRow } from './read-omop-table.ts';

/** Cells of NOTE that are facts of a document rather than further columns. */
const factCells = new Set([
  'note_id',
  'note_text',
  'person_id',
  'note_date',
  'note_datetime',
  'note_title',
]);

/** A row of NOTE as a document without mentions; null where it holds no text, which is told. */
export function toNote(
  { line, cells }: OmopRow,
  input: SourceInput,
  options: ReadOptions,
  problems: ProblemList,
): SourceDocument | null {
  const { limits, dateOrder = 'year-month-day' } = options;
  const text = cells.get('note_text') ?? '';
  if (text.trim() === '') {
    problems.tell(line, 'row-text-empty', 'left-out', 'The note has no text.');
    return null;
  }
  if (text.length > limits.documentLength) {
    const detail = `The note has ${text.length} characters; ${limits.documentLength} are read at most.`;
    problems.tell(line, 'document-too-long', 'left-out', detail);
    return null;
  }
  const columns: Record<string, string> = {};
  for (const [name, cell] of cells) if (!factCells.has(name)) columns[name] = cell;
  const dateCell = cells.get('note_datetime') ?? cells.get('note_date');
  const date = dateCell === undefined ? null : readDate(dateCell, dateOrder);
  if (dateCell !== undefined && date?.iso === null) {
    problems.tell(line, 'row-date-impossible', 'kept', 'The date of the note is none that can be.');
    columns.note_date = dateCell;
  }
  const file = nameInput(input);
  const concept = cells.get('note_class_concept_id');
  return {
    id: cells.get('note_id') ?? `${file}:${line}`,
    text,
    patient: cells.get('person_id') ?? null,
    date: date?.iso ?? null,
    language: null,
    kind: cells.get('note_title') ?? (concept === '0' ? null : (concept ?? null)),
    columns,
    place: { file: input.name, part: input.part, line },
    annotations: [],
    carried: null,
  };
}

/** "negated=true; subject=family" as attributes; what is written otherwise as it stands. */
function readModifiers(cell: string | undefined): Record<string, string> {
  if (cell === undefined) return {};
  const parts = cell.split(/[,;|]/).filter((part) => part.trim() !== '');
  const pairs = parts.map((part) => /^\s*([\w .-]+?)\s*=\s*(.*?)\s*$/s.exec(part));
  return pairs.every((pair) => pair !== null)
    ? Object.fromEntries(pairs.map(([, name, value]) => [name, value]))
    : { term_modifiers: cell };
}

/** Cells of NOTE_NLP that are kept as attributes of a mention. */
const attributeCells = [
  'term_exists',
  'term_temporal',
  'section_concept_id',
  'note_nlp_source_concept_id',
];

function toMention({ cells }: OmopRow, span: { start: number; end: number }): SpanAnnotation {
  const { type, ...modifiers } = readModifiers(cells.get('term_modifiers'));
  const attributes: Record<string, string> = { ...modifiers };
  for (const name of attributeCells) {
    const cell = cells.get(name);
    if (cell !== undefined && cell !== '0') attributes[name] = cell;
  }
  const concepts = [cells.get('note_nlp_concept_id'), cells.get('note_nlp_source_concept_id')];
  const concept = concepts.find((each) => each !== undefined && each !== '0');
  const system = cells.get('nlp_system') ?? null;
  const at = readDate(cells.get('nlp_datetime') ?? cells.get('nlp_date') ?? '', 'year-month-day');
  const atMs =
    at.iso === null
      ? Number.NaN
      : Date.parse(at.iso.length > 10 && !/Z|[+-]..:..$/.test(at.iso) ? `${at.iso}Z` : at.iso);
  return {
    kind: 'span',
    id: cells.get('note_nlp_id') ?? null,
    type: type ?? concept ?? 'NOTE_NLP',
    fragments: [span],
    attributes:
      type !== undefined && concept !== undefined
        ? { ...attributes, note_nlp_concept_id: concept }
        : attributes,
    origin: {
      by: system === null ? 'file' : 'model',
      name: system,
      score: null,
      atMs: Number.isNaN(atMs) ? null : atMs,
      guideline: null,
    },
  };
}

/** The rows of NOTE_NLP of one note as its mentions; what the text does not say is told. */
export function placeNoteNlp(
  { text }: SourceDocument,
  rows: readonly OmopRow[],
  { offsetUnit }: ReadOptions,
  problems: ProblemList,
): SpanAnnotation[] {
  const quoted = rows.map(({ cells }) => ({
    quote: cells.get('lexical_variant') ?? '',
    offset: readOffset(cells.get('offset')),
  }));
  const ids = new Set<string>();
  return placeMentions(text, quoted, offsetUnit).flatMap((placed, index) => {
    const row = rows[index];
    if (placed.span === null) {
      const detail =
        'The lexical variant is not found at or near its offset, nor elsewhere in the note.';
      problems.tell(row.line, 'omop-mention-unmatched', 'left-out', detail);
      return [];
    }
    if (placed.isMoved) {
      const detail =
        'The lexical variant does not stand at its offset; the nearest place is taken.';
      problems.tell(row.line, 'omop-mention-moved', 'repaired', detail);
    }
    const mention = toMention(row, placed.span);
    const isRepeated = mention.id !== null && ids.has(mention.id);
    if (mention.id !== null) ids.add(mention.id);
    return [isRepeated ? { ...mention, id: null } : mention];
  });
}
