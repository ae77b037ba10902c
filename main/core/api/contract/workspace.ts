import { z } from 'zod';

export const workspaceSchema = z.strictObject({
  /** Name of the workspace's folder, without its path. */
  name: z.string(),
  version: z.string(),
  counts: z.strictObject({
    studies: z.int(),
    runs: z.int(),
    models: z.int(),
    corpora: z.int(),
  }),
});

export type WorkspaceView = z.infer<typeof workspaceSchema>;
