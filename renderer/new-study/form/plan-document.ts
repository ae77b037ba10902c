import {
  isJsonObject,
  type JsonObject,
  type JsonPath,
  type JsonValue,
  valueAt,
  withValueAt,
} from '#contract/json.ts';
import type { PlanField } from '#contract/plan-form.ts';

/** The plan in a text; null while the text is no JSON object. */
export function readPlanText(text: string): JsonObject | null {
  try {
    const value = JSON.parse(text) as JsonValue;
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** As files have it. */
export function writePlanText(plan: JsonObject): string {
  return JSON.stringify(plan, null, 2);
}

/** The plan with another value of a field; what it is when left out is left out. */
export function setField(
  plan: JsonObject,
  { path, field }: { readonly path: JsonPath; readonly field: PlanField },
  value: JsonValue | undefined,
): JsonObject {
  const at = [...path, field.key];
  const text = JSON.stringify(value);
  // What the plan says already stays as it says it, also where it could leave it out.
  if (text === JSON.stringify(valueAt(plan, at))) return plan;
  return withValueAt(plan, at, text === field.default ? undefined : value);
}

/** Keys of a part of the plan that neither fields nor the form's own places show. */
export function listWritten(
  part: JsonObject,
  { fields, own }: { readonly fields: readonly PlanField[]; readonly own: readonly string[] },
): [string, JsonValue][] {
  const shown = new Set([...own, ...fields.map(({ key }) => key)]);
  return Object.entries(part).filter(([key]) => !shown.has(key));
}
