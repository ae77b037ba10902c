import { createNumbers } from '#core/wording/numbers.ts';
import { catalogue } from '#core/wording/catalogue.ts';
import { formatInstant } from '#core/wording/format-instant.ts';
import type { Language } from '#core/wording/language.ts';
import { render } from '#core/wording/render.ts';
import type {
  Cell,
  ReportDocument,
  ReportSection,
  Row,
} from '#core/report/document/report-document.ts';
import type { HandedPatient, HandOut } from './hand-out.ts';

/** A worklist for paper: patients, why they are listed, what was decided or is to be marked. */
export function makeWorklistReport(handOut: HandOut, language: Language): ReportDocument {
  const { handingOut } = catalogue[language];
  const { release, atMs, patientCount, programVersion, standing } = handOut;
  const { count, score } = createNumbers(language);
  const { content } = release;
  const threshold = content.rule?.threshold ?? null;
  return {
    language,
    title: handingOut.title(release.name),
    kind: handingOut.worklist,
    heading: release.name,
    description: handingOut.looksFor(content.label),
    createdAtMs: atMs,
    facts: [
      { term: handingOut.written, value: formatInstant(atMs, language) },
      { term: handingOut.standing, value: handingOut.standings(standing) },
      { term: handingOut.release, value: count(release.id) },
      { term: handingOut.model, value: content.model.name },
      {
        term: handingOut.threshold,
        value: threshold === null ? handingOut.none : score(threshold.probability),
      },
      { term: handingOut.patients, value: count(patientCount) },
    ],
    sections: [tellLimits(handOut, language), listPatients(handOut, language)],
    closing: handingOut.closing(programVersion),
  };
}

/** What nobody who holds the paper may overlook. */
function tellLimits({ release, standing }: HandOut, language: Language): ReportSection {
  const { handingOut } = catalogue[language];
  const { intendedUse, population, trialReasons, rule } = release.content;
  const items = [
    handingOut.madeByAi,
    ...(standing === 'for-trial' ? [handingOut.forTrial] : []),
    ...trialReasons.map((reason) => render(reason, language)),
    ...((rule?.threshold ?? null) === null ? [handingOut.noThreshold] : []),
    handingOut.intendedUse(intendedUse),
    handingOut.population(population),
  ];
  return {
    ...{ id: 'limits', title: null, tone: 'notice' },
    blocks: [{ kind: 'list', items }],
  };
}

function listPatients({ patients }: HandOut, language: Language): ReportSection {
  const { handingOut } = catalogue[language];
  const rows = Array.from(patients, (patient) => toRow(patient, language));
  if (rows.length === 0) {
    const line = handingOut.nobody;
    return {
      ...{ id: 'patients', title: null, tone: 'plain' },
      blocks: [{ kind: 'paragraph', line }],
    };
  }
  return {
    ...{ id: 'patients', title: null, tone: 'plain' },
    blocks: [
      {
        kind: 'table',
        caption: handingOut.listed,
        columns: [
          { title: handingOut.patient },
          { title: handingOut.probability, numeric: true },
          { title: handingOut.why },
          { title: handingOut.newestNote, numeric: true },
          { title: handingOut.decision },
        ],
        rows,
        notes: [handingOut.howToMark],
      },
    ],
  };
}

function toRow(patient: HandedPatient, language: Language): Row {
  const { handingOut } = catalogue[language];
  const { score } = createNumbers(language);
  const { entry } = patient;
  const why = [
    ...(entry.isAlert ? [handingOut.alert] : []),
    ...(entry.isUndecided ? [handingOut.cannotTell] : []),
    ...(entry.notJudged > 0 ? [handingOut.unjudged(entry.notJudged)] : []),
  ];
  return {
    cells: [
      { line: entry.patient ?? '–', under: handingOut.ofNotes(entry.noteId, entry.notes) },
      entry.probability === null ? '–' : score(entry.probability),
      why.length === 0 ? '–' : why.join(', '),
      entry.date ?? '–',
      tellDecision(patient, language),
    ],
  };
}

/** What was decided; for whoever is open room to mark it, above what was decided before. */
function tellDecision({ entry, decision }: HandedPatient, language: Language): Cell {
  const { handingOut } = catalogue[language];
  if (decision === null) return handingOut.toMark;
  const { kind, reason, person, atMs } = decision;
  const said = [handingOut.kind(kind), ...(reason === null ? [] : [handingOut.reason(reason)])];
  const by = [person?.name ?? handingOut.somebody, formatInstant(atMs, language)];
  return entry.isOpen
    ? { line: handingOut.toMark, under: [...said, ...by].join(', ') }
    : { line: said.join(': '), under: by.join(', ') };
}
