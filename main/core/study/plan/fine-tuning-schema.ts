import { z } from 'zod';
import { optimiser, positiveInteger, title } from './shared-fields.ts';

/** By what the inner split judges an epoch. */
export const earlyStopMeasures = ['loss', 'score'] as const;

const earlyStop = z
  .strictObject({
    share: z
      .number()
      .min(0.05)
      .max(0.5)
      .default(0.1)
      .describe(
        'Of the examples that a fold learns from, held back to say when to stop; by the same groups and as evenly by class as folds are. Never of those that are tested.',
      ),
    patience: positiveInteger
      .max(100)
      .default(2)
      .describe('So many epochs without a better one end the training.'),
    measure: z
      .enum(earlyStopMeasures)
      .default('loss')
      .describe(
        'What makes an epoch better on what is held back: a lower loss, or a higher score, that by which models are compared.',
      ),
  })
  .describe(
    'Stop each fold when it learns nothing more, by an inner split of what it learns from, and keep the weights of its best epoch; epochs is then the most. The final model learns from all for the median of the folds’ epochs.',
  );

/** What tasks of every kind say of how models are fine-tuned on them. */
export const fineTuning = {
  title,
  keepModels: z
    .boolean()
    .default(false)
    .describe(
      'Keep the weights of every fold and model in the workspace, so that they can be exported; each takes as much room as the model.',
    ),
  finalModel: z
    .boolean()
    .default(false)
    .describe(
      'Also fine-tune each model on all labels, at the end: the one to use on new text. What to expect of it the folds tell.',
    ),
  folds: z.int().min(2).max(100).default(10),
  repeats: z
    .int()
    .min(2)
    .max(100)
    .optional()
    .describe(
      'How many times the examples are divided into folds, each time anew from the seed of the plan; once when left out. All folds of all divisions are trained.',
    ),
  foldsBy: z
    .enum(['time'])
    .optional()
    .describe(
      'How examples are divided into folds: by lot when left out; by time, each fold tests a period and learns from what is earlier, of other patients, as a model at work meets what comes. For sets whose documents have dates.',
    ),
  epochs: positiveInteger.max(1000),
  batchSize: positiveInteger.max(4096).default(16),
  maxTokens: z.int().min(8).max(8192).default(512),
  ...optimiser,
  learningRate: optimiser.learningRate.default(2e-5),
  frozenEncoder: z
    .boolean()
    .default(false)
    .describe(
      'Leave the encoder as it is and train the head alone, on what the encoder says of each text once for all folds: minutes in the place of hours, and most often worse. Dropout acts on the head alone, and gradients are clipped by the norm of the head’s.',
    ),
  earlyStop: earlyStop.optional(),
  layerDecay: z
    .number()
    .min(0.01)
    .max(1)
    .optional()
    .describe(
      'Factor of the learning rate from the head to the topmost layer, and from each layer to the one below; the embeddings learn slowest. ELECTRA has 0.8, ULMFiT 0.38; all layers learn alike when left out.',
    ),
};
