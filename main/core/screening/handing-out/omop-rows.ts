import {
  cut,
  dayOf,
  isNumber,
  nlpColumns,
  observationColumns,
  toLine,
  headerOf,
  widths,
} from '#core/export/omop-tables.ts';
import { createOffsetMap } from '#core/domain/offset-units.ts';
import { outcomeOf, type ScreenedNote } from '#core/domain/screening.ts';
import type { Span } from '#core/domain/text.ts';
import { finalDecision, type HandedPatient, type HandOut } from './hand-out.ts';

/** The text of a note and where its indicator terms stand in it; null once the text is gone. */
export type FindEvidence = (
  note: ScreenedNote,
) => { readonly text: string; readonly terms: readonly Span[] } | null;

const instantOf = (atMs: number) => new Date(atMs).toISOString();
/** Of what the tables ask a concept, and only the hospital knows which: 0 is OMOP’s "no concept". */
const none = '0';

/**
 * NOTE_NLP of OMOP CDM 5.4: the indicator terms in notes that are to be seen, as lines. Of the text only
 * the terms themselves leave; the snippet stays empty. Offsets are code points. Notes whose id is no
 * number are in no table of OMOP, and are left out.
 */
export function* writeNoteNlp(
  { release, programVersion, patients }: HandOut,
  findEvidence: FindEvidence,
): Generator<string> {
  yield headerOf(nlpColumns);
  const system = `Anamnesis ${programVersion}, release ${release.id} ${release.name}`;
  let count = 0;
  for (const note of notesToSee(patients)) {
    const evidence = isNumber(note.noteId) ? findEvidence(note) : null;
    if (evidence === null) continue;
    const { fromText } = createOffsetMap(evidence.text, 'code-points');
    for (const { start, end } of evidence.terms) {
      yield toLine(nlpColumns, {
        note_nlp_id: String(++count),
        note_id: note.noteId,
        section_concept_id: none,
        offset: String(fromText(start)),
        lexical_variant: cut(evidence.text.slice(start, end).toWellFormed(), widths.variant),
        note_nlp_concept_id: none,
        note_nlp_source_concept_id: none,
        nlp_system: cut(system, widths.system),
        nlp_date: dayOf(instantOf(note.atMs)) ?? '',
        nlp_datetime: instantOf(note.atMs),
        term_modifiers: cut(
          `type=indicator term; screening=${plain(release.content.label)}`,
          widths.modifiers,
        ),
      });
    }
  }
}

/**
 * OBSERVATION of OMOP CDM 5.4: a line for each patient of whom a person with a name agreed with the
 * model. What nobody confirmed is in none, and neither is a patient whose id is no number.
 */
export function* writeObservations({ release, patients }: HandOut): Generator<string> {
  yield headerOf(observationColumns);
  let count = 0;
  for (const patient of patients) {
    const decision = finalDecision(patient);
    const person = patient.entry.patient;
    if (decision?.kind !== 'agree' || person === null || !isNumber(person)) continue;
    const at = instantOf(decision.atMs);
    yield toLine(observationColumns, {
      observation_id: String(++count),
      person_id: person,
      observation_concept_id: none,
      observation_date: dayOf(at) ?? '',
      observation_datetime: at,
      observation_type_concept_id: none,
      value_as_string: cut(release.content.label, widths.text),
      observation_source_value: cut(`screening ${release.name}`, widths.source),
      observation_source_concept_id: none,
      qualifier_source_value: 'proposed by AI, confirmed by a person',
      value_source_value: cut(release.content.label, widths.source),
    });
  }
}

/** What the tables cannot hold. */
export function countOmopLosses({ patients }: HandOut): {
  readonly notes: number;
  readonly patients: number;
} {
  const lost = { notes: 0, patients: 0 };
  for (const note of notesToSee(patients)) if (!isNumber(note.noteId)) lost.notes++;
  for (const patient of patients) {
    const { entry } = patient;
    const isConfirmed = finalDecision(patient)?.kind === 'agree';
    if (isConfirmed && (entry.patient === null || !isNumber(entry.patient))) lost.patients++;
  }
  return lost;
}

function* notesToSee(patients: Iterable<HandedPatient>): Generator<ScreenedNote> {
  for (const { notes } of patients) {
    for (const note of notes) if (outcomeOf(note) !== 'clear') yield note;
  }
}

/** Signs that part modifiers from each other cannot stand in one. */
const plain = (value: string) => value.replace(/[,;|=]/g, ' ');
