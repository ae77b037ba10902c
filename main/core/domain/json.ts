/** What JSON can hold. */
export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

export type JsonObject = Readonly<Record<string, JsonValue>>;

export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isJsonList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** The object under a key, or an empty one; what lies on the prototype is no key. */
export function objectIn(object: JsonObject, key: string): JsonObject {
  const value = valueIn(object, key);
  return isJsonObject(value) ? value : {};
}

/** The list under a key, or an empty one. */
export function listIn(object: JsonObject, key: string): readonly JsonValue[] {
  const value = valueIn(object, key);
  return isJsonList(value) ? value : [];
}

export function valueIn(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

export function stringIn(object: JsonObject, key: string): string | null {
  const value = valueIn(object, key);
  return typeof value === 'string' ? value : null;
}

export function numberIn(object: JsonObject, key: string): number | null {
  const value = valueIn(object, key);
  return typeof value === 'number' ? value : null;
}

/** A text, a number or a truth value as text; null for all else. */
export function textOf(value: JsonValue | undefined): string | null {
  if (value === null || value === undefined || typeof value === 'object') return null;
  return String(value);
}

/** The same object with other values under some keys; undefined takes a key away. */
export function withValues(
  object: JsonObject,
  values: readonly (readonly [string, JsonValue | undefined])[],
): JsonObject {
  // Not by assignment: a key may be called __proto__.
  const entries = new Map(Object.entries(object));
  for (const [key, value] of values) {
    if (value === undefined) entries.delete(key);
    else entries.set(key, value);
  }
  return Object.fromEntries(entries);
}

/** The same object with another value for each object in the table under a key; as it is without one. */
export function mapIn(
  object: JsonObject,
  key: string,
  change: (value: JsonObject) => JsonObject,
): JsonObject {
  if (!Object.hasOwn(object, key)) return object;
  const entries = Object.entries(objectIn(object, key)).map(
    ([name, value]) => [name, isJsonObject(value) ? change(value) : value] as const,
  );
  return withValues(object, [[key, Object.fromEntries(entries)]]);
}
