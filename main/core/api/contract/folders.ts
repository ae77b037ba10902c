import { z } from 'zod';

export const askForFolderSchema = z.strictObject({
  /** Relative to the folder of plans, or absolute; null for that folder itself. */
  path: z.string().min(1).max(4_096).nullable(),
});

/** What lies in a folder, by name alone: for people who choose a path where no system dialog is. */
export const folderSchema = z.strictObject({
  path: z.string(),
  /** Null for the root. */
  parent: z.string().nullable(),
  /** Folders first, in the order of their names; nothing hidden, and no links. */
  entries: z
    .array(
      z.strictObject({
        name: z.string(),
        path: z.string(),
        isFolder: z.boolean(),
        byteCount: z.number().nullable(),
      }),
    )
    .readonly(),
  /** Entries that are not listed, because there are too many. */
  omitted: z.int(),
});

export type FolderView = z.infer<typeof folderSchema>;
