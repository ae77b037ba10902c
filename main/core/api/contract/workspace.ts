import { z } from 'zod';

/** One way to compute. An engine that cannot be used says why and what would change that. */
const engineSchema = z.strictObject({
  /** For example "onnx-cpu". */
  name: z.string(),
  available: z.boolean(),
  /** True for the one that new runs will use. */
  chosen: z.boolean(),
  /** Measured on this machine; null before the first measurement. */
  tokensPerSecond: z.number().nullable(),
  reason: z.string().nullable(),
  remedy: z.string().nullable(),
});

export const workspaceSchema = z.strictObject({
  /** Name of the workspace's folder, without its path. */
  name: z.string(),
  version: z.string(),
  engines: z.array(engineSchema).readonly(),
  counts: z.strictObject({
    studies: z.int(),
    runs: z.int(),
    models: z.int(),
    corpora: z.int(),
  }),
});

export type WorkspaceView = z.infer<typeof workspaceSchema>;
export type EngineView = z.infer<typeof engineSchema>;
