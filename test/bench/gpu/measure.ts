import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';

import { randomMaskedBatch } from '../data/random-batches.ts';
import { encoderOf } from '../model-shapes.ts';
import type { ModelSize } from '../model-shapes.ts';
import type { GpuJob, SideReport, StepTimes } from './job.ts';
import { countOperations, listStepProducts, measureOurs } from './measure-ours.ts';

/**
 * Runs on the machine with the GPU: pre-training steps on `onnx-webgpu` and in PyTorch, one side
 * after the other on an otherwise idle card. A table goes to stderr, everything as JSON to stdout.
 */
const { values } = parseArgs({
  options: {
    size: { type: 'string', default: 'base' },
    rows: { type: 'string', default: '8' },
    columns: { type: 'string', default: '512' },
    steps: { type: 'string', default: '20' },
    'limit-size': { type: 'string', default: '8192' },
    device: { type: 'string', default: 'cuda' },
    python: { type: 'string', default: 'python3' },
  },
});
const say = (line: string) => {
  process.stderr.write(`${line}\n`);
};

/** Small enough to see on a software driver whether all runs. */
const trial = { ...encoderOf('tiny'), layerCount: 1, vocabularySize: 200 };
const encoder = values.size === 'trial' ? trial : encoderOf(values.size as ModelSize);
const job: GpuJob = {
  encoder,
  head: { kind: 'masked-language-model' },
  dropoutRate: 0.1,
  batch: randomMaskedBatch(Number(values.rows), Number(values.columns), encoder.vocabularySize),
  steps: Number(values.steps),
  warmUpSteps: 3,
  device: values.device,
  limitSize: Number(values['limit-size']),
};

type TorchReport = Omit<SideReport, 'steps' | 'parts'> & {
  readonly steps: readonly Omit<StepTimes, 'operations'>[];
};

function measureTorch(): TorchReport | null {
  try {
    const script = new URL('torch_gpu.py', import.meta.url).pathname;
    const output = execFileSync(values.python, [script], {
      input: JSON.stringify(job),
      stdio: ['pipe', 'pipe', 'inherit'],
      maxBuffer: 2 ** 26,
    });
    return JSON.parse(output.toString()) as TorchReport;
  } catch (error) {
    say(`PyTorch was not measured: ${error instanceof Error ? error.message : 'unknown error'}`);
    return null;
  }
}

function describe(step: StepTimes, ours: StepTimes): string {
  const total = step.computeMs + step.updateMs;
  const ratio = total / (ours.computeMs + ours.updateMs);
  const share = step.operations / (total / 1000) / step.limit;
  return [
    step.name.padEnd(46),
    `${total.toFixed(1)} ms (${step.computeMs.toFixed(1)} + ${step.updateMs.toFixed(1)})`,
    `${ratio.toFixed(2)} × ours`,
    `${(100 * share).toFixed(0)} % of ${(step.limit / 1e12).toFixed(1)} TFLOP/s`,
    `first loss ${step.firstLoss.toFixed(5)}`,
  ].join('  ');
}

const ours = await measureOurs(job, say);
const torch = measureTorch();
// Hugging Face's scripts compute the logits of every token.
const everywhere = countOperations(listStepProducts(job, job.batch.inputIds.length));
const torchSteps = (torch?.steps ?? []).map((step) => ({ ...step, operations: everywhere }));
const steps = [...ours.steps, ...torchSteps];
say('');
for (const step of steps) say(describe(step, ours.steps[0]));
for (const [part, ms] of Object.entries(ours.parts)) say(`${part}: ${ms.toFixed(1)} ms`);
const { batch, ...setting } = job;
process.stdout.write(
  `${JSON.stringify(
    {
      setting: { ...setting, rows: batch.rows, columns: batch.columns },
      versions: { ...ours.versions, ...torch?.versions },
      steps,
      parts: ours.parts,
    },
    null,
    2,
  )}\n`,
);
process.exit(0);
