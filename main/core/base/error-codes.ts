/**
 * Every error code of the product with its meaning. Codes are stable: scripts and support notes
 * refer to them, so a code is never renamed or reused. `docs/errors.md` is written from this table.
 * Grouped by the folder that raises them, in alphabetical order.
 */
export const errorCodes = {
  'corpus.empty': 'After cleaning, a corpus holds no text.',
  'file.missing': 'A file or folder that was named does not exist.',
  'file.unreadable': 'A file exists but cannot be read.',
  'plan.circular': 'Models of a plan descend from each other in a circle.',
  'plan.invalid': 'A plan file has unknown, missing or wrong keys.',
  'plan.not-json': 'A plan file is not JSON.',
  'plan.unknown-name': 'A plan uses a name that it does not define.',
  'program.fault': 'A rule inside the program was broken: a defect, not a mistake of the user.',
} as const satisfies Record<`${string}.${string}`, string>;

export type ErrorCode = keyof typeof errorCodes;
