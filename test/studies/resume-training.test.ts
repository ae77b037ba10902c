import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { inEnglish } from '#core/base/phrase.ts';
import { openWorkspace, type Workspace } from '#core/storage/workspace.ts';
import type { StudyEvent } from '#core/study/effects/events.ts';
import type { HeldOutRow, HeldOutSummary } from '#core/domain/run-summaries.ts';
import { findOfRun } from '#core/library/model-of-run.ts';
import { registerStudy } from '#core/study/execution/register-study.ts';
import { makePlace, runCommand, smallPlan, type Place } from './command-line.ts';

/** A training that is stopped or killed goes on where it was, and ends as if it had not been. */
const places: Place[] = [];
afterAll(() => {
  for (const { folder } of places) rmSync(folder, { recursive: true });
});

const { general } = smallPlan.models;
const { screen } = smallPlan.tasks;
/**
 * Two long trainings with all that a state must hold: accumulation, dropout, several epochs, what was
 * measured on held-out text and the best weights so far.
 */
const plan = {
  ...smallPlan,
  heldOut: { fraction: 0.1, points: 20, words: 300 },
  models: {
    general: {
      ...general,
      pretraining: {
        ...general.pretraining,
        epochs: 8,
        batchSize: 2,
        accumulation: 2,
        dropout: 0.1,
      },
    },
  },
  tasks: { screen: { ...screen, epochs: 8, batchSize: 2, dropout: 0.1 } },
  comparisons: [],
};

const child = fileURLToPath(new URL('./training-child.ts', import.meta.url));
const passphrase = 'correct horse';

function open(place: Place): Workspace {
  return openWorkspace(join(place.folder, 'workspace'), { passphrase });
}

function makeStudy(changes: object = {}) {
  const place = makePlace();
  places.push(place);
  return { place, studyId: register(place, changes) };
}

function register(place: Place, changes: object): string {
  const workspace = open(place);
  const text = JSON.stringify({ ...plan, ...changes });
  const study = registerStudy(workspace, { text, fileName: 'plan.json', folder: place.folder });
  workspace.close();
  return study.id;
}

/** Steps of a run that a process told of, and what it said. */
interface Heard {
  readonly steps: { readonly key: string; readonly step: number }[];
  readonly messages: string[];
  exitCode: number | null;
}

/** Trains in a process of its own until it ends, or until a step of a run, stopped or killed. */
async function trainUntil(
  { place, studyId }: ReturnType<typeof makeStudy>,
  end: { readonly signal: 'stop' | 'SIGKILL'; readonly key: string; readonly step: number } | null,
): Promise<Heard> {
  const workspace = join(place.folder, 'workspace');
  const until = end === null ? [] : [end.signal, end.key, String(end.step)];
  const trainer = spawn(process.execPath, [child, workspace, passphrase, studyId, ...until], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const heard: Heard = { steps: [], messages: [], exitCode: null };
  const gone = new Promise<void>((resolve) => {
    trainer.on('close', (exitCode) => {
      heard.exitCode = exitCode;
      resolve();
    });
  });
  createInterface(trainer.stdout).on('line', (line) => {
    const event = JSON.parse(line) as StudyEvent;
    if (event.type === 'message') heard.messages.push(inEnglish(event.text));
    if (event.type !== 'run-progress') return;
    heard.steps.push({ key: event.key, step: event.progress.step });
  });
  await gone;
  return heard;
}

const firstStep = ({ steps }: Heard, key: string) =>
  steps.find((told) => told.key === key)?.step ?? NaN;

/** What a study came to: the metrics of its runs and the bytes of its models. */
function resultsOf({ place, studyId }: ReturnType<typeof makeStudy>) {
  const workspace = open(place);
  const { runs, blobs, trainingStates } = workspace;
  const results = runs.listByStudy(studyId).map(({ id, key, state }) => {
    const model = findOfRun(workspace, id);
    const { training, ...summary } = (runs.summaryOf(id) ?? {}) as {
      training?: { elapsedMs: number };
      heldOut?: HeldOutSummary;
      rows?: readonly HeldOutRow[];
    };
    const aside = findOfRun(workspace, id, 'last');
    return {
      key,
      state,
      metrics: runs.metricsOf(id),
      training: { ...training, elapsedMs: null },
      weights: model === undefined ? null : blobs.get(model.weightsBlobId).sha256,
      aside: aside === undefined ? null : blobs.get(aside.weightsBlobId).sha256,
      heldOut: summary.heldOut ?? null,
      rows: summary.rows ?? null,
      curve: runs.curveOf(id).map(({ step, loss }) => ({ step, loss })),
      heldOutCurve: runs.heldOutCurveOf(id).map(({ step, loss }) => ({ step, loss })),
    };
  });
  const leftOver = [trainingStates.listRuns(studyId), blobs.listUnused()];
  const { databaseProblems, missingBlobs } = workspace.checkIntegrity();
  workspace.close();
  expect([leftOver, databaseProblems, missingBlobs]).toEqual([[[], []], [], []]);
  return results;
}

const pretraining = 'pretrain/general';
const fold = 'fine-tune/screen/general/fold-1';

test(
  'a training that is killed and stopped in its middle ends with the bits of an undisturbed one',
  { timeout: 300_000 },
  async () => {
    const whole = makeStudy();
    const undisturbed = await trainUntil(whole, null);
    expect(undisturbed.exitCode).toBe(0);
    expect(undisturbed.messages.filter((text) => text.includes('goes on'))).toEqual([]);

    const study = makeStudy();
    const first = await trainUntil(study, { signal: 'SIGKILL', key: pretraining, step: 60 });
    expect(first.exitCode).toBeNull();
    const second = await trainUntil(study, { signal: 'stop', key: pretraining, step: 110 });
    expect(second.exitCode).toBe(0);
    expect(second.messages.join()).toMatch(/pretrain\/general goes on after update \d+/);
    expect(firstStep(second, pretraining)).toBeGreaterThan(20);
    expect(firstStep(second, pretraining)).toBeLessThanOrEqual(61);
    // What was stopped goes on at that very step.
    const third = await trainUntil(study, { signal: 'SIGKILL', key: fold, step: 60 });
    expect(firstStep(third, pretraining)).toBe(111);
    const last = await trainUntil(study, null);
    expect(firstStep(last, fold)).toBeGreaterThan(20);
    expect(firstStep(last, fold)).toBeLessThanOrEqual(61);
    expect(last.exitCode).toBe(0);
    const results = resultsOf(whole);
    expect(resultsOf(study)).toEqual(results);
    const trained = results.find(({ key }) => key === pretraining);
    expect(trained?.heldOut?.points).toHaveLength(21);
    expect(trained?.heldOutCurve).toEqual(
      trained?.heldOut?.points.map(({ step, loss }) => ({ step, loss })),
    );
    // The table says of the model what was measured when it was as it is.
    const measured = results.find(({ key }) => key === 'perplexity/general')?.rows ?? [];
    expect(measured.map(({ corpus, stage }) => [corpus, stage])).toEqual([
      ['general', 'after'],
      ['clinical', 'after'],
    ]);
    const atEnd = trained?.heldOut?.points.find(({ step }) => step === trained.heldOut?.usedStep);
    expect(measured[0].lossSum / measured[0].tokenCount).toBeCloseTo(
      atEnd?.lossOfCorpus.general ?? NaN,
      6,
    );
    // The last state is kept as well, unless it is the best.
    const { bestStep, usedStep, points } = trained!.heldOut!;
    expect([usedStep, trained?.aside === null]).toEqual([
      bestStep,
      bestStep === points.at(-1)?.step,
    ]);
  },
);

test.each([
  { earlyStop: { share: 0.25, patience: 2 } },
  { earlyStop: { share: 0.25, patience: 8 }, layerDecay: 0.8 },
  { frozenEncoder: true, epochs: 40 },
])(
  'a fold with %o that is killed, and the final model, end as if it had not been',
  { timeout: 300_000 },
  async (options) => {
    const models = { general: { start: general.start } };
    const changes = {
      models,
      tasks: { screen: { ...plan.tasks.screen, ...options, finalModel: true } },
    };
    const whole = makeStudy(changes);
    expect((await trainUntil(whole, null)).exitCode).toBe(0);
    const study = makeStudy(changes);
    const first = await trainUntil(study, { signal: 'SIGKILL', key: fold, step: 45 });
    expect(first.exitCode).toBeNull();
    const last = await trainUntil(study, null);
    expect(last.messages.join()).toMatch(/fold-1 goes on after update \d+/);
    expect(last.exitCode).toBe(0);
    const results = resultsOf(whole);
    expect(resultsOf(study)).toEqual(results);
    expect(results.find(({ key }) => key.startsWith('final/'))?.weights).not.toBeNull();
  },
);

test(
  'a state that is damaged, or of a plan that was changed, is not gone on from',
  { timeout: 300_000 },
  async () => {
    const study = makeStudy();
    await trainUntil(study, { signal: 'stop', key: pretraining, step: 40 });
    const workspace = open(study.place);
    const [run] = workspace.runs
      .listByStudy(study.studyId)
      .filter(({ key }) => key === pretraining);
    const { blobId } = workspace.trainingStates.find(run.id)!;
    workspace.close();
    rmSync(join(study.place.folder, 'workspace', 'blobs', `${blobId}.blob`));
    const anew = await trainUntil(study, { signal: 'stop', key: pretraining, step: 40 });
    expect(firstStep(anew, pretraining)).toBe(1);
    expect(anew.messages.join()).toMatch(/begins anew: .*\[blob\.missing\]/);

    // What a user will not go on with gives its room back.
    const options = [...study.place.options, '--json'];
    const forgotten = await runCommand(['study', 'forget', 'small', ...options]);
    expect(JSON.parse(forgotten.stdout)).toMatchObject({ trainings: 1 });
    expect(resultsOf(study)).toContainEqual(expect.objectContaining({ key: pretraining }));
    const again = await trainUntil(study, { signal: 'stop', key: pretraining, step: 40 });
    expect(firstStep(again, pretraining)).toBe(1);
    expect(again.messages.join()).not.toContain('begins anew');

    register(study.place, { seed: 2 });
    const changed = await trainUntil(study, { signal: 'stop', key: pretraining, step: 5 });
    expect(firstStep(changed, pretraining)).toBe(1);
    expect(changed.messages.join()).not.toContain('begins anew');
  },
);

test.each(['training the vocabulary words', 'cutting general into tokens'])(
  'a stop is heard while the trainer is %s',
  { timeout: 300_000 },
  async (what) => {
    const study = makeStudy();
    const stopped = await trainUntil(study, { signal: 'stop', key: what, step: 0 });
    expect(stopped.exitCode).toBe(0);
    expect(stopped.steps).toEqual([]);
    const workspace = open(study.place);
    expect(workspace.studies.get(study.studyId).state).toBe('stopped');
    workspace.close();
  },
);

test(
  'a stop is heard while text is read, and nothing of it stays',
  { timeout: 300_000 },
  async () => {
    const study = makeStudy();
    const lines = Array.from(
      { length: 80_000 },
      (_, index) => `regel ${index} van een lange tekst\n`,
    );
    study.place.writeFile('large.txt', lines.join(''));
    register(study.place, { corpora: { ...plan.corpora, general: { files: ['large.txt'] } } });
    const what = 'reading corpus general';
    const stopped = await trainUntil(study, { signal: 'stop', key: what, step: 0 });
    expect(stopped.exitCode).toBe(0);
    const workspace = open(study.place);
    expect(workspace.studies.get(study.studyId).state).toBe('stopped');
    expect(workspace.corpora.list()).toEqual([]);
    workspace.close();
  },
);
