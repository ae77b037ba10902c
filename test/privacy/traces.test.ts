import { spawn, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import { filesUnder, filesWith } from '#core/storage/testing/temporary-workspace.ts';

/**
 * Runs the program as a user does, with a home, a folder for temporary files and a working folder
 * of its own, all empty, and then looks at everything that it left there.
 */
const entry = fileURLToPath(new URL('../../main/hosts/cli/main.ts', import.meta.url));
const strace = ['strace', '-f', '-qq', '--seccomp-bpf', '-A', '-e', 'trace=%net'];
/** Some containers have it and forbid it, and older ones know not all of its options. */
const isWatched = spawnSync(strace[0], [...strace.slice(1), 'true']).status === 0;
const timeout = 600_000;

/** In every note and its ids. What may be in results has other names. */
const secret = 'Geheimzinnigman';
const passphrase = 'a passphrase that no file holds';

const root = mkdtempSync(join(tmpdir(), 'anamnesis-privacy-'));
const at = (...names: string[]) => join(root, ...names);
const printed: string[] = [];

/** What makes libraries silent by itself would hide what they do for users. */
const silencing = ['CI', 'DO_NOT_TRACK', 'ORT_DISABLE_TELEMETRY', 'ORT_RUNNING_UNIT_TESTS'];

function surroundings(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !silencing.includes(name) && !name.startsWith('VITEST') && !name.startsWith('XDG_'),
  );
  return { ...Object.fromEntries(inherited), HOME: at('home'), TMPDIR: at('tmp') };
}

async function run(...argv: string[]): Promise<number | null> {
  const options = ['-w', at('workspace'), '--passphrase-file', at('passphrase')];
  const command = [process.execPath, entry, ...argv, ...options];
  const watch = isWatched ? [...strace, '-o', at('calls')] : [];
  const [program, ...rest] = [...watch, ...command];
  const child = spawn(program, rest, {
    cwd: at('cwd'),
    env: surroundings(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => printed.push(text));
  }
  return new Promise((resolve) => {
    child.on('close', resolve);
  });
}

const words = 'de patient heeft koorts en hoest sinds gisteren naar huis met medicatie'.split(' ');

function writeData(): void {
  const random = new RandomStream(1, 'privacy');
  const some = () => Array.from({ length: 8 }, () => words[random.integer(words.length)]);
  const note = () => [...some(), secret, ...some()].join(' ');
  const count = (length: number) => Array.from({ length }, (_, index) => index);
  writeFileSync(at('data', 'corpus.txt'), count(80).map(note).join('\n'));
  const rows = count(16).map(
    (i) => `${secret}${i},${secret}-${i},${note()},${i % 2 ? 'yes' : 'no'}`,
  );
  writeFileSync(at('data', 'labels.csv'), ['id,patient,text,label', ...rows].join('\n'));
  const sentences = count(16).map(() =>
    [...some().map((word) => `${word}\tO`), `${secret}\tB-person`].join('\n'),
  );
  writeFileSync(at('data', 'entities.tsv'), sentences.join('\n\n'));
  const training = { epochs: 1, maxTokens: 32, learningRate: 1e-3 };
  const plan = {
    name: 'traces',
    engine: 'onnx-cpu',
    corpora: { notes: { files: ['corpus.txt'] } },
    vocabularies: { words: { corpora: ['notes'], size: 120 } },
    models: {
      tiny: {
        start: {
          kind: 'scratch',
          vocabulary: 'words',
          layers: 1,
          hiddenSize: 32,
          heads: 2,
          intermediateSize: 64,
          maxPositions: 64,
        },
        pretraining: { corpora: ['notes'], ...training },
      },
    },
    tasks: {
      screen: {
        kind: 'classification',
        data: { format: 'csv', files: ['labels.csv'], idColumn: 'id', groupColumn: 'patient' },
        folds: 2,
        ...training,
      },
      names: {
        kind: 'entities',
        data: { format: 'bio', files: ['entities.tsv'] },
        folds: 2,
        ...training,
      },
    },
  };
  writeFileSync(at('data', 'plan.json'), JSON.stringify(plan));
}

beforeAll(async () => {
  for (const name of ['home', 'tmp', 'cwd', 'data']) mkdirSync(at(name));
  writeFileSync(at('passphrase'), `${passphrase}\n`, { mode: 0o600 });
  writeData();
  const texts = at('data', 'corpus.txt');
  const exitCodes = [
    await run('workspace', 'create'),
    await run('study', 'run', at('data', 'plan.json'), '--results', at('results')),
    await run('model', 'export', 'traces/tiny', '--to', at('export'), '--quantise', texts),
  ];
  expect(printed.join('')).toContain('wrote');
  expect(exitCodes).toEqual([0, 0, 0]);
}, timeout);
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('a study and the export of its model', () => {
  it.each(['home', 'tmp', 'cwd'])('leave nothing in the folder %s', (name) => {
    expect(readdirSync(at(name), { recursive: true })).toEqual([]);
  });

  it('put text of notes and ids nowhere but into the workspace, encrypted', () => {
    const plain = filesWith(root, [secret, secret.toLowerCase(), passphrase]);
    const sources = ['corpus.txt', 'entities.tsv', 'labels.csv'].map((name) => at('data', name));
    expect(plain.filter((file) => !file.startsWith(at('export'))).sort()).toEqual(
      [...sources, at('passphrase')].sort(),
    );
    expect(filesUnder(root).filter((file) => file.includes(secret))).toEqual([]);
    expect(printed.join('').toLowerCase()).not.toContain(secret.toLowerCase());
  });

  it.skipIf(process.platform === 'win32')('make what only their user may read', () => {
    const made = ['workspace', 'results', 'export'].flatMap((name) => [
      at(name),
      ...readdirSync(at(name), { recursive: true, encoding: 'utf8' }).map((each) => at(name, each)),
    ]);
    expect(made.length).toBeGreaterThan(10);
    expect(made.filter((path) => (statSync(path).mode & 0o077) !== 0)).toEqual([]);
  });

  it.skipIf(!isWatched)(
    'open no connection and look up no name (skipped where strace cannot run)',
    () => {
      const calls = readFileSync(at('calls'), 'utf8').split('\n');
      // The channel to the trainer: otherwise nothing would have been watched.
      expect(calls.some((call) => call.includes('socketpair(AF_UNIX'))).toBe(true);
      const reaching =
        /(?:socket|connect|bind)\((?:\d+, \{sa_family=)?(?:AF_INET|.*nscd|.*resolve)/;
      expect(calls.filter((call) => reaching.test(call))).toEqual([]);
    },
  );
});
