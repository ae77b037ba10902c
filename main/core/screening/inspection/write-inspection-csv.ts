import { writeCsv, type CsvCell } from '#core/report/write-csv.ts';
import type { InspectedDecision, InspectedNote, Inspection } from './inspected.ts';

type Fact = (
  of: InspectedNote & { readonly inspection: Inspection; readonly by: InspectedDecision | null },
) => CsvCell;

const instant = (atMs: number) => new Date(atMs).toISOString();

/** What is kept of each decision of a release, and of each note that nobody decided on. */
const columns: Readonly<Record<string, Fact>> = {
  release_number: ({ inspection }) => inspection.release.id,
  release: ({ inspection }) => inspection.release.name,
  model: ({ inspection }) => inspection.release.content.model.name,
  model_sha256: ({ inspection }) => inspection.release.content.model.hash,
  preprocessing_sha256: ({ inspection }) => inspection.release.content.preprocessing,
  screening: ({ note }) => note.screeningId,
  screened_for: ({ screenedFor }) => screenedFor,
  screened_note: ({ note }) => note.id,
  note: ({ note }) => note.noteId,
  version: ({ note }) => note.version,
  patient: ({ note }) => note.patient,
  note_date: ({ note }) => note.date,
  text_sha256: ({ note }) => note.textHash,
  input_sha256: ({ note }) => note.inputHash,
  score: ({ note }) => note.score,
  probability: ({ note }) => note.probability,
  threshold: ({ note }) => note.threshold,
  prediction_set: ({ note }) => note.predictionSet?.join(' | ') ?? null,
  outcome: ({ outcome }) => outcome,
  doubts: ({ note }) => note.doubts.map(({ kind }) => kind).join(' | '),
  same_as: ({ note }) => note.sameAs,
  screened_at: ({ note }) => instant(note.atMs),
  corrected_by: ({ correctedBy }) => correctedBy,
  audit_position: ({ proof }) => proof.position,
  audit_hash: ({ proof }) => proof.hash,
  proof: ({ proof }) => proof.state,
  decision_number: ({ by }) => by?.decision.id ?? null,
  decision: ({ by }) => by?.decision.kind ?? null,
  reason: ({ by }) => by?.decision.reason ?? null,
  remark: ({ by }) => by?.decision.remark ?? null,
  person_id: ({ by }) => by?.decision.person ?? null,
  person: ({ by }) => by?.person ?? null,
  decided_at: ({ by }) => (by === null ? null : instant(by.decision.atMs)),
  decision_corrected_by: ({ by }) => by?.correctedBy ?? null,
  decision_audit_position: ({ by }) => by?.proof.position ?? null,
  decision_audit_hash: ({ by }) => by?.proof.hash ?? null,
  decision_proof: ({ by }) => by?.proof.state ?? null,
};

/** A line for each decision on a note, and one for each note without: pieces of a CSV file. */
export function* writeInspectionCsv(inspection: Inspection): Generator<string> {
  yield writeCsv([Object.keys(columns)]);
  for (const note of inspection.notes) {
    const decided: readonly (InspectedDecision | null)[] =
      note.decisions.length === 0 ? [null] : note.decisions;
    yield writeCsv(
      decided.map((by) => Object.values(columns).map((fact) => fact({ ...note, inspection, by }))),
    );
  }
}
