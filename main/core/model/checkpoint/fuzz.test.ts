import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAnamnesisError } from '#core/base/error.ts';
import type { CheckpointFiles } from './checkpoint-files.ts';
import { parseConfiguration } from './config-json.ts';
import { listPytorchTensors } from './pytorch-archive.ts';
import { readSafetensors } from './read-safetensors.ts';
import { listSafetensors } from './safetensors-source.ts';
import { readTensorPickle } from './tensor-pickle.ts';
import type { StoredTensor } from './tensor-source.ts';

const fixtures = 'test/fixtures/checkpoint';
const load = (name: string): Uint8Array => new Uint8Array(readFileSync(`${fixtures}/${name}`));

type Mutation =
  | { readonly kind: 'set'; readonly at: number; readonly byte: number }
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'copy'; readonly at: number; readonly from: number; readonly length: number };

/** Places are fractions of the file; structure stands at both ends, so those are met more often. */
const place = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 0, max: 0.1, noNaN: true }),
  fc.double({ min: 0.8, max: 1, noNaN: true }),
);
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({
    kind: fc.constant('set' as const),
    at: place,
    byte: fc.integer({ min: 0, max: 255 }),
  }),
  fc.record({ kind: fc.constant('flip' as const), at: place, bit: fc.integer({ min: 0, max: 7 }) }),
  fc.record({ kind: fc.constant('cut' as const), at: place }),
  fc.record({
    kind: fc.constant('copy' as const),
    at: place,
    from: place,
    length: fc.integer({ min: 1, max: 64 }),
  }),
);
const mutations = fc.array(mutation, { minLength: 1, maxLength: 6 });

function mutate(original: Uint8Array, changes: readonly Mutation[]): Uint8Array {
  let bytes = original.slice();
  for (const change of changes) {
    if (bytes.length === 0) break;
    const index = (fraction: number) =>
      Math.min(bytes.length - 1, Math.floor(fraction * bytes.length));
    const at = index(change.at);
    switch (change.kind) {
      case 'set':
        bytes[at] = change.byte;
        break;
      case 'flip':
        bytes[at] ^= 1 << change.bit;
        break;
      case 'cut':
        bytes = bytes.slice(0, at);
        break;
      case 'copy': {
        const from = index(change.from);
        bytes.copyWithin(at, from, from + change.length);
        break;
      }
    }
  }
  return bytes;
}

function filesOf(bytes: Uint8Array): CheckpointFiles {
  return {
    names: () => ['f'],
    sizeOf: () => bytes.length,
    read: (_name, { start, end }) => Promise.resolve(bytes.subarray(start, end)),
  };
}

/** All that a reader says is there; the README's bound on memory holds for each and for all. */
async function readAll(tensors: readonly StoredTensor[], fileBytes: number): Promise<void> {
  let bytes = 0;
  for (const tensor of tensors) bytes += (await tensor.read()).byteLength;
  // Integers of one byte become floats of four.
  expect(bytes).toBeLessThanOrEqual(4 * (4 * fileBytes + 67_108_864));
}

/** Runs to its end or refuses with a code; anything else, such as a TypeError, fails the test. */
async function survives(attempt: () => unknown): Promise<void> {
  try {
    await attempt();
  } catch (error) {
    if (!isAnamnesisError(error) || error.code === 'program.fault') throw error;
    expect(error.details.remedy).not.toBe('');
  }
}

/** 10,000 mutated files and more for each of the two readers of weights. */
describe('However a file is damaged, it is read or refused with a code', () => {
  test.each(['views.bin', 'views-legacy.bin', 'bert-bin/pytorch_model.bin'])('%s', async (name) => {
    const original = load(name);
    await fc.assert(
      fc.asyncProperty(mutations, async (changes) => {
        await survives(async () => {
          const files = filesOf(mutate(original, changes));
          await readAll(await listPytorchTensors(files, 'f'), files.sizeOf('f'));
        });
      }),
      { numRuns: 3_400, seed: 1 },
    );
  });

  test('roberta/model.safetensors', async () => {
    const original = load('roberta/model.safetensors');
    await fc.assert(
      fc.asyncProperty(mutations, async (changes) => {
        const files = filesOf(mutate(original, changes));
        // As an import reads a folder's files, and as weights in memory are read.
        await survives(async () => {
          await readAll(await listSafetensors(files, 'f'), files.sizeOf('f'));
        });
        await survives(() => readSafetensors(mutate(original, changes)));
      }),
      { numRuns: 10_000, seed: 2 },
    );
  });

  test('config.json', async () => {
    const original = load('roberta/config.json');
    await fc.assert(
      fc.asyncProperty(mutations, (changes) =>
        survives(() => parseConfiguration(new TextDecoder().decode(mutate(original, changes)))),
      ),
      { numRuns: 2_000, seed: 3 },
    );
  });

  test('config.json with any values', async () => {
    const keys = [
      'model_type',
      'hidden_size',
      'id2label',
      'hidden_act',
      'pad_token_id',
      'architectures',
    ];
    const config = JSON.parse(new TextDecoder().decode(load('roberta/config.json'))) as object;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...keys), fc.jsonValue(), (key, value) =>
        survives(() => parseConfiguration(JSON.stringify({ ...config, [key]: value }))),
      ),
      { numRuns: 1000, seed: 4 },
    );
  });

  test('a pickle of any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), (bytes) =>
        survives(() => readTensorPickle(bytes, 'f')),
      ),
      { numRuns: 3000, seed: 5 },
    );
  });

  test('a pickle put together from opcodes', async () => {
    const opcodes = new TextEncoder().encode('(.012FIJKLMNQRTUVX]abcdeghjlpqrstu}GB)C');
    const code = fc.oneof(
      fc.constantFrom(...opcodes, 0x81, 0x85, 0x86, 0x87, 0x8a, 0x8c, 0x93, 0x94),
      fc.integer({ min: 0, max: 12 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(code, { maxLength: 60 }), (codes) =>
        survives(() => readTensorPickle(Uint8Array.from([0x80, 2, ...codes, 0x2e]), 'f')),
      ),
      { numRuns: 4000, seed: 6 },
    );
  });

  test('a malicious pickle stays one, or becomes unreadable', async () => {
    for (const name of readdirSync(`${fixtures}/malicious`)) {
      const original = load(`malicious/${name}`);
      await fc.assert(
        fc.asyncProperty(mutations, (changes) =>
          survives(() => listPytorchTensors(filesOf(mutate(original, changes)), 'f')),
        ),
        { numRuns: 150, seed: 7 },
      );
    }
  });
});
