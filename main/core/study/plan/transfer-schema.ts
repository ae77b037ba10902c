import { z } from 'zod';
import { name, positiveInteger } from './shared-fields.ts';

const label = z.string().min(1).max(100);

const fewShot = z
  .strictObject({
    examples: z
      .array(z.union([positiveInteger.max(1_000_000), z.literal('all')]))
      .min(1)
      .max(20)
      .describe(
        'How many notes or sentences of the target are learned from after the source; "all" takes the whole training side of each fold, with the epochs and batches of the target.',
      ),
    draws: z
      .int()
      .min(10)
      .max(1000)
      .default(10)
      .describe(
        'How often the examples are drawn by lot, from the training side of one fold of the target after the other; each draw is tested on that fold, and is the same for every model.',
      ),
    epochs: positiveInteger
      .max(1000)
      .default(20)
      .describe('On the drawn examples; fixed, so that the target chooses nothing.'),
    batchSize: positiveInteger.max(4096).default(8),
    withoutSource: z
      .boolean()
      .default(true)
      .describe(
        'Also learn from the same drawn examples without the source, which tells what the source gives.',
      ),
  })
  .describe('Go on with a few labelled examples of the target.');

export const transfer = z
  .strictObject({
    source: name.describe('The task whose labels are learned from: all of them.'),
    target: name.describe('The task that is tested on, fold by fold.'),
    labels: z
      .record(label, label.nullable())
      .optional()
      .describe(
        'By class or entity type of the source, as its task calls it: what the target calls it, or null to leave it out. What is not named keeps its name; of what the target does not have, entities are ignored and notes left out.',
      ),
    fewShot: fewShot.optional(),
  })
  .describe('Learn a task in one language and test on another’s.');
