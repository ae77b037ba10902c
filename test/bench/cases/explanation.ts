import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { makeNote, makeVocabulary } from '../data/explained-note.ts';
import { compare, ours } from '../measure/compare.ts';
import { encoderOf, type ModelSize } from '../model-shapes.ts';
import type { Table } from '../report/results.ts';
import { startLineProcess, type ProcessCommand } from '../workers/line-process.ts';
import type { ExplanationAnswer, ExplanationRequest } from '../workers/explanation-worker.ts';
import type { BenchCase, BenchContext } from './bench-case.ts';

const title = 'LIME of a note of 400 words';
const wordCount = 400;

const fileOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const ourCommand: ProcessCommand = {
  program: process.execPath,
  arguments: [fileOf('../workers/explanation-worker.ts')],
  environment: {},
};
/** Made by build/install-bench-packages.sh. */
const python = fileOf('../../../node_modules/.cache/bench-python/bin/python');
const theirCommand: ProcessCommand = {
  program: python,
  arguments: [fileOf('../workers/lime_server.py')],
  environment: {},
};

function findVersions(): Record<string, string> | null {
  const script =
    'import lime, torch, transformers; print(torch.__version__, transformers.__version__)';
  const { status, stdout } = spawnSync(python, ['-c', script], { encoding: 'utf8' });
  if (status !== 0) return null;
  const [torch, transformers] = stdout.trim().split(' ');
  return { lime: '0.2.0.1', 'torch of PyPI': torch, transformers };
}

interface Contestant {
  readonly name: string;
  readonly command: ProcessCommand;
  readonly sorted: boolean;
}

async function race(
  size: ModelSize,
  { contestants, samples, rounds }: { contestants: Contestant[]; samples: number; rounds: number },
  context: BenchContext,
): Promise<Table> {
  const folder = mkdtempSync(join(tmpdir(), 'anamnesis-bench-'));
  try {
    const vocabulary = makeVocabulary(encoderOf(size).vocabularySize);
    const vocabularyPath = join(folder, 'vocab.txt');
    writeFileSync(vocabularyPath, vocabulary);
    const request: ExplanationRequest = {
      size,
      vocabularyPath,
      note: makeNote(vocabulary, wordCount),
      samples,
      threads: context.threads,
    };
    const answers = new Map<string, ExplanationAnswer>();
    const { rows } = await compare(
      contestants.map(({ name, command, sorted }) => ({
        name,
        run: async () => {
          const worker = startLineProcess(command);
          const answer = (await worker.ask({ ...request, sorted })) as ExplanationAnswer;
          await worker.close();
          answers.set(name, answer);
          return answer.elapsedMs;
        },
      })),
      { warmUp: 0, count: rounds },
      context.say,
    );
    const usual = contestants.find(({ name, sorted }) => name !== ours && !sorted);
    return {
      kind: 'comparison',
      title: `${title}, ${samples.toLocaleString('en')} versions of it, BERT ${size}`,
      work: { amount: samples, unit: 'versions' },
      rounds,
      rows: rows.map((row) => ({ ...row, peakBytes: answers.get(row.name)?.peakBytes ?? null })),
      targets: usual === undefined || size !== 'small' ? [] : [{ against: usual.name, ratio: 4 }],
      facts: {
        'different words of the note': String(answers.get(ours)?.words),
        'what is in it': 'from the note to its explanation; loading the model is not in it',
      },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const explanationCase: BenchCase = {
  name: 'explanation',
  title,
  quick: true,
  measure: async (context) => {
    const versions = findVersions();
    const contestants: Contestant[] = [{ name: ours, command: ourCommand, sorted: true }];
    if (versions === null) {
      context.say('  lime is left out: it is not there (sh build/install-bench-packages.sh)');
    } else {
      context.noteVersions(versions);
      const peer = `lime 0.2.0.1 with PyTorch ${versions['torch of PyPI']}`;
      contestants.push(
        { name: `${peer}, batches of 32`, command: theirCommand, sorted: false },
        { name: `${peer}, batches of 32 by length`, command: theirCommand, sorted: true },
      );
    }
    if (context.quick) {
      return { tables: [await race('tiny', { contestants, samples: 100, rounds: 1 }, context)] };
    }
    return {
      tables: [
        await race(
          'small',
          { contestants, samples: context.full ? 5000 : 1000, rounds: 3 },
          context,
        ),
        await race('base', { contestants, samples: 100, rounds: 1 }, context),
      ],
    };
  },
};
