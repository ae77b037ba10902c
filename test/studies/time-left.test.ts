import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { RunKind } from '#core/domain/run.ts';
import { openWorkspace, type Workspace } from '#core/storage/workspace.ts';
import type { StudyEvent } from '#core/study/effects/events.ts';
import { registerStudy } from '#core/study/execution/register-study.ts';
import { runStudy } from '#core/study/execution/run-study.ts';
import { collectResults } from '#core/study/results/collect-results.ts';
import { makePlace } from './command-line.ts';
import { createSimulatedEngine, type SimulatedTime } from './simulated-engine.ts';

/** What was told at a moment. */
interface Told {
  readonly atMs: number;
  readonly key: string;
  readonly studyTimeLeftMs: number | null;
}

interface Simulation {
  readonly time: SimulatedTime;
  readonly workspace: Workspace;
  /** Runs the study until it ends or `stopAt` says so; returns what was told, and when it ended. */
  run(plan: object, stopAt?: (event: StudyEvent) => boolean): Promise<Part>;
}

interface Part {
  readonly told: readonly Told[];
  readonly finishedAt: ReadonlyMap<string, number>;
  readonly endMs: number;
  readonly studyId: string;
}

function simulate(): Simulation {
  const { folder } = makePlace();
  const time: SimulatedTime = { nowMs: Date.UTC(2026, 0, 1) };
  const nowMs = () => Math.round(time.nowMs);
  const workspace = openWorkspace(
    join(folder, 'workspace'),
    { passphrase: 'correct horse' },
    { nowMs },
  );
  onTestFinished(() => {
    workspace.close();
    rmSync(folder, { recursive: true });
  });
  return {
    time,
    workspace,
    async run(plan, stopAt = () => false) {
      const source = { text: JSON.stringify(plan), fileName: 'plan', folder };
      const { id: studyId } = registerStudy(workspace, source);
      const told: Told[] = [];
      const finishedAt = new Map<string, number>();
      const stop = new AbortController();
      await runStudy(studyId, {
        workspace,
        engines: {
          names: ['simulated'],
          machine: { fingerprint: 'simulated', description: 'simulated' },
          clock: { nowMs },
          commanded: 'simulated',
          commandedPrecision: null,
          open: () => Promise.resolve(createSimulatedEngine(time)),
          start: () => {
            throw new Error('nothing is to be measured');
          },
        },
        clock: { nowMs },
        emit: (event) => {
          if (event.type === 'run-progress') {
            const { key, studyTimeLeftMs } = event;
            told.push({ atMs: time.nowMs, key, studyTimeLeftMs });
          }
          if (event.type === 'run-state' && event.state === 'finished') {
            finishedAt.set(event.key, time.nowMs);
          }
          if (stopAt(event)) stop.abort();
        },
        stop: stop.signal,
      });
      return { told, finishedAt, endMs: time.nowMs, studyId };
    },
  };
}

const shape = (layers: number, hiddenSize: number) => ({
  layers,
  hiddenSize,
  heads: hiddenSize / 32,
  intermediateSize: 4 * hiddenSize,
  maxPositions: 128,
});
const pretraining = (epochs: number, maxTokens = 64) => ({
  ...{ corpora: ['clinical'], epochs, maxTokens, batchSize: 8, accumulation: 2 },
});
const scratch = (vocabulary: string, layers: number, hiddenSize: number) => ({
  kind: 'scratch',
  vocabulary,
  ...shape(layers, hiddenSize),
});
const base = {
  engine: 'simulated',
  corpora: {
    general: { files: ['corpora/nl-general.txt'] },
    clinical: { files: ['corpora/nl-clinical.txt'] },
  },
  vocabularies: {
    few: { corpora: ['general', 'clinical'], size: 300 },
    many: { corpora: ['general', 'clinical'], size: 4000, minFrequency: 1 },
  },
};
/** A classification of whole notes, cut to some length, and entities in short sentences. */
const tasks = (epochs: number) => ({
  screen: {
    kind: 'classification',
    data: { format: 'csv', files: ['notes/nl-hiv-test.csv'], groupColumn: 'patient_id' },
    ...{ folds: 3, epochs, maxTokens: 96 },
  },
  entities: {
    kind: 'entities',
    data: { format: 'brat', files: ['entities/es-brat'] },
    ...{ folds: 3, epochs, maxTokens: 48 },
  },
});
/** Small and large, of few and many tokens, and one that starts from another. */
const mixed = {
  ...base,
  name: 'mixed',
  models: {
    tiny: { start: scratch('few', 1, 32), pretraining: pretraining(4) },
    large: { start: scratch('many', 4, 256), pretraining: pretraining(2, 128) },
    further: { start: { kind: 'model', model: 'large' }, pretraining: pretraining(1) },
    middle: { start: scratch('few', 2, 128) },
  },
  tasks: tasks(6),
};

const kindOf = (key: string): RunKind =>
  key.startsWith('pretrain/')
    ? 'pretraining'
    : key.startsWith('fine-tune/')
      ? 'fine-tuning'
      : 'vocabulary';

/** By what factor each figure that was told is wrong, where more than a hundredth is left. */
function errorsOf({ told, endMs }: Part, wholeMs: number) {
  return told
    .filter(({ atMs }) => endMs - atMs > wholeMs / 100)
    .map(({ studyTimeLeftMs, atMs, key }) => {
      const ratio = studyTimeLeftMs === null ? null : studyTimeLeftMs / (endMs - atMs);
      return { key, atMs, factor: ratio === null ? null : Math.max(ratio, 1 / ratio) };
    });
}

const isWrong = ({ factor }: { readonly factor: number | null }) => factor === null || factor > 1.5;

/** When the first run of each kind had ended. */
function knownFromMs({ finishedAt }: Part): number {
  const first = new Map<RunKind, number>();
  for (const [key, atMs] of finishedAt) if (!first.has(kindOf(key))) first.set(kindOf(key), atMs);
  return Math.max(...first.values());
}

/** Runs a whole study; what was told while models were pre-trained, and what once all was met. */
async function follow(simulation: Simulation, plan: object) {
  const beganMs = simulation.time.nowMs;
  const part = await simulation.run(plan);
  const errors = errorsOf(part, part.endMs - beganMs);
  return {
    early: errors.filter(({ key }) => kindOf(key) === 'pretraining'),
    late: errors.filter(({ atMs }) => atMs > knownFromMs(part)),
  };
}

const timeout = 120_000;

describe('the time left of a study whose models differ in size', { timeout }, () => {
  it('is not known before each kind was met, then right within a factor of 1.5', async () => {
    const { early, late } = await follow(simulate(), mixed);
    expect(early.length).toBeGreaterThan(5);
    // Nobody knows then how long fine-tuning takes.
    expect(early.filter(({ factor }) => factor !== null)).toEqual([]);
    expect(late.length).toBeGreaterThan(50);
    expect(late.filter(isWrong)).toEqual([]);
  });

  it('is right also where the largest model comes first, and notes are cut short', async () => {
    const { large, tiny, middle } = mixed.models;
    const { screen, entities } = tasks(8);
    const plan = {
      ...mixed,
      name: 'reversed',
      models: { large: { start: large.start }, middle, tiny: { start: tiny.start } },
      tasks: { entities, screen: { ...screen, maxTokens: 16 } },
    };
    const { late } = await follow(simulate(), plan);
    expect(late.length).toBeGreaterThan(50);
    expect(late.filter(isWrong)).toEqual([]);
  });

  it('is right for pre-training alone, once one model was', async () => {
    const { tiny, large, further } = mixed.models;
    const plan = {
      ...mixed,
      name: 'pretraining',
      models: {
        tiny: { ...tiny, pretraining: pretraining(40) },
        large: { ...large, pretraining: pretraining(12, 128) },
        further: { ...further, pretraining: pretraining(6) },
      },
      tasks: {},
    };
    const { late } = await follow(simulate(), plan);
    expect(late.length).toBeGreaterThan(10);
    expect(late.filter(isWrong)).toEqual([]);
  });

  it('looks into models that come from elsewhere', async () => {
    const simulation = simulate();
    const start = { ...mixed.models.large.start, vocabulary: 'few' };
    const large = { start, pretraining: pretraining(1) };
    await simulation.run({ ...mixed, name: 'first', models: { large }, tasks: {} });
    const { middle } = mixed.models;
    const plan = {
      ...mixed,
      name: 'second',
      models: {
        middle,
        known: {
          start: { kind: 'library', model: 'first/large' },
          extendVocabulary: { corpora: ['general'], tokens: 200 },
        },
      },
      tasks: tasks(8),
    };
    const { late } = await follow(simulation, plan);
    expect(late.length).toBeGreaterThan(50);
    expect(late.filter(isWrong)).toEqual([]);
  });
});

describe('a study that goes on in another process', { timeout }, () => {
  it('knows from its finished runs how long the rest takes, and took no pause', async () => {
    const simulation = simulate();
    const beganMs = simulation.time.nowMs;
    const stopAt = 'fine-tune/screen/further/fold-1';
    const first = await simulation.run(
      mixed,
      (event) => event.type === 'run-progress' && event.key === stopAt && event.progress.step > 9,
    );
    const workedMs = first.endMs - beganMs;
    const night = 12 * 3_600_000;
    simulation.time.nowMs += night;
    const second = await simulation.run(mixed);
    const errors = errorsOf(second, workedMs + second.endMs - simulation.time.nowMs);
    expect(errors.length).toBeGreaterThan(50);
    expect(errors.filter(isWrong)).toEqual([]);

    const { runs } = collectResults(simulation.workspace, second.studyId);
    const tookMs = runs.reduce((sum, run) => sum + (run.tookMs ?? 0), 0);
    const wholeMs = second.endMs - beganMs - night;
    expect(tookMs / wholeMs).toBeGreaterThan(0.9);
    expect(tookMs / wholeMs).toBeLessThanOrEqual(1);
    // The one that was stopped counts both of its parts.
    const stopped = runs.find(({ key }) => key === stopAt);
    const alike = runs.find(({ key }) => key === 'fine-tune/screen/further/fold-2');
    expect(stopped?.tookMs).toBeGreaterThan(0.8 * (alike?.tookMs ?? Infinity));
  });
});
