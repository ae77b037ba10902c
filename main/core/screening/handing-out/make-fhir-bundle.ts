import type { HandingOutWording } from '#core/wording/handing-out/en.ts';
import { labelOf, idOf, instantOf, type FhirEntry } from './fhir-parts.ts';
import { makeDevice } from './make-fhir-device.ts';
import { makePatientEntries, type FhirContext } from './make-fhir-patient.ts';
import { named, type HandOut } from './hand-out.ts';

/**
 * The Bundle (FHIR R4, type "collection") of a hand-out as pieces of JSON: the program as Device, and of
 * each patient a RiskAssessment, a Task that proposes to look, and who says so. What the model says is
 * `preliminary` until a person with a name decided, then `final`. It holds no text of notes and no
 * remark. The same hand-out gives the same text.
 */
export function* writeFhirBundle(
  handOut: HandOut,
  handingOut: HandingOutWording,
): Generator<string, void, undefined> {
  const { release, atMs } = handOut;
  const device = makeDevice(handOut, handingOut);
  const tags = [
    handingOut.madeByAi,
    ...(handOut.standing === 'for-trial' ? [handingOut.forTrial] : []),
  ];
  const context: FhirContext = { release, device: device.fullUrl, tags, handingOut };
  const frame = {
    resourceType: 'Bundle',
    meta: labelOf(...tags),
    identifier: { system: 'urn:ietf:rfc:3986', value: idOf('bundle', release.id, atMs) },
    ...{ type: 'collection', timestamp: instantOf(atMs) },
  };
  yield `${JSON.stringify(frame).slice(0, -1)},"entry":[\n${JSON.stringify(device)}`;
  const persons = new Set<string>();
  for (const patient of handOut.patients) {
    const person = patient.decision === null ? null : (named(patient.decision)?.person ?? null);
    const isNew = person !== null && !persons.has(person.id);
    if (isNew) persons.add(person.id);
    const entries = [
      ...(isNew ? [makePractitioner(person)] : []),
      ...makePatientEntries(patient, context),
    ];
    yield entries.map((entry) => `,\n${JSON.stringify(entry)}`).join('');
  }
  yield '\n]}\n';
}

/** Who decided, by the name that they have in the workspace. */
function makePractitioner(person: { readonly id: string; readonly name: string }): FhirEntry {
  return {
    fullUrl: idOf('person', person.id),
    resource: {
      resourceType: 'Practitioner',
      identifier: [{ value: person.id }],
      name: [{ text: person.name }],
    },
  };
}
