import { readFileSync } from 'node:fs';

import { listGraphParameters } from '#core/model/parameters.ts';
import { createFlatMemory } from '#core/runtime/flat-memory.ts';
import { createOnnxCpuRuntime } from '#core/runtime/onnx-cpu.ts';
import { planAdamWStep } from '#core/training/adamw.ts';

import { toTargetBatch } from '../jobs.ts';
import type {
  Job,
  ModelJob,
  Opened,
  PeakAnswer,
  ProductsJob,
  Request,
  RunAnswer,
  RunRequest,
  UpdateJob,
  UpdateLimit,
  UpdateLimitsJob,
} from '../jobs.ts';
import { openProducts } from '../measure/matrix-products.ts';
import { openUpdateLimits } from '../measure/memory-streams.ts';
import { readPeakBytes } from '../measure/peak-memory.ts';
import { answerLines } from './answer-lines.ts';
import { fillParameters } from './fill-parameters.ts';

/** Our side of the bench: trains, predicts or updates as asked, and says how long each took. */

interface Opening {
  readonly opened: Opened;
  run(request: RunRequest): Promise<RunAnswer>;
}

const optimiser = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01 } as const;
const learningRate = 1e-4;
const maxGradientNorm = 1;

const { version } = JSON.parse(
  readFileSync(
    new URL('../../../node_modules/onnxruntime-node/package.json', import.meta.url),
    'utf8',
  ),
) as { version: string };
const versions = { node: process.versions.node, onnxruntime: version };

async function openModel(job: ModelJob): Promise<Opening> {
  const { encoder, head, dropoutRate, threads, kind } = job;
  const session = await createOnnxCpuRuntime({ threads }).open({
    encoder,
    head,
    optimiser,
    dropoutRate,
  });
  let parameterCount = 0;
  await session.writeParameters((parameters) => {
    fillParameters(parameters);
    for (const { values } of parameters) parameterCount += values.length;
  });
  const plans = new Map(
    Object.entries(job.plans).map(([name, batches]) => [name, batches.map(toTargetBatch)]),
  );
  let microStep = 0;
  return {
    opened: { parameterCount, firstLosses: {}, versions },
    run: async ({ plan, repeat }) => {
      const answer = {
        computeMs: [] as number[],
        updateMs: [] as number[],
        losses: [] as number[],
      };
      for (let round = 0; round < repeat; round++) {
        for (const batch of plans.get(plan) ?? []) {
          const start = performance.now();
          if (kind === 'prediction') {
            await session.predict(batch);
            answer.computeMs.push(performance.now() - start);
            answer.updateMs.push(0);
            continue;
          }
          const dropout = dropoutRate > 0 ? { seed: 1, microStep: microStep++ } : null;
          answer.losses.push(await session.accumulate(batch, dropout));
          const computed = performance.now();
          await session.update({ learningRate, maxGradientNorm });
          answer.computeMs.push(computed - start);
          answer.updateMs.push(performance.now() - computed);
        }
      }
      return answer;
    },
  };
}

function openUpdate({ encoder, head, threads }: UpdateJob): Opening {
  const slots = listGraphParameters(encoder, head);
  const memory = createFlatMemory(slots, { threads });
  slots.forEach(({ name }, index) => {
    const { weights, gradients } = memory.parameters[index];
    fillParameters([
      { name, values: weights },
      { name: `gradient of ${name}, a matrix`, values: gradients },
    ]);
  });
  let stepNumber = 0;
  return {
    opened: {
      parameterCount: slots.reduce((sum, { size }) => sum + size, 0),
      firstLosses: {},
      versions,
    },
    run: ({ repeat }) => {
      const updateMs: number[] = [];
      for (let round = 0; round < repeat; round++) {
        stepNumber++;
        const start = performance.now();
        memory.update(
          planAdamWStep(optimiser, { learningRate, stepNumber, gradientNorm: 2, maxGradientNorm }),
        );
        updateMs.push(performance.now() - start);
      }
      return Promise.resolve({ computeMs: updateMs.map(() => 0), updateMs, losses: [] });
    },
  };
}

async function openLimits(job: UpdateLimitsJob): Promise<Opening> {
  const limits = await openUpdateLimits(job);
  return {
    opened: { parameterCount: 0, firstLosses: {}, versions },
    run: ({ plan, repeat }) => {
      const measure = limits[plan as UpdateLimit];
      const computeMs = Array.from({ length: repeat }, measure);
      return Promise.resolve({ computeMs, updateMs: computeMs.map(() => 0), losses: [] });
    },
  };
}

async function openMatrixProducts(job: ProductsJob): Promise<Opening> {
  const products = await openProducts(job);
  return {
    opened: { parameterCount: 0, firstLosses: {}, versions },
    run: async ({ repeat }) => {
      const computeMs: number[] = [];
      for (let round = 0; round < repeat; round++) computeMs.push(await products.timeStep());
      return { computeMs, updateMs: computeMs.map(() => 0), losses: [] };
    },
  };
}

function open(job: Job): Promise<Opening> {
  switch (job.kind) {
    case 'update':
      return Promise.resolve(openUpdate(job));
    case 'update-limits':
      return openLimits(job);
    case 'products':
      return openMatrixProducts(job);
    default:
      return openModel(job);
  }
}

let opening: Opening | null = null;
await answerLines(async (message): Promise<Opened | RunAnswer | PeakAnswer> => {
  if (opening === null) {
    opening = await open(message as Job);
    return opening.opened;
  }
  const request = message as Request;
  return request.do === 'peak' ? { peakBytes: readPeakBytes() } : opening.run(request);
});
process.exit(0);
