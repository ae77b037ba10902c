import { isJsonObject, type JsonObject, type JsonValue, valueIn, withValues } from './json.ts';

/** The keys that lead from an object to a value in it. */
export type JsonPath = readonly string[];

/** The value at the end of a path through objects; undefined where there is none. */
export function valueAt(object: JsonObject, path: JsonPath): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>(
    (value, key) => (isJsonObject(value) ? valueIn(value, key) : undefined),
    object,
  );
}

/**
 * The same object with another value at the end of a path, all else as it was and in its order;
 * objects on the way are made where there are none. Undefined takes the key away.
 */
export function withValueAt(
  object: JsonObject,
  path: JsonPath,
  value: JsonValue | undefined,
): JsonObject {
  const [key, ...rest] = path;
  if (rest.length === 0) return withValues(object, [[key, value]]);
  const inner = valueIn(object, key);
  if (value === undefined && !isJsonObject(inner)) return object;
  return withValues(object, [[key, withValueAt(isJsonObject(inner) ? inner : {}, rest, value)]]);
}
