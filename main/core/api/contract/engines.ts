import { z } from 'zod';
import type { CalibrationShape, EngineOutcome } from '#core/domain/calibration.ts';
import { failureSchema } from './failure.ts';
import { toldSchema } from './phrase.ts';

const engineStates = {
  measured: 'measured',
  missing: 'missing',
  failed: 'failed',
  unmeasured: 'unmeasured',
} as const satisfies { readonly [State in EngineOutcome['state'] | 'unmeasured']: State };

/** One way to compute. */
const engineSchema = z.strictObject({
  /** For example "onnx-cpu". */
  name: z.string(),
  /**
   * `missing`: not on this machine. `failed`: found, but its steps came to no end. `unmeasured`:
   * nothing is known of it yet.
   */
  state: z.enum(engineStates),
  /** True for the one that runs use where nobody names another. */
  chosen: z.boolean(),
  /** How it computes here, or why it cannot be used. */
  detail: toldSchema.nullable(),
  /** What would change that. */
  remedy: toldSchema.nullable(),
  stepsPerSecond: z.number().nullable(),
  tokensPerSecond: z.number().nullable(),
  /** What other programs had of the processors meanwhile, from 0 to 1; null where that is unknown. */
  othersShare: z.number().nullable(),
});

const shapeSchema = z.strictObject({
  layers: z.int(),
  hiddenSize: z.int(),
  vocabularySize: z.int(),
  rows: z.int(),
  tokens: z.int(),
}) satisfies z.ZodType<CalibrationShape>;

export const enginesSchema = z.strictObject({
  /** In the program's order of preference. */
  engines: z.array(engineSchema).readonly(),
  /** Those that are being measured now, by turns; empty when none is. */
  measuring: z.array(z.string()).readonly(),
  /** In words. */
  machine: z.string(),
  /** The model and batch that they were, or will be, measured with. */
  shape: shapeSchema,
  /** Null before the first measurement. */
  measuredAtMs: z.number().nullable(),
  /** How the choice was made, in words; null where nothing was chosen. */
  choice: z.string().nullable(),
  /** Why the latest measurement could not be stored. */
  failure: failureSchema.nullable(),
});

export type EnginesView = z.infer<typeof enginesSchema>;
export type EngineView = z.infer<typeof engineSchema>;
