import { z } from 'zod';

/** Longer paths than any system takes. */
const folder = z.string().min(1).max(4_096);
const passphrase = z.string().max(1_000);

/** Which workspace a host has open, and which it knows of. */
export const workspacesSchema = z.strictObject({
  /** Null while none is open: all other procedures are refused then. */
  open: z.strictObject({ folder: z.string(), name: z.string() }).nullable(),
  /** Those that were opened in a window, newest first; the one that is open is among them. */
  recent: z
    .array(z.strictObject({ folder: z.string(), name: z.string(), isThere: z.boolean() }))
    .readonly(),
  /** The folder to which the paths of workspaces are relative. */
  pathsRelativeTo: z.string(),
});

/** What a folder is opened or made with. The passphrase is nowhere kept. */
export const openWorkspaceSchema = z.strictObject({ folder, passphrase });
export const forgetWorkspaceSchema = z.strictObject({ folder });

export type WorkspacesView = z.infer<typeof workspacesSchema>;
