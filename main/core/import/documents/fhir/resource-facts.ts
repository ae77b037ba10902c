import type { SourceDocument } from '#core/domain/document.ts';
import { type JsonRecord, recordOf, recordsOf, textOrNull } from '../json-values.ts';

/** What a FHIR resource says of each document in it. */
export type ResourceFacts = Pick<
  SourceDocument,
  'patient' | 'date' | 'language' | 'kind' | 'columns'
>;

const dateTime =
  /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?)?)?$/;

/** The first that is a date of FHIR, which is one of ISO 8601 as it stands. */
function firstDate(...values: readonly unknown[]): string | null {
  const found = values.find((value) => typeof value === 'string' && dateTime.test(value));
  return typeof found === 'string' ? found : null;
}

/** What people call a concept: its text, else the name of its first coding, else that code. */
function nameConcept(value: unknown): string | null {
  const concept = recordOf(value);
  const codings = recordsOf(concept.coding);
  const names = [
    concept.text,
    ...codings.map(({ display }) => display),
    ...codings.map(({ code }) => code),
  ];
  return names.map(textOrNull).find((name) => name !== null) ?? null;
}

/** The first concept of a list, or of a single one, that has a name. */
function nameFirst(...values: readonly unknown[]): string | null {
  const concepts = values.flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : value));
  return concepts.map(nameConcept).find((name) => name !== null) ?? null;
}

const identifierOf = (value: unknown) => textOrNull(recordOf(recordOf(value).identifier).value);

/** Whose resource it is: the id in a reference to a patient, also to one that it contains. */
function readPatient(resource: JsonRecord): string | null {
  const reference = textOrNull(recordOf(resource.subject).reference);
  if (reference === null) return identifierOf(resource.subject);
  if (reference.startsWith('#')) {
    const contained = recordsOf(resource.contained).find(({ id }) => id === reference.slice(1));
    const identifiers = recordsOf(contained?.identifier);
    const known = identifiers.map(({ value }) => textOrNull(value)).find((value) => value !== null);
    return known ?? identifierOf(resource.subject);
  }
  const local = /(?:^|\/)Patient\/([^/]+)(?:\/_history\/[^/]+)?$/.exec(reference)?.[1];
  return local ?? reference.replace(/^urn:(?:uuid|oid):/, '');
}

const periodStart = (value: unknown) => recordOf(value).start;

/** Facts of a DocumentReference, a DiagnosticReport or a Composition. */
export function readFacts(resource: JsonRecord): ResourceFacts {
  const context = recordOf(resource.context);
  const encounters = [recordsOf(context.encounter)[0], resource.encounter];
  const columns: Record<string, string> = {};
  const note = (name: string, value: unknown) => {
    const text = textOrNull(value);
    if (text !== null) columns[name] = text;
  };
  note('resourceType', resource.resourceType);
  note('status', resource.status);
  note('docStatus', resource.docStatus);
  note('title', resource.title);
  note('description', resource.description);
  note('category', nameFirst(resource.category));
  note('encounter', encounters.map((each) => textOrNull(recordOf(each).reference)).find(Boolean));
  note('conclusion', resource.conclusion);
  return {
    patient: readPatient(resource),
    date: firstDate(
      resource.effectiveDateTime,
      periodStart(resource.effectivePeriod),
      resource.date,
      periodStart(context.period),
      resource.issued,
      resource.recordedDate,
      resource.performedDateTime,
      resource.onsetDateTime,
    ),
    language: textOrNull(resource.language),
    kind: nameFirst(resource.type, resource.code, resource.category),
    columns,
  };
}
