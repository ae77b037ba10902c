/** One name per column from header rows: the lowest that says something, such as one below a group's. */
export function stackHeader(rows: readonly (readonly string[])[]): readonly string[] {
  return rows.reduce<readonly string[]>(
    (above, cells) => cells.map((text, index) => (text === '' ? (above[index] ?? '') : text)),
    [],
  );
}
