import { fileURLToPath } from 'node:url';

import { findAbsent, sharedFiles } from '../data/shared-data.ts';
import { openMultilingualTokenizer } from '../data/real-examples.ts';
import { compare, ours } from '../measure/compare.ts';
import type { Comparison, Table } from '../report/results.ts';
import { startLineProcess, type LineProcess } from '../workers/line-process.ts';
import type {
  TokenisingAnswer,
  TokenisingLibrary,
  TokenisingRequest,
} from '../workers/tokenising-worker.ts';
import type { BenchCase, BenchContext } from './bench-case.ts';
import { roundsOf } from './race-models.ts';

export const tokenisingCommand = {
  program: process.execPath,
  arguments: [fileURLToPath(new URL('../workers/tokenising-worker.ts', import.meta.url))],
  environment: {},
};

const names: Readonly<Record<TokenisingLibrary, string>> = {
  ours,
  rust: 'tokenizers (Rust, @anush008/tokenizers), all processors',
  typescript: '@huggingface/tokenizers (TypeScript)',
};

interface Race {
  readonly title: string;
  readonly libraries: readonly TokenisingLibrary[];
  readonly request: Omit<TokenisingRequest, 'library'>;
  readonly maxRounds: number;
  readonly facts: (
    answers: ReadonlyMap<TokenisingLibrary, TokenisingAnswer>,
  ) => Comparison['facts'];
}

async function race(
  { title, libraries, request, maxRounds, facts }: Race,
  context: BenchContext,
): Promise<Table> {
  const workers = new Map<TokenisingLibrary, LineProcess>(
    libraries.map((library) => [library, startLineProcess(tokenisingCommand)]),
  );
  const answers = new Map<TokenisingLibrary, TokenisingAnswer>();
  const contestants = [...workers].map(([library, worker]) => ({
    name: names[library],
    run: async () => {
      const answer = (await worker.ask({ ...request, library })) as TokenisingAnswer;
      answers.set(library, answer);
      return answer.elapsedMs;
    },
  }));
  const rounds = roundsOf(context, maxRounds);
  const { rows } = await compare(contestants, rounds, context.say);
  for (const worker of workers.values()) await worker.close();
  const byteCount = answers.get('ours')?.byteCount ?? 0;
  return {
    kind: 'comparison',
    title,
    work: { amount: Number((byteCount / 1e6).toFixed(2)), unit: 'MB' },
    rounds: rounds.count,
    rows: rows.map((row, index) => ({
      ...row,
      peakBytes: answers.get(libraries[index])?.peakBytes ?? null,
    })),
    targets: [],
    facts: facts(answers),
  };
}

export const tokenisingCase: BenchCase = {
  name: 'tokenising',
  title: 'Tokenising Spanish clinical cases with the vocabulary of multilingual BERT',
  quick: true,
  obstacle: () => findAbsent(['clinicalCases', 'vocabulary']),
  measure: async (context) => {
    const definition = openMultilingualTokenizer().toFiles()['tokenizer.json'];
    const encoding: Race = {
      title: tokenisingCase.title,
      libraries: ['ours', 'rust', 'typescript'],
      request: {
        work: 'encode',
        path: sharedFiles.clinicalCases,
        definition,
        share: context.quick ? 0.1 : 1,
      },
      maxRounds: 7,
      facts: (answers) => {
        const checksums = new Set([...answers.values()].map(({ checksum }) => checksum));
        return {
          tokens: answers.get('ours')?.tokenCount ?? 0,
          'same ids from all': checksums.size === 1 ? 'yes' : 'NO',
          'what is in it': 'ours gives character spans as well; word caches start empty',
        };
      },
    };
    return { tables: [await race(encoding, context)] };
  },
};

/** Training a vocabulary of either kind, the Rust trainer beside ours. */
function trainingCase(
  name: string,
  title: string,
  work: Exclude<TokenisingRequest['work'], 'encode'>,
): BenchCase {
  return {
    name,
    title,
    quick: false,
    obstacle: () => findAbsent(['clinicalCases']),
    measure: async (context) => {
      const training: Race = {
        title,
        libraries: ['ours', 'rust'],
        request: { work, path: sharedFiles.clinicalCases, definition: '', share: 1 },
        maxRounds: 5,
        facts: (answers) => ({
          'tokens, ours': answers.get('ours')?.tokenCount ?? 0,
          'tokens, Rust': answers.get('rust')?.tokenCount ?? 0,
          'what is in it':
            'reading the file, cutting it into words, merging; the Rust package uses all processors, ours one',
        }),
      };
      return { tables: [await race(training, context)] };
    },
  };
}

export const vocabularyCases: readonly BenchCase[] = [
  trainingCase(
    'vocabulary',
    'Training a WordPiece vocabulary of 30,000 on Spanish clinical cases',
    'train-wordpiece',
  ),
  trainingCase(
    'vocabulary-bytes',
    'Training a byte-level BPE vocabulary of 30,000 on Spanish clinical cases',
    'train-byte-level-bpe',
  ),
];
