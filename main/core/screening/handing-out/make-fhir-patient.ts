import type { DecisionKind } from '#core/domain/screening-decision.ts';
import type { ScreeningRelease } from '#core/domain/screening-release.ts';
import type { HandingOutWording } from '#core/wording/handing-out/en.ts';
import {
  asText,
  idOf,
  instantOf,
  labelOf,
  listOf,
  noteOf,
  subjectOf,
  type FhirEntry,
} from './fhir-parts.ts';
import {
  finalDecision,
  isForPeople,
  lastSaidAtMs,
  named,
  type HandedPatient,
  type NamedDecision,
} from './hand-out.ts';

export interface FhirContext {
  readonly release: ScreeningRelease;
  /** Where the program with the model stands in the bundle. */
  readonly device: string;
  /** In words: made by AI, and for trial where it is. */
  readonly tags: readonly string[];
  readonly handingOut: HandingOutWording;
}

/** Assessment, proposal and who says so of one patient. */
export function makePatientEntries(patient: HandedPatient, context: FhirContext): FhirEntry[] {
  const { release, device } = context;
  const { entry, notes, decision } = patient;
  const assessment = makeAssessment(patient, context);
  const task = isForPeople(patient) ? [makeTask(patient, assessment.fullUrl, context)] : [];
  const target = [assessment, ...task].map(({ fullUrl }) => ({ reference: fullUrl }));
  const byModel: FhirEntry = {
    fullUrl: idOf('screened', release.id, entry.subject),
    resource: {
      resourceType: 'Provenance',
      target,
      recorded: instantOf(lastSaidAtMs(patient)),
      activity: asText(context.handingOut.screened),
      agent: [{ type: participant('assembler', 'Assembler'), who: { reference: device } }],
      entity: notes.map((note) => ({ role: 'source', what: noteOf(note) })),
    },
  };
  const decided = decision === null ? null : named(decision);
  const byPerson = decided === null ? [] : [tellDecision(decided, target, context)];
  return [assessment, ...task, byModel, ...byPerson];
}

function makeAssessment(patient: HandedPatient, context: FhirContext): FhirEntry {
  const { release, device, tags, handingOut } = context;
  const { entry, notes } = patient;
  const { label, rule } = release.content;
  return {
    fullUrl: idOf('assessment', release.id, entry.subject),
    resource: {
      resourceType: 'RiskAssessment',
      meta: labelOf(...tags),
      status: finalDecision(patient) === null ? 'preliminary' : 'final',
      method: asText(handingOut.method(release.content.model.name)),
      code: asText(handingOut.looksFor(label)),
      subject: subjectOf(entry, handingOut.patientUnknown),
      occurrenceDateTime: instantOf(lastSaidAtMs(patient)),
      performer: { reference: device },
      basis: notes.map(noteOf),
      ...listOf('prediction', entry.probability === null ? [] : [predict(patient, context)]),
      note: [
        ...tags,
        ...((rule?.calibrator ?? null) === null && entry.probability !== null
          ? [handingOut.uncalibrated]
          : []),
        ...(entry.isUndecided ? [handingOut.undecided] : []),
        ...(entry.notJudged > 0 ? [handingOut.notJudged(entry.notJudged)] : []),
      ].map(asText),
    },
  };
}

/** Of the likeliest note. FHIR has probabilities in percent. */
function predict({ entry }: HandedPatient, { release, handingOut }: FhirContext) {
  const threshold = release.content.rule?.threshold ?? null;
  return {
    outcome: asText(release.content.label),
    probabilityDecimal: 100 * (entry.probability ?? 0),
    rationale:
      threshold === null
        ? handingOut.noThreshold
        : handingOut.besideThreshold(entry.isAlert, threshold.probability),
  };
}

const taskStatus: Readonly<Record<DecisionKind, string>> = {
  agree: 'accepted',
  disagree: 'rejected',
  defer: 'on-hold',
  refer: 'accepted',
};

/** A proposal to look at a patient, and what became of it. */
function makeTask(
  patient: HandedPatient,
  assessment: string,
  { release, device, tags, handingOut }: FhirContext,
): FhirEntry {
  const { entry, decision } = patient;
  const deferred = decision?.kind === 'defer' ? named(decision) : null;
  const counts = finalDecision(patient) ?? deferred;
  const reason = counts?.reason ?? null;
  return {
    fullUrl: idOf('task', release.id, entry.subject),
    resource: {
      resourceType: 'Task',
      meta: labelOf(...tags),
      status: counts === null ? 'requested' : taskStatus[counts.kind],
      ...(reason === null ? {} : { statusReason: asText(handingOut.reason(reason)) }),
      ...(counts === null ? {} : { businessStatus: asText(handingOut.kind(counts.kind)) }),
      intent: 'proposal',
      code: asText(handingOut.looksFor(release.content.label)),
      description: handingOut.lookAndDecide(release.content.intendedUse),
      focus: { reference: assessment },
      for: subjectOf(entry, handingOut.patientUnknown),
      authoredOn: instantOf(lastSaidAtMs(patient)),
      requester: { reference: device },
      note: tags.map(asText),
    },
  };
}

function tellDecision(
  decision: NamedDecision,
  target: readonly { readonly reference: string }[],
  { release, handingOut }: FhirContext,
): FhirEntry {
  const { id, kind, reason, atMs, person } = decision;
  return {
    fullUrl: idOf('decision', release.id, id),
    resource: {
      resourceType: 'Provenance',
      target,
      recorded: instantOf(atMs),
      ...(reason === null ? {} : { reason: [asText(handingOut.reason(reason))] }),
      activity: asText(handingOut.kind(kind)),
      agent: [
        {
          type: participant('verifier', 'Verifier'),
          who: { reference: idOf('person', person.id), display: person.name },
        },
      ],
    },
  };
}

function participant(code: string, display: string) {
  const system = 'http://terminology.hl7.org/CodeSystem/provenance-participant-type';
  return { coding: [{ system, code, display }] };
}
