import { fileURLToPath } from 'node:url';

import type { HeadPlaces, Job, ModelJob, RunAnswer, UpdateJob } from '../jobs.ts';
import { compare, ours } from '../measure/compare.ts';
import type { Contestant, Rounds } from '../measure/interleave.ts';
import { median } from '../measure/median.ts';
import type { Row } from '../report/results.ts';
import { openWorker, type ProcessCommand, type Worker } from '../workers/line-process.ts';
import type { TorchSetting } from '../workers/torch-settings.ts';
import type { BenchContext } from './bench-case.ts';

export const ourCommand: ProcessCommand = {
  program: process.execPath,
  arguments: [fileURLToPath(new URL('../workers/our-worker.ts', import.meta.url))],
  environment: {},
};

/** One way to do the work of a job. */
export interface Entrant {
  readonly name: string;
  /** null is ours. */
  readonly setting: TorchSetting | null;
  readonly plan: string;
  readonly places: HeadPlaces;
}

export const ourEntrant = (plan: string): Entrant => ({
  name: ours,
  setting: null,
  plan,
  places: 'targets-only',
});

export interface RaceOptions {
  readonly context: BenchContext;
  readonly rounds: Rounds;
  /** Times that a plan is run per round. */
  readonly repeat: number;
  /** A step is the median batch of a turn; an epoch is all of them together. */
  readonly measured: 'step' | 'epoch';
  /** Whether to start each entrant once more by itself, for the memory it needs. */
  readonly peaks: boolean;
  /** Others that take their turn in the same rounds. */
  readonly besides?: readonly Contestant[];
}

const commandOf = (setting: TorchSetting | null) => setting?.command ?? ourCommand;

function summarise(times: readonly number[], measured: RaceOptions['measured']): number {
  return measured === 'step' ? median(times) : times.reduce((sum, time) => sum + time, 0);
}

/** Both sides start from equal weights, so that unequal losses mean unequal work. */
function requireEqualLosses(our: number, theirs: Readonly<Record<string, number>>): void {
  for (const [places, loss] of Object.entries(theirs)) {
    if (Math.abs(loss / our - 1) < 1e-4) continue;
    throw new Error(`not the same work: our first loss is ${our}, PyTorch's ${loss} (${places})`);
  }
}

/** Memory of an entrant: a process that does nothing else, for as long as memory still grows. */
async function measurePeak(entrant: Entrant, job: Job): Promise<number | null> {
  const worker = await openWorker(commandOf(entrant.setting), job);
  await worker.run({ plan: entrant.plan, repeat: 2, places: entrant.places });
  const peakBytes = await worker.peak();
  await worker.close();
  return peakBytes;
}

/** Races entrants over the same job; each setting has one process for all of its entrants. */
export async function raceModels(
  job: ModelJob | UpdateJob,
  entrants: readonly Entrant[],
  options: RaceOptions,
): Promise<Row[]> {
  const { context, repeat, measured } = options;
  const workers = new Map<TorchSetting | null, Worker>();
  for (const { setting } of entrants) {
    if (workers.has(setting)) continue;
    const worker = await openWorker(commandOf(setting), job);
    context.noteVersions(worker.opened.versions);
    workers.set(setting, worker);
  }
  const updates = new Map(entrants.map(({ name }): [string, number[]] => [name, []]));
  let ourFirstLoss: number | null = null;
  const contestants = entrants.map(({ name, setting, plan, places }): Contestant => {
    const worker = workers.get(setting);
    if (worker === undefined) throw new Error('every entrant has a worker');
    return {
      name,
      run: async () => {
        const answer: RunAnswer = await worker.run({ plan, repeat, places });
        if (setting === null) ourFirstLoss ??= answer.losses.at(0) ?? null;
        const exact = job.kind === 'training' && job.dropoutRate === 0;
        if (exact && ourFirstLoss !== null) {
          requireEqualLosses(ourFirstLoss, worker.opened.firstLosses);
        }
        updates.get(name)?.push(summarise(answer.updateMs, measured));
        const times = answer.computeMs.map((time, index) => time + answer.updateMs[index]);
        return summarise(times, measured);
      },
    };
  });
  const { rows } = await compare(
    [...contestants, ...(options.besides ?? [])],
    options.rounds,
    context.say,
  );
  for (const worker of workers.values()) await worker.close();

  const peaks = new Map<string, number | null>();
  if (options.peaks) {
    for (const entrant of entrants) peaks.set(entrant.name, await measurePeak(entrant, job));
  }
  return rows.map((row) => {
    const times = updates.get(row.name)?.slice(options.rounds.warmUp) ?? [];
    return {
      ...row,
      ...(job.kind === 'training' && times.length > 0 ? { updateMs: median(times) } : {}),
      ...(peaks.has(row.name) ? { peakBytes: peaks.get(row.name) ?? null } : {}),
    };
  });
}

/** How many rounds, with two more before them that do not count. */
export function roundsOf(context: BenchContext, most = Infinity): Rounds {
  return context.quick
    ? { warmUp: 1, count: 2 }
    : { warmUp: 2, count: Math.min(context.roundCount, most) };
}
