import type { UpdateJob } from '../jobs.ts';
import { encoderOf } from '../model-shapes.ts';
import type { BenchCase } from './bench-case.ts';
import { ourEntrant, raceModels, roundsOf } from './race-models.ts';

const title = 'AdamW alone, all 178 million parameters of multilingual BERT-base';

export const adamwCase: BenchCase = {
  name: 'adamw',
  title,
  quick: false,
  measure: async (context) => {
    const encoder = encoderOf('base');
    const job: UpdateJob = {
      kind: 'update',
      encoder,
      head: { kind: 'masked-language-model' },
      threads: context.threads,
    };
    const entrants = [
      ourEntrant('update'),
      ...context.torch.settings.map((setting) => ({
        name: `${setting.label}, torch.optim.AdamW.step`,
        setting,
        plan: 'update',
        places: 'targets-only' as const,
      })),
    ];
    const rounds = roundsOf(context);
    const rows = await raceModels(job, entrants, {
      context,
      rounds,
      repeat: 3,
      measured: 'step',
      peaks: false,
    });
    const tuned = entrants.find(({ setting }) => setting?.id === 'tuned');
    return {
      tables: [
        {
          kind: 'comparison',
          title,
          work: { amount: 178, unit: 'million parameters' },
          rounds: rounds.count,
          rows,
          targets: tuned === undefined ? [] : [{ against: tuned.name, ratio: 3 }],
          facts: {
            'what is in it':
              'ours scales gradients to the clipping norm in the same pass; PyTorch clips before, which is not counted here',
          },
        },
      ],
    };
  },
};
