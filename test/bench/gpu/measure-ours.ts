import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { createGraphBuilder } from '#core/graph/create-builder.ts';
import { loadProgram } from '#core/runtime/onnx-webgpu/program.ts';
import { tryWebGpuAdapter } from '#core/runtime/onnx-webgpu/try-adapter.ts';
import { Transfer } from '#core/runtime/onnx-webgpu/transfer.ts';
import { createOnnxWebGpuRuntime } from '#core/runtime/onnx-webgpu/webgpu-runtime.ts';
import type { TrainingSession } from '#core/training/ports.ts';
import type { Precision } from '#core/training/precision.ts';

import { toTargetBatch } from '../jobs.ts';
import { listProducts } from '../measure/matrix-products.ts';
import { median } from '../measure/median.ts';
import { fillParameters } from '../workers/fill-parameters.ts';
import type { GpuJob, SideReport } from './job.ts';

const optimiser = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01 } as const;
const update = { learningRate: 1e-4, maxGradientNorm: 1 } as const;

type Products = ReturnType<typeof listProducts>;

/** The matrix products of a step that computes logits at so many places. */
export function listStepProducts({ encoder, head, batch }: GpuJob, targets: number): Products {
  const { rows, columns } = batch;
  return listProducts({ encoder, head, sizes: { rows, columns, targets } });
}

export function countOperations(products: Products): number {
  return products.reduce((sum, { operations, count }) => sum + operations * count, 0);
}

/** Median time of `work` in milliseconds, after the first two. */
async function time(repeat: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < repeat + 2; round++) {
    const start = performance.now();
    await work();
    if (round >= 2) times.push(performance.now() - start);
  }
  return median(times);
}

type Product = Pick<Products[number], 'node' | 'left' | 'right' | 'output'>;

/**
 * Milliseconds of one product on the device: of eight in a row, so that waiting counts little. In
 * half precision operands and result are cast on the way.
 */
async function timeProduct(
  transfer: Transfer,
  { node, left, right, output }: Product,
  { repeat, dataType = 'float32' }: { repeat: number; dataType?: 'float32' | 'float16' },
): Promise<number> {
  const inRow = 8;
  const builder = createGraphBuilder();
  const inputs = [left, right].map((shape, side) =>
    builder.cast(builder.input(`x${side}`, 'float32', shape), dataType),
  );
  const [product] = builder.apply(node.op, inputs, node.attributes);
  builder.output('y', builder.cast(product, 'float32'));
  const program = await loadProgram(builder.graph);
  const upload = (shape: readonly number[]) =>
    transfer.upload(
      shape,
      new Float32Array(shape.reduce((product, size) => product * size, 1)).fill(0.01),
    );
  const [x0, x1, y, signal] = [
    await upload(left),
    await upload(right),
    await upload(output),
    await upload([1]),
  ];
  const feeds = new Map([
    ['x0', x0],
    ['x1', x1],
  ]);
  const elapsed = await time(repeat, async () => {
    for (let run = 0; run < inRow; run++) await program.run(feeds, new Map([['y', y]]));
    // The device works in order: when this has arrived, the products are done.
    await transfer.download(signal);
  });
  await program.release();
  for (const tensor of [x0, x1, y, signal]) tensor.dispose();
  return elapsed / inRow;
}

async function timeSteps(session: TrainingSession, job: GpuJob, hasDropout: boolean) {
  const batch = toTargetBatch(job.batch);
  const [compute, updates]: [number[], number[]] = [[], []];
  for (let step = 0; step < job.warmUpSteps + job.steps; step++) {
    const start = performance.now();
    await session.accumulate(batch, hasDropout ? { seed: 1, microStep: step } : null);
    const computed = performance.now();
    await session.update(update);
    // An update returns before the device is done with it; reading the loss waits for it, so that
    // its time is a part of the next step's. Predicting one token waits here.
    await session.predict({
      rows: 1,
      columns: 1,
      inputIds: batch.inputIds.slice(0, 1),
      lengths: Int32Array.of(1),
      positions: Int32Array.of(0),
    });
    if (step < job.warmUpSteps) continue;
    compute.push(computed - start);
    updates.push(performance.now() - computed);
  }
  return { computeMs: median(compute), updateMs: median(updates) };
}

const { version } = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('onnxruntime-node/package.json'), 'utf8'),
) as { version: string };

/** Steps of a model with fixed weights in one precision, and what else a session computes. */
async function measureSteps(job: GpuJob, precision: Precision, say: (line: string) => void) {
  const { encoder, head, dropoutRate } = job;
  const runtime = createOnnxWebGpuRuntime(precision);
  const session = await runtime.open({ encoder, head, optimiser, dropoutRate });
  await session.writeParameters(fillParameters);
  const firstLoss = await session.accumulate(toTargetBatch(job.batch), null);
  await session.update({ ...update, learningRate: 0 });
  const without = await timeSteps(session, job, false);
  say(`${precision}: a step without dropout: ${without.computeMs.toFixed(1)} ms`);
  const withDropout = await timeSteps(session, job, true);
  say(`${precision}: a step with dropout: ${withDropout.computeMs.toFixed(1)} ms`);
  const forwardMs = await time(job.steps, () => session.predict(toTargetBatch(job.batch)));
  await session.dispose();
  return { firstLoss, without, withDropout, forwardMs };
}

/** Our side, on the machine's own adapter. `say` gets lines of progress. */
export async function measureOurs(job: GpuJob, say: (line: string) => void): Promise<SideReport> {
  const products = listStepProducts(job, job.batch.positions.length);
  const operations = countOperations(products);
  const transfer = new Transfer();
  const square = [job.limitSize, job.limitSize];
  const [{ node }] = products.filter(
    (product) => product.node.op === 'gemm' && product.node.inputs.length === 2,
  );
  const plain = { ...node, attributes: { transposeA: false, transposeB: false } } as typeof node;
  const findLimit = async (dataType: 'float32' | 'float16'): Promise<number> => {
    const product = { node: plain, left: square, right: square, output: square };
    const squareMs = await timeProduct(transfer, product, { repeat: job.steps, dataType });
    const limit = (2 * job.limitSize ** 3) / (squareMs / 1000);
    say(`a product of ${job.limitSize}² in ${dataType}: ${(limit / 1e12).toFixed(2)} TFLOP/s`);
    return limit;
  };
  const limit = await findLimit('float32');
  const { firstLoss, without, withDropout, forwardMs } = await measureSteps(job, 'float32', say);
  const steps = [{ name: 'onnx-webgpu, float32', ...withDropout, operations, limit, firstLoss }];
  const mixedParts: Record<string, number> = {};
  if ((await tryWebGpuAdapter()).hasHalfPrecision) {
    const mixed = await measureSteps(job, 'mixed', say);
    steps.push({
      name: 'onnx-webgpu, mixed',
      ...mixed.withDropout,
      operations,
      limit: await findLimit('float16'),
      firstLoss: mixed.firstLoss,
    });
    mixedParts['forward and backward pass without dropout, mixed'] = mixed.without.computeMs;
  } else {
    say('the adapter has no half precision: mixed is not measured');
  }

  let productsMs = 0;
  for (const product of products) {
    productsMs += product.count * (await timeProduct(transfer, product, { repeat: job.steps }));
  }
  await transfer.release();
  return {
    versions: { node: process.versions.node, onnxruntime: version },
    steps,
    parts: {
      'forward pass and logits to memory': forwardMs,
      'matrix products, one by one': productsMs,
      'forward and backward pass without dropout': without.computeMs,
      ...mixedParts,
      'masks drawn, sent and applied': withDropout.computeMs - without.computeMs,
      'AdamW and one token': withDropout.updateMs,
    },
  };
}
