import { z } from 'zod';

/** Labels reach tables and reports, where no text of a note may be. */
export const longestLabel = 100;

/** What a class or label is called, in plans as in tables. */
export const className = z
  .string()
  .max(longestLabel)
  .regex(/^\S(.*\S)?$/, { error: 'Invalid name of a class: expected one line, trimmed' });
