import { inEnglish } from '#core/base/phrase.ts';
import type { SheetCell, Sheet } from '#core/export/workbook.ts';
import { finalDecision, type HandedPatient, type HandOut } from './hand-out.ts';

/**
 * The worklist as a table for programs and spreadsheets: names and values are the same in every
 * language, moments are ISO 8601 in UTC. No text of notes, no remark.
 */
export const worklistColumns = [
  'patient',
  'note',
  'probability',
  'alert',
  'undecided',
  'notes',
  'not_judged',
  'newest_note',
  'open',
  'decision',
  'reason',
  'decided_by',
  'decided_at',
  'final',
  'made_by',
] as const;

export function* worklistRows(handOut: HandOut): Generator<readonly SheetCell[]> {
  const madeBy = describeMaker(handOut);
  for (const patient of handOut.patients) {
    const { entry, decision } = patient;
    yield [
      entry.patient,
      entry.noteId,
      entry.probability,
      String(entry.isAlert),
      String(entry.isUndecided),
      entry.notes,
      entry.notJudged,
      entry.date,
      String(entry.isOpen),
      decision?.kind ?? null,
      decision?.reason ?? null,
      decision?.person?.name ?? null,
      decision === null ? null : instantOf(decision.atMs),
      String(finalDecision(patient) !== null),
      madeBy,
    ];
  }
}

/** Worklist, every decision, and what the release is. */
export function makeSheets(handOut: HandOut): Sheet[] {
  return [
    { name: 'worklist', header: worklistColumns, rows: worklistRows(handOut) },
    {
      name: 'decisions',
      header: ['decision_id', 'patient', 'decision', 'reason', 'decided_by', 'decided_at', 'notes'],
      rows: decisionRows(handOut.patients),
    },
    { name: 'about', header: ['what', 'value'], rows: aboutRows(handOut) },
  ];
}

function* decisionRows(patients: Iterable<HandedPatient>): Generator<readonly SheetCell[]> {
  for (const { entry, notes, decisions } of patients) {
    const names = new Map(notes.map(({ id, noteId, version }) => [id, `${noteId} v${version}`]));
    for (const { id, kind, reason, person, atMs, notes: seen } of decisions) {
      const read = seen.map((note) => names.get(note) ?? String(note)).join(', ');
      yield [id, entry.patient, kind, reason, person?.name ?? null, instantOf(atMs), read];
    }
  }
}

function aboutRows({ release, standing, programVersion, atMs }: HandOut): [string, SheetCell][] {
  const { model, label, rule, intendedUse, population, trialReasons } = release.content;
  const threshold = rule?.threshold ?? null;
  return [
    ['made by', 'artificial intelligence: a proposal, for a person to judge'],
    ['release', release.name],
    ['release number', release.id],
    ['standing', standing],
    ...trialReasons.map((reason): [string, string] => ['for trial', inEnglish(reason)]),
    ['looks for', label],
    ['model', model.name],
    ['SHA-256 of the weights', model.hash],
    ['threshold', threshold?.probability ?? null],
    ['calibration', rule?.calibrator?.kind ?? 'none'],
    ['intended use', intendedUse],
    ['population', population],
    ['program', `Anamnesis ${programVersion}`],
    ['written at', instantOf(atMs)],
  ];
}

function describeMaker({ release, standing }: HandOut): string {
  return `AI: ${release.name}, release ${release.id}, ${standing}`;
}

const instantOf = (atMs: number) => new Date(atMs).toISOString();
