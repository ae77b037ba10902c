import { createHash } from 'node:crypto';
import type { ScreenedNote } from '#core/domain/screening.ts';
import type { WorklistEntry } from '#core/domain/screening-worklist.ts';

/** Plain data of FHIR R4, as it stands in a file. */
export type FhirResource = {
  readonly resourceType: 'Device' | 'Practitioner' | 'RiskAssessment' | 'Task' | 'Provenance';
} & Readonly<Record<string, unknown>>;

export interface FhirEntry {
  /** Others in the bundle refer to it by this. */
  readonly fullUrl: string;
  readonly resource: FhirResource;
}

/**
 * The same id for the same thing whenever it is handed out, so that who receives it twice can tell: the
 * first half of a SHA-256, written as a UUID of version 8 (RFC 9562: by a rule of one's own).
 */
export function idOf(...parts: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  const variant = ((Number.parseInt(hex[16], 16) & 0x3) | 0x8).toString(16);
  const groups = [
    ...[hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`],
    ...[`${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)],
  ];
  return `urn:uuid:${groups.join('-')}`;
}

/**
 * The security label that FHIR has for what an artificial intelligence asserts, as the guide "AI
 * Transparency on FHIR" uses it, and a tag in words for who reads no codes.
 */
export function labelOf(...tags: readonly string[]) {
  return {
    security: [
      {
        system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue',
        ...{ code: 'AIAST', display: 'Artificial Intelligence asserted' },
      },
    ],
    tag: tags.map((display) => ({ display })),
  };
}

/** The patient as the notes name them: which system the id is of, only who receives it knows. */
export function subjectOf({ patient }: WorklistEntry, unknown: string) {
  return patient === null
    ? { type: 'Patient', display: unknown }
    : { type: 'Patient', identifier: { value: patient } };
}

/** One version of a note: its id, and its text by hash alone. */
export function noteOf({ noteId, version, textHash }: ScreenedNote) {
  return {
    ...{ type: 'DocumentReference', identifier: { value: noteId } },
    display: `version ${version}, SHA-256 ${textHash}`,
  };
}

export const instantOf = (atMs: number) => new Date(atMs).toISOString();

export const asText = (text: string) => ({ text });

/** A list, or nothing where it is empty: FHIR has no empty lists. */
export function listOf(key: string, values: readonly unknown[]) {
  return values.length === 0 ? {} : { [key]: values };
}
