import { predictionTokensPerThread } from '#core/runtime/onnx-cpu-session.ts';

import {
  countTokens,
  groupedBatches,
  paddingShare,
  shuffledBatches,
  sortedBatches,
} from '../data/plan-batches.ts';
import { encodeCantemist, encodeNubes, openMultilingualTokenizer } from '../data/real-examples.ts';
import { findAbsent } from '../data/shared-data.ts';
import { formatShare } from '../report/format.ts';
import type { BenchCase } from './bench-case.ts';

const title = 'Share of padding in batches of 16, whole sets, vocabulary of multilingual BERT';

export const paddingCase: BenchCase = {
  name: 'padding',
  title,
  quick: true,
  obstacle: () => findAbsent(['cantemist', 'nubes', 'vocabulary']),
  measure: ({ threads }) => {
    const predictionTokens = predictionTokensPerThread * threads;
    const tokenizer = openMultilingualTokenizer();
    const sets = {
      'CANTEMIST, sentences': encodeCantemist(tokenizer),
      'NUBes, rows': encodeNubes(tokenizer),
    };
    const rows = Object.entries(sets).map(([name, examples]) => {
      const grouped = groupedBatches(examples, 16);
      return [
        name,
        examples.length.toLocaleString('en'),
        countTokens(grouped).toLocaleString('en'),
        formatShare(paddingShare(shuffledBatches(examples, 16))),
        formatShare(paddingShare(grouped)),
        formatShare(paddingShare(sortedBatches(examples, predictionTokens))),
      ];
    });
    return Promise.resolve({
      tables: [
        {
          kind: 'figures',
          title,
          columns: [
            '',
            'examples',
            'tokens',
            'shuffled, dynamic padding',
            'ours, training',
            `ours, prediction (${predictionTokens} tokens)`,
          ],
          rows,
          facts: { 'to reach': 'less than 10 % in training' },
        },
      ],
    });
  },
};
