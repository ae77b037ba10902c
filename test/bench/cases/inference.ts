import { predictionTokensPerThread } from '#core/runtime/onnx-cpu-session.ts';
import type { Example } from '#core/training/example.ts';

import { batchesInOrder, countTokens, paddingShare, sortedBatches } from '../data/plan-batches.ts';
import { randomNotes } from '../data/random-batches.ts';
import type { ModelJob } from '../jobs.ts';
import { encoderOf } from '../model-shapes.ts';
import { formatShare } from '../report/format.ts';
import type { BenchCase } from './bench-case.ts';
import { ourEntrant, raceModels, roundsOf, type Entrant } from './race-models.ts';

const title = 'Inference, notes of mixed length (16 to 512 tokens), BERT small, classification';
const batchSize = 32;

export const inferenceCase: BenchCase = {
  name: 'inference',
  title,
  quick: false,
  measure: async (context) => {
    const encoder = encoderOf('small');
    const examples = randomNotes(context.quick ? 32 : 160, {
      shortest: 16,
      longest: 512,
      vocabularySize: encoder.vocabularySize,
    }).map((ids): Example => ({ ids, positions: Int32Array.of(0), labels: Int32Array.of(0) }));
    const plans = {
      sorted: sortedBatches(examples, predictionTokensPerThread * context.threads),
      'in order': batchesInOrder(examples, batchSize),
      'one by one': batchesInOrder(examples, 1),
    };
    const job: ModelJob = {
      kind: 'prediction',
      encoder,
      head: { kind: 'sequence-classification', labelCount: 2 },
      dropoutRate: 0,
      threads: context.threads,
      plans,
      checkLosses: [],
    };
    const describe = {
      'in order': `batches of ${batchSize} in their order, dynamic padding`,
      'one by one': 'one note at a time',
      sorted: 'our batches',
    } as const satisfies Record<keyof typeof plans, string>;
    const nameOf = (label: string, plan: keyof typeof plans) => `${label}, ${describe[plan]}`;
    const entrants: Entrant[] = [
      ourEntrant('sorted'),
      ...context.torch.settings.flatMap((setting) =>
        (['in order', 'one by one', 'sorted'] as const).map((plan): Entrant => ({
          name: nameOf(setting.label, plan),
          setting,
          plan,
          places: 'every-position',
        })),
      ),
    ].filter(({ setting, plan }) => setting?.id !== 'as shipped' || plan === 'in order');
    const rounds = roundsOf(context, 5);
    const rows = await raceModels(job, entrants, {
      context,
      rounds,
      repeat: 1,
      measured: 'epoch',
      peaks: false,
    });
    const tuned = context.torch.settings.find(({ id }) => id === 'tuned');
    return {
      tables: [
        {
          kind: 'comparison',
          title,
          work: { amount: examples.length, unit: 'notes' },
          rounds: rounds.count,
          rows,
          targets:
            tuned === undefined ? [] : [{ against: nameOf(tuned.label, 'in order'), ratio: 2 }],
          facts: {
            tokens: countTokens(plans.sorted),
            'padding in our batches': formatShare(paddingShare(plans.sorted)),
            'padding in batches in their order': formatShare(paddingShare(plans['in order'])),
          },
        },
      ],
    };
  },
};
