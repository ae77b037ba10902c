import type { SourceDocument, SpanAnnotation } from '#core/domain/document.ts';
import { createOffsetMap } from '#core/domain/offset-units.ts';
import { createLossCounter, typesWhere } from './count-losses.ts';
import { type DocumentWriter, noBytes } from './document-writer.ts';
import {
  cut,
  dayOf,
  headerOf,
  isNumber,
  nlpColumns,
  noteColumns,
  toLine,
  widths,
  type Row,
} from './omop-tables.ts';

/** Around a mention in a snippet. */
const around = 60;
/** Day of what says none: the column may not be empty. */
const noDay = '1970-01-01';

/** Further columns of a document that NOTE has, under the same names. */
const takenOver = new Set<string>(
  noteColumns.filter((name) => !/^note_(?:id|text|title|date)|^person_id$/.test(name)),
);
/** Attributes that are columns of NOTE_NLP; all others become modifiers. */
const attributeColumns = new Set<string>([
  'term_exists',
  'term_temporal',
  'section_concept_id',
  'note_nlp_source_concept_id',
  'note_nlp_concept_id',
]);

/** Ids as numbers, in the order of the documents: those that are none get one that no other has. */
function* numberNotes(documents: Iterable<SourceDocument>): Generator<Uint8Array, string[]> {
  const ids: string[] = [];
  for (const { id } of documents) {
    ids.push(id);
    yield noBytes;
  }
  const taken = new Set(ids);
  const seen = new Set<string>();
  let next = 1;
  return ids.map((id) => {
    if (isNumber(id) && !seen.has(id)) {
      seen.add(id);
      return id;
    }
    while (taken.has(String(next))) next++;
    return String(next++);
  });
}

const spansOf = ({ annotations }: SourceDocument): SpanAnnotation[] =>
  annotations.filter((each) => each.kind === 'span');

function toNoteRow(document: SourceDocument, id: string): Row<(typeof noteColumns)[number]> {
  const { patient, date, kind, columns, text } = document;
  const row: Record<string, string> = {
    note_type_concept_id: '0',
    note_class_concept_id: '0',
    encoding_concept_id: '0',
    language_concept_id: '0',
    note_source_value: cut(document.id, widths.source),
  };
  for (const [name, value] of Object.entries(columns)) if (takenOver.has(name)) row[name] = value;
  return {
    ...row,
    note_id: id,
    person_id: patient !== null && isNumber(patient) ? patient : '0',
    note_date: dayOf(date) ?? noDay,
    note_datetime: date !== null && date.length > 10 ? date : '',
    note_title: cut(kind ?? '', widths.title),
    note_text: text,
  };
}

/** Signs that part modifiers from each other cannot stand in one. */
const toModifier = (value: string) => value.replace(/[,;|=]/g, ' ');

function modifiersOf({ type, attributes }: SpanAnnotation): string {
  const pairs = Object.entries(attributes).filter(([name]) => !attributeColumns.has(name));
  if (!isNumber(type)) pairs.unshift(['type', type]);
  return pairs.map(([name, value]) => `${toModifier(name)}=${toModifier(value)}`).join('; ');
}

const quoteOf = ({ text }: SourceDocument, { fragments }: SpanAnnotation) =>
  text.slice(fragments[0].start, fragments[fragments.length - 1].end);

function* toNlpRows(
  document: SourceDocument,
  noteId: string,
): Generator<Row<(typeof nlpColumns)[number]>> {
  const { text, date } = document;
  const { fromText } = createOffsetMap(text, 'code-points');
  for (const span of spansOf(document)) {
    const { type, fragments, attributes, origin } = span;
    const [{ start }] = fragments;
    const at = origin.atMs === null ? null : new Date(origin.atMs).toISOString();
    const { end } = fragments[fragments.length - 1];
    yield {
      note_id: noteId,
      section_concept_id: attributes.section_concept_id ?? '0',
      snippet: cut(
        text.slice(Math.max(0, start - around), end + around).toWellFormed(),
        widths.snippet,
      ),
      offset: String(fromText(start)),
      lexical_variant: cut(quoteOf(document, span), widths.variant),
      note_nlp_concept_id: isNumber(type) ? type : (attributes.note_nlp_concept_id ?? '0'),
      note_nlp_source_concept_id: attributes.note_nlp_source_concept_id ?? '0',
      nlp_system: cut(origin.name ?? '', widths.system),
      nlp_date: dayOf(at) ?? dayOf(date) ?? noDay,
      nlp_datetime: at ?? '',
      term_exists: (attributes.term_exists ?? '').slice(0, 1),
      term_temporal: cut(attributes.term_temporal ?? '', widths.temporal),
      term_modifiers: cut(modifiersOf(span), widths.modifiers),
    };
  }
}

/** Texts that are longer than their column; what a snippet leaves out stands in the note. */
function countCuts(document: SourceDocument): number {
  let count = (document.kind ?? '').length > widths.title ? 1 : 0;
  for (const span of spansOf(document)) {
    if (quoteOf(document, span).length > widths.variant) count++;
    if (modifiersOf(span).length > widths.modifiers) count++;
  }
  return count;
}

/**
 * NOTE and NOTE_NLP of OMOP CDM 5.4. A type that is no concept is written as a modifier; ids that
 * are no numbers are numbered, with the id as note_source_value; offsets are code points.
 */
export const omopWriter: DocumentWriter = {
  description: 'Tables NOTE and NOTE_NLP of OMOP CDM 5.4, as CSV.',
  passes: 3,
  countLosses: () =>
    createLossCounter(
      [
        'carried',
        'classes',
        'columns',
        'document-facts',
        'fragments-joined',
        'names-changed',
        'origins',
        'text-cut',
      ],
      {
        columns: ({ columns }) =>
          Object.keys(columns).filter((name) => !takenOver.has(name)).length,
        'document-facts': ({ patient, date, language }) =>
          [
            patient !== null && !isNumber(patient),
            date !== null && dayOf(date) === undefined,
            language !== null,
          ].filter(Boolean).length,
        'names-changed': ({ id }) => (isNumber(id) || id.length <= widths.source ? 0 : 1),
        origins: typesWhere(({ origin }) => origin.by === 'person' || origin.score !== null),
        'text-cut': countCuts,
      },
    ),
  write(documents) {
    let numbers: readonly string[] | null = null;
    const encoder = new TextEncoder();
    return [
      {
        name: 'NOTE.csv',
        *pieces() {
          yield encoder.encode(headerOf(noteColumns));
          numbers ??= yield* numberNotes(documents);
          let at = 0;
          for (const document of documents) {
            yield encoder.encode(toLine(noteColumns, toNoteRow(document, numbers[at++])));
          }
        },
      },
      {
        name: 'NOTE_NLP.csv',
        *pieces() {
          yield encoder.encode(headerOf(nlpColumns));
          numbers ??= yield* numberNotes(documents);
          let [at, count] = [0, 0];
          for (const document of documents) {
            for (const row of toNlpRows(document, numbers[at++])) {
              yield encoder.encode(toLine(nlpColumns, { ...row, note_nlp_id: String(++count) }));
            }
          }
        },
      },
    ];
  },
};
