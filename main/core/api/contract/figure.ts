import { z } from 'zod';

/** What a number is called; what each is, docs/metrics.md says. */
const figureNames = z.enum([
  'accuracy',
  'subset-accuracy',
  'hamming-loss',
  'balanced-accuracy',
  'mcc',
  'cohen-kappa',
  'precision',
  'recall',
  'f1',
  'auroc',
  'average-precision',
  'brier',
  'log-loss',
  'ece',
  'calibration-intercept',
  'calibration-slope',
  'sensitivity',
  'specificity',
  'ppv',
  'npv',
]);

export const intervalSchema = z.strictObject({
  lower: z.number(),
  upper: z.number(),
  /** From 0 to 1, usually 0.95; two-sided. */
  confidence: z.number(),
  method: z.enum([
    /** Of a share, to be shown. */
    'wilson',
    /** Of a share, exact, to claim something. */
    'clopper-pearson',
    'wald',
    'student-t',
    /** Of PPV, NPV and alerts at a stated prevalence. */
    'mover',
    /** Over patients. */
    'bootstrap-percentile',
    'bootstrap-bca',
  ]),
});

/** One figure with all that a reader must know to compare it with another. */
export const figureSchema = z.strictObject({
  name: figureNames,
  averaging: z.enum(['one-against-rest', 'of-all', 'micro', 'macro', 'weighted']),
  /** When a found mention counts; null for what is not of mentions. */
  mode: z.enum(['strict', 'exact', 'partial', 'type']).nullable(),
  /** The class or type; null for one number of all. */
  label: z.string().nullable(),
  /** Null where it is not defined: never 0 in its place. */
  value: z.number().nullable(),
  /** Null where there is a value. */
  undefinedBecause: z.enum(['nothing-to-count', 'one-class-only', 'no-finite-estimate']).nullable(),
  /** The one to be shown first; none where none is known. */
  intervals: z.array(intervalSchema).readonly(),
  /** How many notes or mentions truly are of the class or type, or of all. */
  support: z.int(),
});
