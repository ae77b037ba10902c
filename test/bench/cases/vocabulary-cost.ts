import { findAbsent, sharedFiles } from '../data/shared-data.ts';
import { exponentOf } from '../measure/growth.ts';
import { median } from '../measure/median.ts';
import { formatMebibytes, formatNumber } from '../report/format.ts';
import type { TokenisingAnswer, TokenisingRequest } from '../workers/tokenising-worker.ts';
import { startLineProcess } from '../workers/line-process.ts';
import type { BenchCase } from './bench-case.ts';
import { roundsOf } from './race-models.ts';
import { tokenisingCommand } from './tokenising.ts';

const title = 'Cost of training a vocabulary of 30,000 from 1 to 16 times the corpus';
const shares = [1 / 16, 1 / 8, 1 / 4, 1 / 2, 1] as const;
const works = {
  'train-wordpiece': 'WordPiece',
  'train-byte-level-bpe': 'byte-level BPE',
} as const;

/** In a process of its own, so that its peak of memory is that of this training. */
async function trainOnce(
  work: TokenisingRequest['work'],
  share: number,
): Promise<TokenisingAnswer> {
  const worker = startLineProcess(tokenisingCommand);
  const path = sharedFiles.clinicalCases;
  const answer = await worker.ask({ work, path, definition: '', library: 'ours', share });
  await worker.close();
  return answer as TokenisingAnswer;
}

export const vocabularyCostCase: BenchCase = {
  name: 'vocabulary-cost',
  title,
  quick: false,
  obstacle: () => findAbsent(['clinicalCases']),
  measure: async (context) => {
    const { count } = roundsOf(context, 3);
    const rows: string[][] = [];
    const exponents: [string, string][] = [];
    for (const [work, name] of Object.entries(works)) {
      const sizes: number[] = [];
      const times: number[] = [];
      for (const share of shares) {
        const answers: TokenisingAnswer[] = [];
        for (let round = 0; round < count; round++) {
          answers.push(await trainOnce(work as keyof typeof works, share));
        }
        const elapsedMs = median(answers.map((answer) => answer.elapsedMs));
        const peaks = answers.flatMap(({ peakBytes }) => (peakBytes === null ? [] : [peakBytes]));
        sizes.push(answers[0].byteCount);
        times.push(elapsedMs);
        rows.push([
          name,
          formatNumber(answers[0].byteCount / 1e6),
          formatNumber(elapsedMs),
          formatNumber(elapsedMs / (answers[0].byteCount / 1e6)),
          peaks.length === 0 ? '' : formatMebibytes(median(peaks)),
        ]);
        context.say(`  ${name}, ${rows[rows.length - 1].slice(1).join(', ')}`);
      }
      exponents.push([
        `time of ${name} grows with the corpus to the power of`,
        exponentOf(sizes, times).toFixed(2),
      ]);
    }
    return {
      tables: [
        {
          kind: 'figures',
          title,
          columns: ['', 'MB of text', 'milliseconds', 'milliseconds per MB', 'peak memory'],
          rows,
          facts: Object.fromEntries(exponents),
        },
      ],
    };
  },
};
