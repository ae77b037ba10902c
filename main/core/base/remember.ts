/**
 * Does a work once: what was kept of it under this key before is given back as it was. Results are
 * plain data, as JSON holds it.
 */
export type Remember = <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;

/** Does everything anew. */
export const forgetful: Remember = (_, work) => work();

/** The same, of a part: its keys stand under this one. */
export function rememberPart(remember: Remember, part: string): Remember {
  return (key, work) => remember(`${part}/${key}`, work);
}
