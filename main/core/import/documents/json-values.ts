/** Values of JSON of any shape, looked at without an exception. */
export type JsonRecord = Readonly<Record<string, unknown>>;

const nothing: JsonRecord = {};

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value where it is an object, else one without anything in it. */
export function recordOf(value: unknown): JsonRecord {
  return isRecord(value) ? value : nothing;
}

/** The objects of a list; none where it is no list. */
export function recordsOf(value: unknown): JsonRecord[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** The value where it is a text with anything in it, else null. */
export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}
