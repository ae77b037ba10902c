import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { inEnglish } from '#core/base/phrase.ts';
import { AnamnesisError, isAnamnesisError } from '#core/base/error.ts';
import { openWorkspace, type Workspace } from '#core/storage/workspace.ts';
import { decideRun, type RunDecision } from '#core/study/execution/decide-run.ts';
import { registerStudy } from '#core/study/execution/register-study.ts';
import { runStudy } from '#core/study/execution/run-study.ts';
import { collectResults } from '#core/study/results/collect-results.ts';
import { makePlace, runCommand, smallPlan } from './command-line.ts';
import { createSimulatedEngine, type SimulatedTime } from './simulated-engine.ts';

/** Runs that a person orders, leaves out, pauses and tries again, and that fail. */
const { general, adapted } = smallPlan.models;
const { screen } = smallPlan.tasks;
const plan = {
  ...smallPlan,
  name: 'steered',
  models: { general, adapted },
  tasks: { screen: { ...screen, folds: 3 } },
};
const foldOf = (model: string, fold: number) => `fine-tune/screen/${model}/fold-${fold}`;

interface Steered {
  readonly workspace: Workspace;
  readonly folder: string;
  readonly studyId: string;
  /**
   * Runs the study as far as it goes; `onBegun` hears of each run, whose training fails where it says
   * so. Returns the keys that began, in order, and why it failed.
   */
  readonly run: (
    onBegun?: (key: string) => 'fails' | undefined,
  ) => Promise<{ begun: string[]; failure: AnamnesisError | null; completed: boolean | null }>;
  readonly decide: (key: string, decision: RunDecision) => void;
}

function steer(): Steered {
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
  const source = { text: JSON.stringify(plan), fileName: 'plan', folder };
  const { id: studyId } = registerStudy(workspace, source);
  const engine = createSimulatedEngine(time);
  return {
    ...{ workspace, folder, studyId },
    decide: (key, decision) => {
      decideRun(workspace, studyId, { key, decision });
    },
    async run(onBegun = () => undefined) {
      const begun: string[] = [];
      let isFailing = false;
      const stop = new AbortController();
      const around = {
        workspace,
        engines: {
          names: ['simulated'],
          machine: { fingerprint: 'simulated', description: 'simulated' },
          clock: { nowMs },
          commanded: 'simulated',
          commandedPrecision: null,
          open: () =>
            Promise.resolve({
              ...engine,
              open: (request: Parameters<typeof engine.open>[0]) => {
                if (!isFailing) return engine.open(request);
                throw new AnamnesisError('training.diverged', {
                  ...{ expected: 'finite numbers', found: 'others', remedy: 'Learn slower.' },
                });
              },
            }),
          start: () => {
            throw new Error('nothing is to be measured');
          },
        },
        clock: { nowMs },
        emit: (event: Parameters<Parameters<typeof runStudy>[1]['emit']>[0]) => {
          if (event.type !== 'run-state' || event.state !== 'running') return;
          begun.push(event.key);
          isFailing = onBegun(event.key) === 'fails';
        },
        stop: stop.signal,
      };
      try {
        const completed = await runStudy(studyId, around);
        return { begun, failure: null, completed };
      } catch (error) {
        if (!isAnamnesisError(error)) throw error;
        return { begun, failure: error, completed: null };
      }
    },
  };
}

describe('a run that fails', () => {
  it('is recorded with its reason, and the others go on, but for what needs it', async () => {
    const { workspace, studyId, run } = steer();
    const failing = new Set(['pretrain/adapted', foldOf('general', 2)]);
    const { begun, failure } = await run((key) => (failing.has(key) ? 'fails' : undefined));
    expect(begun).toContain(foldOf('general', 3));
    expect(begun.filter((key) => key.includes('/adapted'))).toEqual(['pretrain/adapted']);
    expect(failure?.code).toBe('study.runs-failed');
    expect(inEnglish(failure!.told.found)).toBe(
      `2 that failed: “pretrain/adapted [training.diverged]” and “${foldOf('general', 2)} [training.diverged]”`,
    );
    expect(workspace.studies.get(studyId).state).toBe('failed');
    const { warnings, comparisons } = collectResults(workspace, studyId);
    const failed = warnings.filter(({ kind }) => kind === 'failed-step');
    expect(failed.map(({ about }) => about)).toEqual([...failing]);
    expect(comparisons).toEqual([]);

    const again = await run();
    expect(again).toMatchObject({ failure: null, completed: true });
    expect(again.begun.slice(0, 2)).toEqual(['pretrain/adapted', foldOf('adapted', 1)]);
    expect(again.begun).not.toContain(foldOf('general', 1));
    expect(collectResults(workspace, studyId).comparisons[0].result.foldCount).toBe(3);
  });

  it('alone is why the study failed', async () => {
    const { run } = steer();
    const { failure } = await run((key) => (key === foldOf('general', 1) ? 'fails' : undefined));
    expect(failure?.code).toBe('training.diverged');
  });

  it('is tried again while the study goes on, where a person says so', async () => {
    const { run, decide } = steer();
    let attempts = 0;
    const { begun, failure } = await run((key) => {
      if (key === foldOf('general', 1)) return attempts++ === 0 ? 'fails' : undefined;
      if (key === foldOf('general', 2)) decide(foldOf('general', 1), 'retry');
      return undefined;
    });
    expect(failure).toBeNull();
    const again = begun.lastIndexOf(foldOf('general', 1));
    expect(begun[again - 1]).toBe(foldOf('general', 2));
    expect(attempts).toBe(2);
  });
});

describe('a person', () => {
  it('brings a run forward, also while others run, with what it needs before it', async () => {
    const { run, decide } = steer();
    decide(foldOf('general', 3), 'first');
    const { begun } = await run((key) => {
      if (key === foldOf('general', 3)) decide(foldOf('adapted', 2), 'first');
      return undefined;
    });
    expect(begun.slice(0, 5)).toEqual([
      ...['vocabulary/words', 'pretrain/general', foldOf('general', 3)],
      ...['pretrain/adapted', foldOf('adapted', 2)],
    ]);
    expect(begun).toHaveLength(9);
  });

  it('leaves a run out; its comparison has no verdict, and it can be put back', async () => {
    const { workspace, studyId, run, decide } = steer();
    decide(foldOf('adapted', 2), 'leave-out');
    const { begun, completed } = await run();
    expect(completed).toBe(true);
    expect(begun).not.toContain(foldOf('adapted', 2));
    const { warnings, comparisons } = collectResults(workspace, studyId);
    expect(warnings.find(({ kind }) => kind === 'step-left-out')?.about).toBe(foldOf('adapted', 2));
    expect(comparisons[0].result.foldCount).toBe(2);
    decide(foldOf('adapted', 2), 'put-back');
    expect(workspace.studies.get(studyId).state).toBe('queued');
    expect((await run()).begun).toEqual([foldOf('adapted', 2)]);
  });

  it('pauses a study: it ends behind the run at hand, and going on takes the pause back', async () => {
    const { workspace, studyId, run } = steer();
    const first = await run((key) => {
      if (key === 'pretrain/general') workspace.runChoices.setPaused(studyId, true);
      return undefined;
    });
    expect(first).toMatchObject({ completed: false });
    expect(first.begun).toEqual(['vocabulary/words', 'pretrain/general']);
    expect(workspace.studies.get(studyId).state).toBe('stopped');
    const second = await run();
    expect(second).toMatchObject({ completed: true });
    expect(second.begun[0]).toBe('pretrain/adapted');
  });

  it('is told of a run that the plan does not have, or that is done', async () => {
    const { run, decide } = steer();
    const code = (key: string, decision: RunDecision) => {
      try {
        decide(key, decision);
        return null;
      } catch (error) {
        return isAnamnesisError(error) ? error.code : error;
      }
    };
    expect(code('fine-tune/screen/none/fold-1', 'first')).toBe('record.missing');
    await run();
    expect(code(foldOf('general', 1), 'leave-out')).toBe('run.state-refused');
    expect(code(foldOf('general', 1), 'retry')).toBe('run.state-refused');
  });
});

it('decisions of the terminal outlive a kill, and are told', { timeout: 600_000 }, async () => {
  const place = makePlace();
  const { folder, options } = place;
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const { corpora, vocabularies } = smallPlan;
  const small = { name: 'small', corpora, vocabularies, models: {}, tasks: {}, engine: 'onnx-cpu' };
  const argv = ['study', 'run', place.writePlan(small), ...options];
  let isKilled = false;
  await runCommand(argv, (said, running) => {
    if (isKilled || !said.includes('corpus clinical')) return;
    isKilled = true;
    process.kill(running.trainerPid(), 'SIGKILL');
  });
  const steps = ['leave-out', 'small', 'vocabulary/words', ...options];
  const left = await runCommand(['study', ...steps]);
  expect(left.exitCode, left.stderr).toBe(0);
  expect((await runCommand(argv)).exitCode).toBe(0);
  const list = await runCommand(['study', 'runs', 'small', ...options]);
  expect(list.stdout).toBe('left out  vocabulary/words\n');
  await runCommand(['study', 'put-back', 'small', 'vocabulary/words', ...options]);
  expect((await runCommand(argv)).exitCode).toBe(0);
  const done = await runCommand(['study', 'runs', 'small', ...options]);
  expect(done.stdout).toBe('finished  vocabulary/words\n');
});
