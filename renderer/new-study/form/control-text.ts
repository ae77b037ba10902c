import { isJsonList, type JsonValue } from '#contract/json.ts';
import type { PlanField } from '#contract/plan-form.ts';

/** What stands in a control: text, whether it is on, or which choices are. */
export type ControlState = string | boolean | readonly string[];

/**
 * What a control shows of a value of the plan, undefined where the plan leaves it out; null where the
 * control cannot hold it, so that it must be shown as it is written.
 */
export function showValue(field: PlanField, value: JsonValue | undefined): ControlState | null {
  const { control } = field;
  switch (control.kind) {
    case 'switch':
      if (value === undefined) return field.default === 'true';
      return typeof value === 'boolean' ? value : null;
    case 'number':
      if (value === undefined) return '';
      return typeof value === 'number' || isPlainText(value) ? String(value) : null;
    case 'text':
      if (value === undefined) return '';
      return isPlainText(value) ? value : null;
    case 'lines':
      if (value === undefined) return '';
      return isTextList(value) && value.every(isLine) ? value.join('\n') : null;
    case 'choice':
      if (value === undefined) return '';
      return control.choices.find((choice) => choice.value === value)?.value ?? null;
    case 'choices': {
      const known = new Set(control.choices.map((choice) => choice.value));
      if (value === undefined) return [];
      return isTextList(value) && value.every((each) => known.has(each)) ? value : null;
    }
    case 'written':
      return null;
  }
}

/** The value that a control stands for; undefined leaves it out of the plan. */
export function readControl(field: PlanField, state: ControlState): JsonValue | undefined {
  const { control } = field;
  if (typeof state !== 'string') return state;
  switch (control.kind) {
    case 'number':
      return readNumber(state);
    case 'lines': {
      const lines = state.split('\n').filter((line) => line !== '');
      return lines.length === 0 ? undefined : lines;
    }
    default:
      return state === '' ? undefined : state;
  }
}

/** What is no number stays as it was typed: the plan says at its field that it is none. */
function readNumber(text: string): JsonValue | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const number = Number(/^[^.]*,[^.,]*$/.test(trimmed) ? trimmed.replace(',', '.') : trimmed);
  return Number.isFinite(number) ? number : text;
}

/** An empty text is a value of its own, which an empty control is not; a line break it would lose. */
function isPlainText(value: JsonValue): value is string {
  return typeof value === 'string' && value !== '' && isLine(value);
}

const isLine = (text: string) => text !== '' && !/[\n\r]/.test(text);

function isTextList(value: JsonValue): value is readonly string[] {
  return isJsonList(value) && value.every((each) => typeof each === 'string');
}
