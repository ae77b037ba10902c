import { randomMaskedBatch } from '../data/random-batches.ts';
import type { ModelJob } from '../jobs.ts';
import { interleave } from '../measure/interleave.ts';
import { median } from '../measure/median.ts';
import { encoderOf } from '../model-shapes.ts';
import { formatNumber } from '../report/format.ts';
import { openWorker, type Worker } from '../workers/line-process.ts';
import type { BenchCase } from './bench-case.ts';
import { ourCommand, roundsOf } from './race-models.ts';

const title = 'Two trainings at once, each with as many threads as there are processors, BERT mini';

export const sideBySideCase: BenchCase = {
  name: 'side-by-side',
  title,
  quick: true,
  measure: async (context) => {
    const encoder = encoderOf('mini');
    const job: ModelJob = {
      kind: 'training',
      encoder,
      head: { kind: 'masked-language-model' },
      dropoutRate: 0,
      threads: context.threads,
      plans: { step: [randomMaskedBatch(8, 128, encoder.vocabularySize)] },
      checkLosses: [],
    };
    const workers = [await openWorker(ourCommand, job), await openWorker(ourCommand, job)];
    context.noteVersions(workers[0].opened.versions);
    const train = async (worker: Worker) => {
      const answer = await worker.run({ plan: 'step', repeat: 10, places: 'targets-only' });
      return median(answer.computeMs.map((time, index) => time + answer.updateMs[index]));
    };
    const samples = await interleave(
      [
        { name: 'alone', run: () => train(workers[0]) },
        { name: 'both', run: async () => median(await Promise.all(workers.map(train))) },
      ],
      roundsOf(context, 5),
    );
    for (const worker of workers) await worker.close();
    const alone = median(samples.get('alone') ?? []);
    const both = median(samples.get('both') ?? []);
    return {
      tables: [
        {
          kind: 'figures',
          title,
          columns: ['', 'milliseconds per step', 'times alone'],
          rows: [
            ['alone', formatNumber(alone), '1.00'],
            ['each of two at once', formatNumber(both), formatNumber(both / alone)],
          ],
          facts: { 'what sharing the processors fairly would give': '2.00' },
        },
      ],
    };
  },
};
