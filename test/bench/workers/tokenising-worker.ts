import { readFileSync } from 'node:fs';

import {
  bertNormalizer,
  bertPreTokenizer,
  BPE,
  byteLevelPreTokenizer,
  Tokenizer as RustTokenizer,
  WordPiece,
} from '@anush008/tokenizers';
import { Tokenizer as LibraryTokenizer } from '@huggingface/tokenizers';

import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import { trainByteLevelBpe } from '#core/tokenise/train-byte-level-bpe.ts';
import { trainWordPiece } from '#core/tokenise/train-wordpiece.ts';

import { readLines } from '../data/shared-data.ts';
import { readPeakBytes } from '../measure/peak-memory.ts';
import { answerLines } from './answer-lines.ts';

export type TokenisingLibrary = 'ours' | 'rust' | 'typescript';

export interface TokenisingRequest {
  readonly work: 'encode' | 'train-wordpiece' | 'train-byte-level-bpe';
  readonly library: TokenisingLibrary;
  /** Text, one item a line. */
  readonly path: string;
  /** Contents of a `tokenizer.json`, to encode with. */
  readonly definition: string;
  /** Only the first share of the lines; the Rust trainer reads all of them. */
  readonly share: number;
}

export interface TokenisingAnswer {
  readonly elapsedMs: number;
  readonly byteCount: number;
  readonly tokenCount: number;
  /** Sum of all ids modulo 2³²: equal results have equal sums. */
  readonly checksum: number;
  readonly peakBytes: number | null;
}

/** Lines given to the Rust library at once; it spreads them over all processors. */
const linesPerCall = 1000;
/** The Rust package's own default, which it gives no way to change. */
const trainedSize = 30_000;

class Tally {
  tokenCount = 0;
  checksum = 0;

  add(ids: ArrayLike<number>): void {
    this.tokenCount += ids.length;
    for (let index = 0; index < ids.length; index++) {
      this.checksum = (this.checksum + ids[index]) >>> 0;
    }
  }
}

/** Opening is not measured; word caches start empty, as for a corpus that is met once. */
function openEncoder(
  library: TokenisingLibrary,
  definition: string,
): (lines: readonly string[], tally: Tally) => Promise<void> {
  switch (library) {
    case 'ours': {
      const tokenizer = openTokenizer({ 'tokenizer.json': definition });
      return (lines, tally) => {
        for (const line of lines) tally.add(tokenizer.encode(line).ids);
        return Promise.resolve();
      };
    }
    case 'rust': {
      const tokenizer = RustTokenizer.fromString(definition);
      return async (lines, tally) => {
        for (let first = 0; first < lines.length; first += linesPerCall) {
          const part = lines.slice(first, first + linesPerCall);
          const encodings = await tokenizer.encodeBatch(part, { addSpecialTokens: false });
          for (const encoding of encodings) tally.add(encoding.getIds());
        }
      };
    }
    case 'typescript': {
      const tokenizer = new LibraryTokenizer(JSON.parse(definition) as object, {});
      return (lines, tally) => {
        for (const line of lines) {
          tally.add(tokenizer.encode(line, { add_special_tokens: false }).ids);
        }
        return Promise.resolve();
      };
    }
  }
}

function takeShare(lines: readonly string[], share: number): readonly string[] {
  return lines.slice(0, Math.ceil(share * lines.length));
}

async function encode(request: TokenisingRequest): Promise<TokenisingAnswer> {
  const lines = takeShare(readLines(request.path), request.share);
  const byteCount = lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
  const run = openEncoder(request.library, request.definition);
  const tally = new Tally();
  const start = performance.now();
  await run(lines, tally);
  const elapsedMs = performance.now() - start;
  const { tokenCount, checksum } = tally;
  return { elapsedMs, byteCount, tokenCount, checksum, peakBytes: readPeakBytes() };
}

/** Trains a vocabulary on a file and says how many tokens it has. */
const trainers = {
  'train-wordpiece': {
    ours: (path, share) =>
      trainWordPiece(takeShare(readLines(path), share), {
        vocabularySize: trainedSize,
        minFrequency: 1,
        lowercase: false,
        limitAlphabet: 10_000,
      }).vocabularySize,
    rust: (path) => {
      const tokenizer = new RustTokenizer(WordPiece.init({}));
      tokenizer.setNormalizer(bertNormalizer({ stripAccents: false, lowercase: false }));
      tokenizer.setPreTokenizer(bertPreTokenizer());
      tokenizer.train([path]);
      return tokenizer.getVocabSize();
    },
  },
  'train-byte-level-bpe': {
    ours: (path, share) =>
      trainByteLevelBpe(takeShare(readLines(path), share), {
        vocabularySize: trainedSize,
        minFrequency: 1,
      }).vocabularySize,
    rust: (path) => {
      const tokenizer = new RustTokenizer(BPE.empty());
      tokenizer.setPreTokenizer(byteLevelPreTokenizer(false, true));
      tokenizer.train([path]);
      return tokenizer.getVocabSize();
    },
  },
} as const satisfies Record<
  Exclude<TokenisingRequest['work'], 'encode'>,
  Record<Exclude<TokenisingLibrary, 'typescript'>, (path: string, share: number) => number>
>;

/** Both read the file themselves, with the same cleaning and the same words. */
function train(
  work: keyof typeof trainers,
  { library, path, share }: TokenisingRequest,
): TokenisingAnswer {
  const start = performance.now();
  const tokenCount = trainers[work][library === 'rust' ? 'rust' : 'ours'](path, share);
  const elapsedMs = performance.now() - start;
  const byteCount = Math.round(share * readFileSync(path).length);
  return { elapsedMs, byteCount, tokenCount, checksum: 0, peakBytes: readPeakBytes() };
}

await answerLines((message) => {
  const request = message as TokenisingRequest;
  return request.work === 'encode' ? encode(request) : train(request.work, request);
});
