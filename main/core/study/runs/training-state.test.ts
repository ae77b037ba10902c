import { describe, expect, it } from 'vitest';
import type { EncoderConfiguration } from '#core/model/configuration.ts';
import { createOnnxCpuRuntime } from '#core/runtime/onnx-cpu.ts';
import { realFileSystem } from '#core/storage/file-system.ts';
import { foldRequest, newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import type { TargetBatch, TrainingSession } from '#core/training/ports.ts';
import { keepTrainingState, statesInWorkspace } from './training-state.ts';

const encoder: EncoderConfiguration = {
  vocabularySize: 20,
  hiddenSize: 8,
  layerCount: 1,
  headCount: 2,
  intermediateSize: 16,
  maxPositions: 8,
  tokenTypeCount: 2,
  layerNormEpsilon: 1e-12,
  positionOffset: 0,
  hiddenActivation: 'gelu',
};

const batch: TargetBatch = {
  rows: 1,
  columns: 4,
  inputIds: Int32Array.of(2, 5, 6, 3),
  lengths: Int32Array.of(4),
  positions: Int32Array.of(0),
  labels: Int32Array.of(1),
  weights: Float32Array.of(1),
};

const openSession = (labelCount = 2) =>
  createOnnxCpuRuntime({ threads: 1 }).open({
    encoder,
    head: { kind: 'sequence-classification', labelCount },
    optimiser: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01 },
    dropoutRate: 0,
  });

/** A session that has made two updates from weights that are not zero. */
async function trainedSession(): Promise<TrainingSession> {
  const session = await openSession();
  await session.writeParameters((parameters) => {
    parameters.forEach(({ values }, index) => values.fill(0.1 + 0.01 * index));
  });
  for (let step = 0; step < 2; step++) {
    await session.accumulate(batch, null);
    await session.update({ learningRate: 0.1, maxGradientNorm: null });
  }
  return session;
}

const stateOf = async (session: TrainingSession) =>
  structuredClone({
    parameters: await session.readParameters(),
    optimiser: await session.readOptimiserState(),
  });

const position = {
  step: 2,
  microStep: 2,
  tokenCount: 8,
  elapsedMs: 100,
  lossSum: 1.5,
  lossCount: 2,
};

const training = { position, companion: null };

function keeping(workspace = newWorkspace(), nowMs = () => 0) {
  const study =
    workspace.studies.findByName('study') ??
    workspace.studies.create({ name: 'study', planJson: '{}' });
  const run = workspace.runs.ensure(study.id, foldRequest());
  const said: string[] = [];
  const open = (engine = 'onnx-cpu') =>
    keepTrainingState({
      states: statesInWorkspace(run, workspace),
      engine,
      clock: { nowMs },
      onRestored: ({ step }) => said.push(`restored ${step}`),
      onLost: (reason) => said.push(reason),
    });
  return { workspace, run, open, said };
}

describe('the state of a training that is kept', () => {
  it('gives a new session weights, moments and position, bit for bit', async () => {
    const { open, said } = keeping();
    const session = await trainedSession();
    expect(await open().restore(session)).toBeNull();
    await open().keep(session, training);
    const next = await openSession();
    expect(await open().restore(next)).toEqual(training);
    const state = await stateOf(session);
    expect(await stateOf(next)).toEqual(state);
    expect(state.optimiser.secondMoments.some((values) => values.some((value) => value > 0))).toBe(
      true,
    );
    expect(said).toEqual(['restored 2']);
  });

  it.each([
    [
      'another engine',
      'onnx-webgpu',
      2,
      /made by onnx-cpu, and this run computes with onnx-webgpu/,
    ],
    ['other parameters', 'onnx-cpu', 3, /it is of other parameters/],
  ])('is not for %s: the session stays as it was', async (_, engine, labelCount, reason) => {
    const { open, said } = keeping();
    await open().keep(await trainedSession(), training);
    const next = await openSession(labelCount);
    const before = await stateOf(next);
    expect(await open(engine).restore(next)).toBeNull();
    expect(await stateOf(next)).toEqual(before);
    expect(said).toEqual([expect.stringMatching(reason)]);
  });

  it('is due after a minute, and no more often than a hundredth of the time allows', async () => {
    let atMs = 0;
    let costMs = 0;
    const nowMs = () => (atMs += costMs);
    const keeper = keeping(newWorkspace(), nowMs).open();
    const dueAfter = (ms: number) => {
      costMs = 0;
      atMs += ms;
      return keeper.isDue();
    };
    expect([dueAfter(59_999), dueAfter(1)]).toEqual([false, true]);
    costMs = 5_000;
    await keeper.keep(await trainedSession(), training);
    expect([dueAfter(499_999), dueAfter(1)]).toEqual([false, true]);
  });

  it('costs no training where there is no room for it', async () => {
    const fileSystem = {
      ...realFileSystem,
      open: () => Promise.reject(Object.assign(new Error('no room'), { code: 'ENOSPC' })),
    };
    const { workspace, run, open, said } = keeping(newWorkspace({ fileSystem }));
    const keeper = open();
    await keeper.keep(await trainedSession(), training);
    expect(said).toEqual([expect.stringMatching(/could not be kept: .*\[workspace.disk-full\]/)]);
    expect(workspace.trainingStates.find(run.id)).toBeUndefined();
  });
});
