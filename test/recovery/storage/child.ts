/**
 * A process that works on a workspace until it is killed. It says on its standard output what was
 * done for good, one line of JSON each: the test then finds out whether that is true.
 */
import { RandomStream } from '#core/base/random-stream.ts';
import { createWorkspace, openWorkspace } from '#core/storage/workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { cheapScrypt, marker, passphrase } from './shared.ts';
import type { Done } from './shared.ts';

const [, , mode, folder, seed] = process.argv;
const random = new RandomStream(Number(seed), 'child');

function say(done: Done): void {
  process.stdout.write(`${JSON.stringify(done)}\n`);
}

function* bytes(length: number): Generator<Uint8Array> {
  const content = Buffer.alloc(length, marker);
  for (let start = 0; start < length; start += 100_000) {
    yield content.subarray(start, start + 100_000);
  }
}

function* lines(count: number): Generator<string> {
  for (let index = 0; index < count; index++) yield `${marker} ${index} ${random.word()}`;
}

async function storeModel({ blobs, models }: Workspace, studyId: string, runId: string) {
  let modelId = '';
  const { id } = await blobs.write(bytes(random.integer(3_000_000)), ({ id: weightsBlobId }) => {
    const model = models.put({
      studyId,
      name: 'model',
      parentModelId: null,
      runId,
      configuration: { marker },
      tokenizerFiles: { 'vocab.txt': marker },
      weightsBlobId,
    });
    modelId = model.id;
  });
  say({ kind: 'model', id: modelId, blobId: id });
}

async function trainOnce(workspace: Workspace, studyId: string, round: number) {
  const { runs, corpora, datasets, trainingStates } = workspace;
  const configurationHash = 'hash';
  const run = runs.ensure(studyId, {
    key: `${process.pid}/${round}`,
    kind: 'fine-tuning',
    model: 'model',
    task: 'task',
    fold: 0,
    configurationHash,
  });
  runs.setState(run.id, 'running');
  for (let step = 1; step <= 5; step++) {
    const progress = { runId: run.id, atMs: 0, step, stepCount: 5, loss: 1, tokensPerSecond: 1 };
    runs.recordProgress(progress);
    const state = { runId: run.id, configurationHash, engine: 'onnx-cpu', position: { step } };
    await trainingStates.put(state, bytes(random.integer(1_000_000)));
    say({ kind: 'state', id: run.id, step });
  }
  await storeModel(workspace, studyId, run.id);
  const hash = `${process.pid}/${round}`;
  const corpus = await corpora.put({
    name: 'corpus',
    sourceHash: hash,
    lines: lines(random.integer(150_000)),
    statistics: () => ({ marker }),
  });
  say({ kind: 'corpus', id: corpus.id, lineCount: corpus.lineCount });
  const examples = [...lines(random.integer(3_000))].map((text, index) => ({
    id: String(index),
    text,
    label: 'yes',
    groupId: null,
  }));
  const dataset = datasets.put({
    name: 'data',
    kind: 'labelled-notes',
    sourceHash: hash,
    examples,
    statistics: () => null,
  });
  say({ kind: 'dataset', id: dataset.id, exampleCount: examples.length });
  const metrics = Array.from({ length: 20 }, (_, index) => ({
    name: `metric-${index}`,
    entityType: null,
    value: random.uniform(),
  }));
  runs.finish(run.id, { metrics });
  await trainingStates.remove(run.id);
  say({ kind: 'run', id: run.id });
}

async function work(): Promise<void> {
  const workspace = openWorkspace(folder, { passphrase });
  const lock = workspace.lockForTrainer();
  workspace.runs.recoverInterrupted(lock);
  const study =
    workspace.studies.findByName('study') ??
    workspace.studies.create({ name: 'study', planJson: JSON.stringify({ marker }) });
  if (study.state === 'queued') workspace.studies.setState(study.id, 'running');
  say({ kind: 'ready' });
  for (let round = 0; ; round++) await trainOnce(workspace, study.id, round);
}

function createAgainAndAgain(): void {
  say({ kind: 'ready' });
  for (let round = 0; ; round++) {
    createWorkspace(`${folder}/${round}`, { passphrase, scrypt: cheapScrypt }).close();
  }
}

if (mode === 'create') createAgainAndAgain();
else await work();
