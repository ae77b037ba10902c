/**
 * A text as Typst's string literal. The only way in which text of a study enters a document: a string
 * is never read as markup or code.
 */
export function literal(text: string): string {
  const escaped = text.replace(
    /[\\"\u0000-\u001f\u007f-\u009f\u2028\u2029]/g,
    (character) => escapes[character] ?? `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
  return `"${escaped}"`;
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  // What cannot be printed is left out, as a page does.
  '\u0000': '',
};
