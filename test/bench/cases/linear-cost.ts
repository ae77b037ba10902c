import { randomMaskedBatch } from '../data/random-batches.ts';
import type { ModelJob } from '../jobs.ts';
import { exponentOf } from '../measure/growth.ts';
import { interleave } from '../measure/interleave.ts';
import { median } from '../measure/median.ts';
import { encoderOf } from '../model-shapes.ts';
import { formatNumber } from '../report/format.ts';
import { openWorker } from '../workers/line-process.ts';
import type { BenchCase } from './bench-case.ts';
import { ourCommand, roundsOf } from './race-models.ts';

const title = 'Cost of a pre-training step from 1 to 16 times the tokens, BERT small';
const columns = 128;
const rowCounts = [2, 4, 8, 16, 32] as const;

export const linearCostCase: BenchCase = {
  name: 'linear-cost',
  title,
  quick: false,
  measure: async (context) => {
    const encoder = encoderOf('small');
    const rowsOf = context.quick ? rowCounts.slice(0, 2) : rowCounts;
    const job: ModelJob = {
      kind: 'training',
      encoder,
      head: { kind: 'masked-language-model' },
      dropoutRate: 0,
      threads: context.threads,
      plans: Object.fromEntries(
        rowsOf.map((rows) => [
          String(rows),
          [randomMaskedBatch(rows, columns, encoder.vocabularySize)],
        ]),
      ),
      checkLosses: [],
    };
    const worker = await openWorker(ourCommand, job);
    context.noteVersions(worker.opened.versions);
    const contestants = rowsOf.map((rows) => ({
      name: String(rows),
      run: async () => {
        const answer = await worker.run({ plan: String(rows), repeat: 1, places: 'targets-only' });
        return answer.computeMs[0] + answer.updateMs[0];
      },
    }));
    const samples = await interleave(contestants, roundsOf(context));
    await worker.close();
    const tokens = rowsOf.map((rows) => rows * columns);
    const times = rowsOf.map((rows) => median(samples.get(String(rows)) ?? []));
    return {
      tables: [
        {
          kind: 'figures',
          title,
          columns: ['tokens', 'milliseconds', 'milliseconds per 1,000 tokens'],
          rows: tokens.map((count, index) => [
            count,
            formatNumber(times[index]),
            formatNumber((1000 * times[index]) / count),
          ]),
          facts: {
            'cost grows with tokens to the power of': exponentOf(tokens, times).toFixed(2),
            'what does not grow': 'the optimiser and the gradient of the word embeddings',
          },
        },
      ],
    };
  },
};
