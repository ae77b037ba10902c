import { setImmediate } from 'node:timers/promises';

import { RandomStream } from '#core/base/random-stream.ts';
import type { Head } from '#core/model/configuration.ts';
import { initialiseParameters } from '#core/model/initialise.ts';
import { createOnnxCpuRuntime } from '#core/runtime/onnx-cpu.ts';
import { encodeStates } from '#core/training/encode-states.ts';
import type { Example } from '#core/training/example.ts';
import { fineTuningData, stateData } from '#core/training/fine-tuning-data.ts';
import { train, type TrainingData } from '#core/training/loop.ts';
import type { Targets, TrainingSession } from '#core/training/ports.ts';

import { interleave } from '../measure/interleave.ts';
import { median } from '../measure/median.ts';
import { encoderOf, type ModelSize } from '../model-shapes.ts';
import { formatNumber } from '../report/format.ts';
import type { BenchCase, BenchContext } from './bench-case.ts';
import { roundsOf } from './race-models.ts';

const title =
  'An epoch of fine-tuning, of the whole model and of its head on states kept from before';
/** What an epoch with a frozen encoder is to be, times as fast as a full one. */
const target = 20;

const kinds = {
  'notes of 32 to 128 tokens': {
    head: { kind: 'sequence-classification', labelCount: 2 },
    lengths: [32, 128],
    isAsked: (column: number) => column === 0,
  },
  'sentences of 8 to 48 tokens, each word asked': {
    head: { kind: 'token-classification', labelCount: 9 },
    lengths: [8, 48],
    isAsked: (column: number) => column > 0 && column % 2 === 1,
  },
} as const satisfies Record<string, Kind>;

interface Kind {
  readonly head: Head & { readonly labelCount: number };
  readonly lengths: readonly [number, number];
  readonly isAsked: (column: number) => boolean;
}

const order = { epochCount: 1, batchSize: 16, seed: 1 };

function makeExamples({ head, lengths, isAsked }: Kind, count: number): Example[] {
  const random = new RandomStream(1, 'frozen-encoder');
  const [least, most] = lengths;
  return Array.from({ length: count }, () => {
    const length = least + random.integer(most - least + 1);
    const positions = [...Array(length).keys()].filter(isAsked);
    return {
      ids: Int32Array.from({ length }, () => 1000 + random.integer(20_000)),
      positions: Int32Array.from(positions),
      labels: Int32Array.from(positions, () => random.integer(head.labelCount)),
    };
  });
}

async function timeEpoch(session: TrainingSession, data: TrainingData<Targets>): Promise<number> {
  const startedAtMs = performance.now();
  await train(session, data, {
    settings: {
      peakLearningRate: 2e-5,
      warmupFraction: 0.1,
      maxGradientNorm: 1,
      dropoutSeed: 1,
    },
    effects: {
      clock: { nowMs: () => performance.now() },
      onStep: () => undefined,
      shouldStop: () => false,
      giveWay: setImmediate,
      stateKeeper: null,
    },
  });
  return performance.now() - startedAtMs;
}

async function measureKind(name: string, kind: Kind, size: ModelSize, context: BenchContext) {
  const encoder = encoderOf(size);
  const { head } = kind;
  const runtime = createOnnxCpuRuntime({ threads: context.threads });
  const optimiser = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01 };
  const open = async (part: 'whole' | 'encoder' | 'head') => {
    const session = await runtime.open({ part, encoder, head, optimiser, dropoutRate: 0.1 });
    await session.writeParameters((parameters) => {
      initialiseParameters(parameters, new RandomStream(1, 'weights'));
    });
    return session;
  };
  const examples = makeExamples(kind, context.quick ? 64 : 512);
  const states: Float32Array[] = [];
  const store = {
    put: (number: number, ofExample: Float32Array) => {
      states[number] = ofExample;
    },
    read: (number: number) => states[number],
  };
  const encoderAlone = await open('encoder');
  const startedAtMs = performance.now();
  await encodeStates(encoderAlone, examples, {
    paddingId: 0,
    store,
    onEncoded: () => Promise.resolve(),
  });
  const encodingMs = performance.now() - startedAtMs;
  await encoderAlone.dispose();
  const [whole, alone] = [await open('whole'), await open('head')];
  const all = [...examples.keys()];
  const contestants = [
    {
      name: 'whole',
      run: () => timeEpoch(whole, fineTuningData(examples, { ...order, paddingId: 0 })),
    },
    { name: 'head', run: () => timeEpoch(alone, stateData(examples, all, { ...order, store })) },
  ];
  const samples = await interleave(contestants, roundsOf(context));
  await whole.dispose();
  await alone.dispose();
  const timesOf = (contestant: string) => samples.get(contestant) ?? [];
  const ratio = median(timesOf('whole').map((ms, round) => ms / timesOf('head')[round]));
  return [
    size,
    name,
    formatNumber(median(timesOf('whole'))),
    formatNumber(median(timesOf('head'))),
    formatNumber(encodingMs),
    formatNumber(ratio),
    ratio >= target ? 'yes' : '**no**',
  ];
}

export const frozenEncoderCase: BenchCase = {
  name: 'frozen-encoder',
  title,
  quick: true,
  measure: async (context) => {
    const rows: (string | number)[][] = [];
    for (const size of context.quick ? (['tiny'] as const) : (['tiny', 'small', 'base'] as const)) {
      for (const [name, kind] of Object.entries(kinds)) {
        context.say(`${size}, ${name}`);
        rows.push(await measureKind(name, kind, size, context));
      }
    }
    return {
      tables: [
        {
          kind: 'figures',
          title,
          columns: [
            'model',
            'examples',
            'epoch of the whole, ms',
            'epoch of the head, ms',
            'encoding once, ms',
            'times as fast',
            `at least ${target}`,
          ],
          rows,
          facts: {
            examples: context.quick ? 64 : 512,
            'what is in it':
              'batches of 16, dropout 0.1, AdamW; both epochs in turns, the median of rounds',
          },
        },
      ],
    };
  },
};
