import { z } from 'zod';
import { nameSchema, passphraseSchema as passphrase, personSchema } from './people.ts';

/** Longer paths than any system takes. */
const folder = z.string().min(1).max(4_096);

/** Which workspace a host has open, and which it knows of. */
export const workspacesSchema = z.strictObject({
  /** Null while none is open: all other procedures are refused then. */
  open: z
    .strictObject({
      folder: z.string(),
      name: z.string(),
      /** Whether persons sign in by name. */
      hasPersons: z.boolean(),
    })
    .nullable(),
  /** Who has signed in from this window; null while nobody has, or nothing is open. */
  person: personSchema.nullable(),
  /** Those that were opened in a window, newest first; the one that is open is among them. */
  recent: z
    .array(
      z.strictObject({
        folder: z.string(),
        name: z.string(),
        isThere: z.boolean(),
        hasPersons: z.boolean(),
      }),
    )
    .readonly(),
  /** The folder to which the paths of workspaces are relative. */
  pathsRelativeTo: z.string(),
});

/** What a folder is made with. The passphrase is nowhere kept. */
export const createWorkspaceSchema = z.strictObject({ folder, passphrase });
/**
 * What one is opened with, or signed in to where it is open: a name where it has persons, or the
 * recovery key in the place of a passphrase.
 */
export const openWorkspaceSchema = createWorkspaceSchema.extend({
  name: nameSchema.optional(),
  isRecovery: z.boolean().optional(),
});
export const forgetWorkspaceSchema = z.strictObject({ folder });

export type WorkspacesView = z.infer<typeof workspacesSchema>;
