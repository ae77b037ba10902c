import { isJsonList, type JsonValue } from '#contract/json.ts';

/** Numbers of examples as a person writes them: "10, 50, all". */
export function showExamples(value: JsonValue | undefined): string {
  return isJsonList(value) ? value.map(String).join(', ') : '';
}

/** What is neither a number nor "all" stays as it was typed: the plan says at its field what it is. */
export function readExamples(text: string): JsonValue {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((each) => (/^\d+$/.test(each) ? Number(each) : each));
}
