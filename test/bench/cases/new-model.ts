import { setImmediate } from 'node:timers/promises';

import { RandomStream } from '#core/base/random-stream.ts';
import { initialiseParameters } from '#core/model/initialise.ts';
import { startWithNeighbourAttention } from '#core/model/neighbour-attention.ts';
import { createOnnxCpuRuntime } from '#core/runtime/onnx-cpu.ts';
import { trainWordPiece } from '#core/tokenise/train-wordpiece.ts';
import type { Tokenizer } from '#core/tokenise/tokenizer.ts';
import { train } from '#core/training/loop.ts';
import { packRows } from '#core/training/pack-rows.ts';
import type { ParameterView } from '#core/training/ports.ts';
import { pretrainingData } from '#core/training/pretraining-data.ts';
import { logTokenFrequencies } from '#core/training/token-frequencies.ts';

import { findAbsent, readLines, sharedFiles } from '../data/shared-data.ts';
import { encoderOf } from '../model-shapes.ts';
import { formatNumber } from '../report/format.ts';
import type { BenchCase, BenchContext } from './bench-case.ts';

const title =
  'What a new model has learned, by how it begins (4 layers of 256, vocabulary 8,000, clinical cases)';
const settings = { batchSize: 8, accumulation: 1, maskedFraction: 0.3, seed: 42 };
const maxTokens = 64;
const learningRate = 5e-4;
/** Steps whose mean loss is shown; each step is on text not seen before. */
const window = 100;

const starts = {
  'at random': { neighbours: false, frequencies: false },
  'words’ frequencies': { neighbours: false, frequencies: true },
  'heads that look at neighbours': { neighbours: true, frequencies: false },
  '**both, as ours**': { neighbours: true, frequencies: true },
} as const;

type Start = (typeof starts)[keyof typeof starts];

/** Not a race: the loss of one training each, the same texts, masks and seed, other first weights. */
export const newModelCase: BenchCase = {
  name: 'new-model',
  title,
  quick: false,
  obstacle: () => findAbsent(['clinicalCases', 'encyclopaedia']),
  measure: async (context) => {
    const stepCount = context.quick ? 120 : 1000;
    const quarters = [1, 2, 3, 4].map((quarter) => (quarter * stepCount) / 4);
    const tokenizer = trainWordPiece(readLines(sharedFiles.encyclopaedia), {
      vocabularySize: 8000,
      minFrequency: 2,
      lowercase: false,
      limitAlphabet: 1000,
    });
    const rows: string[][] = [];
    for (const [name, start] of Object.entries(starts)) {
      context.say(`${name}: ${stepCount} steps`);
      const losses = await trainFrom(start, { tokenizer, stepCount, context });
      const meanBefore = (step: number) => {
        const shown = losses.slice(Math.max(0, step - window), step);
        return shown.reduce((sum, loss) => sum + loss, 0) / shown.length;
      };
      rows.push([name, ...quarters.map((step) => formatNumber(meanBefore(step)))]);
    }
    return {
      tables: [
        {
          kind: 'figures',
          title,
          columns: ['begins', ...quarters.map((step) => `loss at step ${step}`)],
          rows,
          facts: {
            'tokens per step': String(settings.batchSize * maxTokens),
            'learning rate': String(learningRate),
            'share of masked tokens': String(settings.maskedFraction),
            seeds: '1, so that small differences mean nothing',
          },
        },
      ],
    };
  },
};

async function trainFrom(
  start: Start,
  options: { tokenizer: Tokenizer; stepCount: number; context: BenchContext },
): Promise<number[]> {
  const { tokenizer, stepCount, context } = options;
  const vocabulary = {
    size: tokenizer.vocabularySize,
    maskId: tokenizer.special.mask,
    specialIds: tokenizer.specialIds,
  };
  const rows = [...packRows(encodeCases(tokenizer), { maxTokens, ...idsOf(tokenizer) })];
  const encoder = { ...encoderOf('mini'), vocabularySize: tokenizer.vocabularySize };
  const session = await createOnnxCpuRuntime({ threads: context.threads }).open({
    encoder,
    head: { kind: 'masked-language-model' },
    optimiser: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01 },
    dropoutRate: 0,
  });
  try {
    await session.writeParameters((parameters) => {
      initialiseParameters(parameters, new RandomStream(settings.seed, 'initialise'));
      if (start.neighbours) {
        const stream = new RandomStream(settings.seed, 'neighbour-attention');
        startWithNeighbourAttention(parameters, encoder, stream);
      }
      if (start.frequencies) biasOf(parameters)?.set(logTokenFrequencies(rows, vocabulary));
    });
    const seen = rows.slice(0, stepCount * settings.batchSize);
    const data = pretrainingData(seen, vocabulary, { ...settings, epochCount: 1 });
    const losses: number[] = [];
    await train(session, data, {
      settings: {
        peakLearningRate: learningRate,
        warmupFraction: 0.05,
        maxGradientNorm: 1,
        dropoutSeed: null,
      },
      effects: {
        clock: { nowMs: () => performance.now() },
        onStep: ({ loss }) => losses.push(loss),
        shouldStop: () => false,
        giveWay: setImmediate,
        stateKeeper: null,
      },
    });
    return losses;
  } finally {
    await session.dispose();
  }
}

function* encodeCases(tokenizer: Tokenizer): Generator<Int32Array> {
  for (const line of readLines(sharedFiles.clinicalCases)) yield tokenizer.encode(line).ids;
}

function idsOf({ special }: Tokenizer) {
  return {
    classificationId: special.classification,
    separatorId: special.separator,
    paddingId: special.padding,
  };
}

function biasOf(parameters: readonly ParameterView[]): Float32Array | undefined {
  return parameters.find(({ name }) => name === 'cls.predictions.bias')?.values;
}
