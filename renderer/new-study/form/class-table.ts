import { isJsonObject, type JsonObject, type JsonValue, withValues } from '#contract/json.ts';

export interface ClassRow {
  /** As the data has it. */
  readonly name: string;
  /** Null where it is known under another name, or left out. */
  readonly count: number | null;
  /** What the task calls it; null where that is the same. */
  readonly calledName: string | null;
  readonly isLeftOut: boolean;
}

/**
 * The classes or types of a task: those that the plan renames or leaves out, and all others that were
 * found, which are called in the task as in the data.
 */
export function listClasses(
  labels: JsonObject,
  found: readonly { readonly label: string; readonly count: number }[],
  weighed: readonly string[] = [],
): ClassRow[] {
  const renamed = Object.entries(labels).map(([name, value]) => ({
    name,
    count: null,
    calledName: typeof value === 'string' ? value : null,
    isLeftOut: value === null,
  }));
  const made = new Set(Object.values(labels));
  const others = found
    .filter(({ label }) => !made.has(label) && !Object.hasOwn(labels, label))
    .map(({ label, count }) => ({ name: label, count, calledName: null, isLeftOut: false }));
  // A weight of a class that is not there can be taken away where it is seen.
  const known = new Set([
    ...renamed.map(({ calledName }) => calledName),
    ...others.map(({ name }) => name),
  ]);
  const unknown = weighed
    .filter((name) => !known.has(name) && !Object.hasOwn(labels, name))
    .map((name) => ({ name, count: null, calledName: null, isLeftOut: false }));
  // By name, so that a row stays where it is while it is renamed or left out.
  return [...renamed, ...others, ...unknown].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The weights of classes with another one; undefined where none is left. What is no number stays. */
export function setWeight(
  weights: JsonValue | undefined,
  name: string,
  text: string,
): JsonValue | undefined {
  const trimmed = text.trim().replace(',', '.');
  const number = Number(trimmed);
  const value = trimmed === '' ? undefined : Number.isFinite(number) ? number : text;
  const changed = withValues(isJsonObject(weights) ? weights : {}, [[name, value]]);
  return Object.keys(changed).length === 0 ? undefined : changed;
}
