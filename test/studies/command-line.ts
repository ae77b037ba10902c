import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateSampleFiles } from '#core/sample/generate.ts';
import { createWorkspace } from '#core/storage/workspace.ts';

const entry = fileURLToPath(new URL('../../main/hosts/cli/main.ts', import.meta.url));

export interface CommandResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCommand {
  kill(signal: NodeJS.Signals): void;
  /** The process that trains, which the command has started. */
  trainerPid(): number;
}

/** The only child of a process, as Linux tells it. */
function findChild(pid: number | undefined): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim());
}

/** Runs the program as a user does, in a process of its own. `onStderr` may act on what it says. */
export function runCommand(
  argv: readonly string[],
  onStderr: (text: string, process: RunningCommand) => void = () => undefined,
): Promise<CommandResult> {
  const child = spawn(process.execPath, [entry, ...argv], { stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    onStderr(stderr, {
      kill: (signal) => child.kill(signal),
      trainerPid: () => findChild(child.pid),
    });
  });
  return new Promise((resolve) => {
    child.on('close', (exitCode) => {
      resolve({ exitCode, stdout, stderr });
    });
  });
}

const model = { layers: 1, hiddenSize: 32, heads: 2, intermediateSize: 64, maxPositions: 64 };
const pretraining = { epochs: 1, maxTokens: 32, batchSize: 8, accumulation: 1, learningRate: 1e-3 };
const fineTuning = { folds: 2, epochs: 1, maxTokens: 48, learningRate: 1e-3 };

/** A plan that runs in seconds on the small sample data. */
export const smallPlan = {
  name: 'small',
  corpora: {
    general: { files: ['corpora/nl-general.txt'] },
    clinical: { files: ['corpora/nl-clinical.txt'] },
  },
  vocabularies: { words: { corpora: ['general', 'clinical'], size: 500 } },
  models: {
    general: {
      start: { kind: 'scratch', vocabulary: 'words', ...model },
      pretraining: { corpora: ['general'], ...pretraining },
    },
    adapted: {
      start: { kind: 'model', model: 'general' },
      pretraining: { corpora: ['clinical'], ...pretraining },
    },
  },
  tasks: {
    screen: {
      kind: 'classification',
      data: { format: 'csv', files: ['notes/nl-hiv-test.csv'], groupColumn: 'patient_id' },
      ...fineTuning,
    },
    entities: {
      kind: 'entities',
      data: { format: 'brat', files: ['entities/es-brat'] },
      ...fineTuning,
    },
  },
  comparisons: [{ model: 'adapted', against: 'general' }],
};

export interface Place {
  readonly folder: string;
  readonly options: readonly string[];
  /** Writes a plan and returns its path. */
  writePlan(plan: object | string): string;
  writeFile(path: string, content: string): void;
}

/** A folder with small sample data, a workspace and its passphrase. */
export function makePlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'anamnesis-study-'));
  const writeFile = (path: string, content: string) => {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  };
  for (const { path, content } of generateSampleFiles({ seed: 3, size: 'small' })) {
    writeFile(path, content);
  }
  const passphraseFile = join(folder, 'passphrase');
  writeFileSync(passphraseFile, 'correct horse\n', { mode: 0o600 });
  const workspace = join(folder, 'workspace');
  createWorkspace(workspace, { passphrase: 'correct horse' }).close();
  return {
    folder,
    options: ['-w', workspace, '--passphrase-file', passphraseFile],
    writeFile,
    writePlan: (plan) => {
      // Named, since measuring the engines first would cost more than the whole small study.
      const written = typeof plan === 'string' ? plan : { engine: 'onnx-cpu', ...plan };
      writeFile('plan.json', typeof written === 'string' ? written : JSON.stringify(written));
      return join(folder, 'plan.json');
    },
  };
}
