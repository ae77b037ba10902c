import type { RawItem } from './place-items.ts';

/** What lies upon a page beside its text. */
export interface Widgets {
  /** What was filled into the fields of a form, where they stand. */
  readonly items: readonly RawItem[];
  readonly buttonCount: number;
  readonly remarkCount: number;
}

/** Of the letters in a field, where the field itself does not say. */
const usualHeight = 10;
/** Kinds of annotations that hold what people wrote. */
const remarkKinds = new Set(['Text', 'FreeText']);

/** Reads annotations as the library gives them: the filled fields of forms are text of the page. */
export function readWidgets(annotations: readonly unknown[]): Widgets {
  const items: RawItem[] = [];
  let buttonCount = 0;
  let remarkCount = 0;
  for (const each of annotations) {
    const { subtype, fieldType, fieldValue, rect, hidden, contentsObj } = (each ?? {}) as {
      readonly subtype?: unknown;
      readonly fieldType?: unknown;
      readonly fieldValue?: unknown;
      readonly rect?: unknown;
      readonly hidden?: unknown;
      readonly contentsObj?: { readonly str?: unknown };
    };
    if (hidden === true) continue;
    const said = contentsObj?.str;
    if (remarkKinds.has(String(subtype)) && typeof said === 'string' && said.trim() !== '') {
      remarkCount++;
    }
    if (subtype !== 'Widget') continue;
    if (fieldType === 'Btn') buttonCount++;
    const values: unknown[] = Array.isArray(fieldValue) ? fieldValue : [fieldValue];
    const text = values.filter((value) => typeof value === 'string').join(', ');
    if ((fieldType !== 'Tx' && fieldType !== 'Ch') || text.trim() === '') continue;
    if (!Array.isArray(rect) || rect.length !== 4) continue;
    const [left, bottom, right, top] = rect.map(Number);
    const lines = text.split(/\r\n?|\n/);
    const height = Math.min(usualHeight, Math.max(1, (top - bottom) / lines.length));
    const first = lines.length === 1 ? bottom + (top - bottom - height) / 2 : top - height;
    lines.forEach((line, index) => {
      const y = first - index * height * 1.2;
      const width = Math.min(right - left, line.length * height * 0.5);
      items.push({ text: line, matrix: [height, 0, 0, height, left, y], width });
    });
  }
  return { items, buttonCount, remarkCount };
}
