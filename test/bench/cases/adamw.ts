import { listGraphParameters } from '#core/model/parameters.ts';
import { mostUpdateThreads } from '#core/runtime/flat-memory.ts';

import { updateLimits, type UpdateJob, type UpdateLimit } from '../jobs.ts';
import type { Contestant } from '../measure/interleave.ts';
import { median } from '../measure/median.ts';
import { encoderOf } from '../model-shapes.ts';
import { formatShare } from '../report/format.ts';
import type { Comparison, Row } from '../report/results.ts';
import { openWorker, type Worker } from '../workers/line-process.ts';
import type { BenchCase } from './bench-case.ts';
import { ourCommand, ourEntrant, raceModels, roundsOf } from './race-models.ts';

const title = 'AdamW alone, all 178 million parameters of multilingual BERT-base';

/** Turns per round: one update is short. */
const repeat = 3;
/** A parameter's gradient is read, its weight and its two moments are read and written. */
const bytesPerParameter = 28;

const limitNames = {
  'memory, one thread': 'what ours reads and writes, with no arithmetic, one thread',
  'memory, all threads': 'what ours reads and writes, with no arithmetic, as many threads as ours',
  'arithmetic, one thread': 'our arithmetic in the cache, one thread',
} as const satisfies Record<UpdateLimit, string>;

function limitContestant(worker: Worker, limit: UpdateLimit): Contestant {
  return {
    name: limitNames[limit],
    run: async () => {
      const request = { plan: limit, repeat, places: 'targets-only' } as const;
      return median((await worker.run(request)).computeMs);
    },
  };
}

/** How near our update comes to what memory allows. */
function limitFacts(rows: readonly Row[], parameterCount: number): Comparison['facts'] {
  const memory = rows.find(({ name }) => name === limitNames['memory, all threads']);
  if (memory === undefined) return {};
  const bytes = parameterCount * bytesPerParameter;
  return {
    'memory read and written by as many threads as ours has, GB/s': (
      bytes /
      1e6 /
      memory.medianMs
    ).toFixed(1),
    'share of that speed that our update reaches': formatShare(memory.ratio ?? 0),
  };
}

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
    const parameterCount = listGraphParameters(encoder, job.head).reduce(
      (sum, { size }) => sum + size,
      0,
    );
    const limits = await openWorker(ourCommand, {
      kind: 'update-limits',
      numbers: parameterCount,
      threads: Math.min(context.threads, mostUpdateThreads),
    });
    const rows = await raceModels(job, entrants, {
      context,
      rounds,
      repeat,
      measured: 'step',
      peaks: false,
      besides: updateLimits.map((limit) => limitContestant(limits, limit)),
    });
    await limits.close();
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
            ...limitFacts(rows, parameterCount),
            'what is in it':
              'ours scales gradients to the clipping norm in the same pass; PyTorch clips before, which is not counted here',
          },
        },
      ],
    };
  },
};
