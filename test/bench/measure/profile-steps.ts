import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

import { InferenceSession, Tensor } from 'onnxruntime-node';

import { buildTrainingGraph } from '#core/model/step-graph.ts';

import { randomMaskedBatch } from '../data/random-batches.ts';
import { encoderOf, type ModelSize } from '../model-shapes.ts';
import { fillParameters } from '../workers/fill-parameters.ts';

/** One line of onnxruntime's profile. */
interface ProfileEvent {
  readonly cat: string;
  readonly name: string;
  /** Microseconds. */
  readonly dur: number;
  readonly args?: {
    readonly op_name?: string;
    readonly input_type_shape?: readonly Readonly<Record<string, readonly number[]>>[];
  };
}

interface Share {
  ms: number;
  count: number;
}

const warmUp = 2;
const stepCount = 5;
const head = { kind: 'masked-language-model' } as const;
const anyShape = { rows: 'rows', columns: 'columns', targets: 'targets' } as const;

interface Shape {
  readonly size: ModelSize;
  readonly rows: number;
  readonly columns: number;
}

const shapes: Readonly<Record<string, Shape>> = {
  'pretraining-tiny': { size: 'tiny', rows: 8, columns: 128 },
  'pretraining-mini': { size: 'mini', rows: 8, columns: 128 },
  'pretraining-small': { size: 'small', rows: 8, columns: 128 },
  'pretraining-base': { size: 'base', rows: 8, columns: 128 },
  'pretraining-base-2x512': { size: 'base', rows: 2, columns: 512 },
};

/** Everything that a training step reads. */
function makeFeeds({ size, rows, columns }: Shape): {
  model: Uint8Array;
  feeds: Record<string, Tensor>;
} {
  const encoder = encoderOf(size);
  const graph = buildTrainingGraph(encoder, head, {
    shape: anyShape,
    dropoutRate: 0,
    accumulate: false,
  });
  const batch = randomMaskedBatch(rows, columns, encoder.vocabularySize);
  const { positions } = batch;
  const integers = (values: readonly number[], shape: readonly number[]) =>
    new Tensor('int64', BigInt64Array.from(values, BigInt), shape);
  const floats = (values: Float32Array, shape: readonly number[]) =>
    new Tensor('float32', values, shape);
  const targets = positions.length;
  const feeds: Record<string, Tensor> = {
    input_ids: integers(batch.inputIds, [rows, columns]),
    attention_bias: floats(new Float32Array(rows * columns), [rows, 1, 1, columns]),
    target_positions: integers(positions, [targets]),
    target_labels: integers(batch.labels, [targets]),
    target_weights: floats(new Float32Array(targets).fill(1 / targets), [targets, 1]),
  };
  for (const { name, shape, size: count } of graph.parameters) {
    const values = new Float32Array(count);
    fillParameters([{ name, values }]);
    feeds[`parameter:${name}`] = floats(values, shape);
  }
  return { model: graph.bytes(), feeds };
}

function describeShapes({ args }: ProfileEvent): string {
  const shapes = args?.input_type_shape?.map((input) => `[${Object.values(input).flat().join()}]`);
  return (shapes ?? []).join(' · ');
}

function addUp(events: readonly ProfileEvent[], nameOf: (event: ProfileEvent) => string) {
  const shares = new Map<string, Share>();
  for (const event of events) {
    const name = nameOf(event);
    const share = shares.get(name) ?? { ms: 0, count: 0 };
    share.ms += event.dur / 1000 / stepCount;
    share.count += 1 / stepCount;
    shares.set(name, share);
  }
  return [...shares].sort(([, a], [, b]) => b.ms - a.ms);
}

function writeShares(
  shares: readonly (readonly [string, Share])[],
  totalMs: number,
  most: number,
): string {
  return shares
    .slice(0, most)
    .map(([name, { ms, count }]) => {
      const percent = ((100 * ms) / totalMs).toFixed(1);
      return `  ${percent.padStart(5)} %  ${ms.toFixed(2).padStart(8)} ms  ${count.toFixed(0).padStart(4)} ×  ${name}`;
    })
    .join('\n');
}

/** Runs a few steps with onnxruntime's profiler and reads its file. */
async function profileStep(shape: Shape, folder: string): Promise<ProfileEvent[]> {
  const { model, feeds } = makeFeeds(shape);
  const session = await InferenceSession.create(model, {
    executionProviders: ['cpu'],
    intraOpNumThreads: availableParallelism(),
    enableMemPattern: false,
    logSeverityLevel: 4,
    enableProfiling: true,
    profileFilePrefix: join(folder, 'step'),
    extra: { session: { force_spinning_stop: '1' } },
  });
  for (let step = 0; step < warmUp + stepCount; step++) await session.run(feeds);
  session.endProfiling();
  await session.release();
  return readEvents(folder);
}

/** The nodes of the steps that count; onnxruntime adds the time to the name of its file. */
function readEvents(folder: string): ProfileEvent[] {
  const events = readdirSync(folder)
    .flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as ProfileEvent[])
    .filter(({ cat, args }) => cat === 'Node' && args?.op_name !== undefined);
  return events.slice((events.length * warmUp) / (warmUp + stepCount));
}

/** Prints where the time of our pre-training step goes: by operator, and its heaviest products. */
export async function profileSteps(
  only: readonly string[],
  say: (line: string) => void,
): Promise<void> {
  const chosen = Object.entries(shapes).filter(
    ([name]) => only.length === 0 || only.includes(name),
  );
  for (const [name, shape] of chosen) {
    const folder = mkdtempSync(join(tmpdir(), 'anamnesis-profile-'));
    try {
      const events = await profileStep(shape, folder);
      const totalMs = events.reduce((sum, { dur }) => sum + dur, 0) / 1000 / stepCount;
      say(`\n${name}: ${totalMs.toFixed(1)} ms of kernels per step`);
      say(
        writeShares(
          addUp(events, ({ args }) => args?.op_name ?? ''),
          totalMs,
          16,
        ),
      );
      say('heaviest kinds:');
      const withShapes = (event: ProfileEvent) => `${event.args?.op_name} ${describeShapes(event)}`;
      say(writeShares(addUp(events, withShapes), totalMs, 16));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
}
