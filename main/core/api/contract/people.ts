import { z } from 'zod';
import { roles } from '#core/domain/person.ts';

export const nameSchema = z.string().max(100);
export const passphraseSchema = z.string().max(1_000);
const roleSchema = z.enum(roles);
const identifier = z.string().min(1).max(200);

/** Who asks; the name is null where the workspace has no names, and for the recovery key. */
export const personSchema = z.strictObject({
  id: identifier,
  name: z.string().nullable(),
  role: roleSchema,
});

const personRowSchema = personSchema.extend({
  kind: z.enum(['first', 'further', 'recovery']),
  isLocked: z.boolean(),
  /** False after a change that was cut off: an owner gives them another. */
  hasPassphrase: z.boolean(),
  createdAtMs: z.number(),
});

/** Those who were not removed, with the recovery key where there is one. */
export const peopleSchema = z.strictObject({ persons: z.array(personRowSchema).readonly() });

export const addPersonSchema = z.strictObject({
  name: nameSchema,
  role: roleSchema,
  passphrase: passphraseSchema,
  /** The name of who was alone so far; needed with the second person. */
  firstName: nameSchema.optional(),
});

export const ofPersonSchema = z.strictObject({ personId: identifier });
export const setRoleSchema = ofPersonSchema.extend({ role: roleSchema });
export const resetPassphraseSchema = ofPersonSchema.extend({ passphrase: passphraseSchema });
/** One's own: whoever finds a window open does not change it. */
export const changePassphraseSchema = z.strictObject({
  present: passphraseSchema,
  passphrase: passphraseSchema,
});
/** Shown once, and nowhere kept. */
export const recoveryKeySchema = z.strictObject({ recoveryKey: z.string() });

export type PersonRole = z.infer<typeof roleSchema>;
export type PersonRow = z.infer<typeof personRowSchema>;
export type PeopleView = z.infer<typeof peopleSchema>;
export type NewPersonView = z.infer<typeof addPersonSchema>;
