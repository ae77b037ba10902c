/** Characters that the columns of OMOP CDM 5.4 hold. */
export const widths = {
  ...{ title: 250, source: 50, snippet: 250, variant: 250, system: 250, temporal: 50 },
  ...{ modifiers: 2000, text: 60 },
};

export const noteColumns = [
  'note_id',
  'person_id',
  'note_date',
  'note_datetime',
  'note_type_concept_id',
  'note_class_concept_id',
  'note_title',
  'note_text',
  'encoding_concept_id',
  'language_concept_id',
  'provider_id',
  'visit_occurrence_id',
  'visit_detail_id',
  'note_source_value',
  'note_event_id',
  'note_event_field_concept_id',
] as const;
export const nlpColumns = [
  'note_nlp_id',
  'note_id',
  'section_concept_id',
  'snippet',
  'offset',
  'lexical_variant',
  'note_nlp_concept_id',
  'note_nlp_source_concept_id',
  'nlp_system',
  'nlp_date',
  'nlp_datetime',
  'term_exists',
  'term_temporal',
  'term_modifiers',
] as const;
export const observationColumns = [
  'observation_id',
  'person_id',
  'observation_concept_id',
  'observation_date',
  'observation_datetime',
  'observation_type_concept_id',
  'value_as_number',
  'value_as_string',
  'value_as_concept_id',
  'qualifier_concept_id',
  'unit_concept_id',
  'provider_id',
  'visit_occurrence_id',
  'visit_detail_id',
  'observation_source_value',
  'observation_source_concept_id',
  'unit_source_value',
  'qualifier_source_value',
  'value_source_value',
  'observation_event_id',
  'obs_event_field_concept_id',
] as const;

export type Row<Column extends string> = Partial<Record<Column, string>>;

/** RFC 4180. */
const toCell = (value: string) =>
  /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
export const toLine = <Column extends string>(columns: readonly Column[], row: Row<Column>) =>
  `${columns.map((column) => toCell(row[column] ?? '')).join(',')}\r\n`;

export const isNumber = (value: string): boolean => /^\d{1,18}$/.test(value);

/** At most so many characters, of which none is cut in two. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = /[\ud800-\udbff]/.test(text[length - 1]) ? length - 1 : length;
  return text.slice(0, end);
}

/** The line of names above a table. */
export const headerOf = (columns: readonly string[]) => `${columns.join(',')}\r\n`;

/** The day of an ISO 8601 date; undefined where it names none. */
export const dayOf = (date: string | null) => /^\d{4}-\d\d-\d\d/.exec(date ?? '')?.[0];
