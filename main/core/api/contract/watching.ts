import { z } from 'zod';
import { watchNames } from '#core/domain/screening-watch.ts';
import { toldSchema } from './phrase.ts';

const share = z.number().min(0).max(1);
const expected = z.strictObject({ value: z.number(), lower: z.number(), upper: z.number() });

export const askForWatchingSchema = z.strictObject({ releaseId: z.int().positive() });

const findingSchema = z.strictObject({
  name: z.enum(watchNames),
  /** A median score, or a share; of a sensitivity the one that is claimed. Null where there is none. */
  before: z.number().nullable(),
  now: z.number().nullable(),
  /** Of distribution functions, or MMD²; null for shares. */
  distance: z.number().nullable(),
  /** Null where there was too little to test. */
  p: share.nullable(),
  /** Adjusted for all that was tested of the month. */
  adjustedP: share.nullable(),
  isAlarm: z.boolean(),
});

const watchedMonthSchema = z.strictObject({
  /** Such as 2026-09, in UTC. */
  month: z.string(),
  counts: z.strictObject({
    patients: z.int(),
    scored: z.int(),
    alerts: z.int(),
    notJudged: z.int(),
    /** Of patients with an alert, those on whom somebody decided, and those decided for it. */
    decided: z.int(),
    agreed: z.int(),
  }),
  /** Estimated; null where nothing was calibrated, or scored. */
  prevalence: expected.nullable(),
  /** Months that it was compared with; empty for one that later ones are compared with. */
  reference: z.array(z.string()).readonly(),
  /** The share of months without any change that may have an alarm. */
  falseAlarmRate: share,
  findings: z.array(findingSchema).readonly(),
  alarms: z.array(z.strictObject({ changed: toldSchema, remedy: toldSchema })).readonly(),
});

/** What is seen of a release at work, month by month, the oldest first. */
export const watchingSchema = z.strictObject({
  release: z.strictObject({
    id: z.int(),
    name: z.string(),
    standing: z.enum(['for-trial', 'in-use', 'expired', 'replaced']),
  }),
  months: z.array(watchedMonthSchema).readonly(),
  /** Months that have passed and were not judged yet. */
  due: z.array(z.string()).readonly(),
  /** What the newest sample says so far; null before one was drawn. */
  sample: z
    .strictObject({
      month: z.string(),
      drawn: z.int(),
      /** Of them, those that need no more reading. */
      read: z.int(),
      missed: expected.nullable(),
      sensitivity: expected.nullable(),
      claimed: share.nullable(),
    })
    .nullable(),
});

export type WatchingView = z.infer<typeof watchingSchema>;
