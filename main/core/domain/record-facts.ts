import type { SourceDocument } from './document.ts';
import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  objectIn,
  textOf,
  valueIn,
  withValues,
} from './json.ts';

const factNames = ['id', 'patient', 'date', 'language', 'kind'] as const;
type FactName = (typeof factNames)[number];

/** Which keys of a format's records are no facts of the document, and which hold more of them. */
export interface RecordKeys {
  /** Text, annotations and what is the format's own. */
  readonly reserved: readonly string[];
  /** Objects whose values are facts as well, such as "meta"; named "meta.ward". */
  readonly nested: readonly string[];
}

export type RecordFacts = Readonly<Record<FactName, string | null>> & {
  readonly columns: Readonly<Record<string, string>>;
};

const isoDate = /^\d{4}(?:-\d\d(?:-\d\d(?:[T ]\d\d:\d\d.*)?)?)?$/;

function* fieldsOf(
  record: JsonObject,
  { reserved, nested }: RecordKeys,
): Generator<[string, string]> {
  for (const [key, value] of Object.entries(record)) {
    const text = textOf(value);
    if (reserved.includes(key)) continue;
    if (text !== null) yield [key, text];
    else if (nested.includes(key) && isJsonObject(value)) {
      for (const [inner, innerValue] of Object.entries(value)) {
        const innerText = textOf(innerValue);
        if (innerText !== null) yield [`${key}.${inner}`, innerText];
      }
    }
  }
}

/** By which names a fact goes: its own, at the top or in an object of facts. */
function isNamed(field: string, fact: FactName, { nested }: RecordKeys): boolean {
  return field === fact || nested.some((key) => field === `${key}.${fact}`);
}

/**
 * What a record says of its document beside text and annotations. Facts stand under the names that
 * a person chose, or under their own; all other texts, numbers and truth values are columns.
 */
export function factsOf(
  record: JsonObject,
  keys: RecordKeys,
  chosen: Partial<Record<FactName, string | null>> = {},
): RecordFacts {
  const facts: Record<FactName, string | null> = {
    id: null,
    patient: null,
    date: null,
    language: null,
    kind: null,
  };
  const columns: [string, string][] = [];
  for (const [field, value] of fieldsOf(record, keys)) {
    const fact = factNames.find((name) =>
      typeof chosen[name] === 'string' ? chosen[name] === field : isNamed(field, name, keys),
    );
    const isSound = fact !== undefined && value !== '' && (fact !== 'date' || isoDate.test(value));
    if (isSound && facts[fact] === null) facts[fact] = value;
    else columns.push([field, value]);
  }
  return { ...facts, columns: Object.fromEntries(columns) };
}

/** Columns that a record of the format cannot hold under their names. */
export function countUnwritableColumns({ columns }: SourceDocument, keys: RecordKeys): number {
  return Object.keys(columns).filter((name) => !isWritable(name, keys)).length;
}

function isWritable(name: string, keys: RecordKeys): boolean {
  return (
    !keys.reserved.includes(name) &&
    !keys.nested.includes(name) &&
    !factNames.some((fact) => isNamed(name, fact, keys))
  );
}

function setField(
  record: JsonObject,
  field: string,
  value: JsonValue | undefined,
  { nested }: RecordKeys,
): JsonObject {
  const outer = nested.find((key) => field.startsWith(`${key}.`));
  if (outer !== undefined && isJsonObject(valueIn(record, outer))) {
    const inner = withValues(objectIn(record, outer), [[field.slice(outer.length + 1), value]]);
    return withValues(record, [[outer, inner]]);
  }
  return withValues(record, [[field, value]]);
}

/** The record with the facts and columns that its document has now; unchanged where it says them. */
export function withFacts(
  record: JsonObject,
  document: SourceDocument,
  keys: RecordKeys,
): JsonObject {
  const said = factsOf(record, keys);
  let written = record;
  for (const name of factNames) {
    if (said[name] === document[name]) continue;
    const field =
      [...fieldsOf(record, keys)].find(([key]) => isNamed(key, name, keys))?.[0] ?? name;
    written = setField(written, field, document[name] ?? undefined, keys);
  }
  for (const [name, value] of Object.entries(document.columns)) {
    const isSaid = Object.hasOwn(said.columns, name) && said.columns[name] === value;
    if (!isSaid && isWritable(name, keys)) written = setField(written, name, value, keys);
  }
  for (const name of Object.keys(said.columns)) {
    // A column that became a fact by a person's choice is still said under its own name.
    const isFact = factNames.some((fact) => document[fact] === said.columns[name]);
    if (!Object.hasOwn(document.columns, name) && !isFact) {
      written = setField(written, name, undefined, keys);
    }
  }
  return written;
}
