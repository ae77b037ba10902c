import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env, pipeline } from '@xenova/transformers';
import { describe, expect, test } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import { writeQuantisedOnnx } from '#core/model/checkpoint/write-onnx.ts';
import { refusingLater } from '#core/storage/testing/refusing.ts';
import { newWorkspace, temporaryFolder } from '#core/storage/testing/temporary-workspace.ts';
import { exportModel } from '#core/library/export/export-model.ts';
import { importModel } from '#core/library/import-model.ts';
import { writeCheckpoint } from '../fixtures/exported-model/export-micro-model.ts';
import { makeMicroModel, type MicroModel } from '../fixtures/exported-model/micro-model.ts';
import { trainMicroModel } from '../fixtures/exported-model/train-micro-model.ts';

/** The int8 form of an exported model: written only where it says what the model says. */
env.allowRemoteModels = false;
const timeout = 300_000;
const words = ['patient', 'has', 'fever', 'no', 'cough', 'pain', 'left', 'arm', 'and', 'severe'];
const stream = new RandomStream(3, 'sample');
const sample = Array.from({ length: 120 }, () =>
  Array.from({ length: 2 + stream.integer(3) }, () => words[stream.integer(words.length)]).join(
    ' ',
  ),
);

/** Imports a model; `exportIt` exports it with the int8 form. */
async function importMicro(model: MicroModel, texts: readonly string[] = sample) {
  const root = temporaryFolder();
  writeCheckpoint(join(root, 'in'), model);
  const workspace = newWorkspace();
  const { stored } = await importModel(workspace, join(root, 'in'), { whenTaken: 'refuse' });
  const sampleFile = join(root, 'sample.txt');
  writeFileSync(sampleFile, `${texts.join('\n')}\n`);
  env.localModelPath = root;
  const folder = join(root, 'out');
  const exportIt = () => exportModel(workspace, stored, { folder, withOnnx: true, sampleFile });
  return { root, folder, sampleFile, exportIt };
}

/** What the card claims, in percent. */
function claimedPercent(folder: string): number {
  const card = readFileSync(join(folder, 'README.md'), 'utf8');
  return Number(/the same prediction for ([\d.]+) %/.exec(card)?.[1]);
}

const loading = { local_files_only: true } as const;

describe('The int8 form of a model that can take it', () => {
  test('sorts texts in transformers.js as its card claims', { timeout }, async () => {
    const model = await trainMicroModel('sequence', sample);
    const { folder, exportIt } = await importMicro(model);
    const files = await exportIt();
    expect(files).toContain('onnx/model_quantized.onnx');
    const labels: string[][] = [];
    for (const dtype of ['fp32', 'q8'] as const) {
      const classify = await pipeline('text-classification', 'out', { ...loading, dtype });
      const found: string[] = [];
      // One text at a time, as the claim is about: padding would change the ranges.
      for (const text of sample) {
        const [{ label }] = (await classify(text)) as unknown as { label: string }[];
        found.push(label);
      }
      labels.push(found);
      await classify.dispose();
    }
    const [exact, quantised] = labels;
    expect(new Set(exact).size, 'the texts differ').toBe(3);
    const same = exact.filter((label, row) => label === quantised[row]).length;
    expect((100 * same) / sample.length).toBeGreaterThanOrEqual(99);
    expect(claimedPercent(folder)).toBeCloseTo((100 * same) / sample.length, 1);
  });

  test('marks tokens in transformers.js as the model does', { timeout }, async () => {
    const model = await trainMicroModel('token', sample);
    const { folder, exportIt } = await importMicro(model);
    await exportIt();
    expect(claimedPercent(folder)).toBeGreaterThanOrEqual(99);
    const entities: { entity: string; score: number }[][] = [];
    for (const dtype of ['fp32', 'q8'] as const) {
      const tag = await pipeline('token-classification', 'out', { ...loading, dtype });
      const found = await tag(sample.slice(0, 30), { ignore_labels: [] });
      entities.push((found as unknown as { entity: string; score: number }[][]).flat());
      await tag.dispose();
    }
    const [exact, quantised] = entities;
    expect(new Set(exact.map(({ entity }) => entity)).size).toBe(3);
    expect(quantised).toHaveLength(exact.length);
    const same = exact.filter(({ entity }, index) => entity === quantised[index].entity).length;
    expect(same / exact.length).toBeGreaterThanOrEqual(0.99);
    const worst = Math.max(
      ...exact.map(({ score }, index) => Math.abs(score - quantised[index].score)),
    );
    expect(worst, 'int8 is not float32').toBeGreaterThan(1e-6);
  });

  test('has a card that says on what it was measured, and a checksum', { timeout }, async () => {
    const { folder, exportIt } = await importMicro(makeMicroModel('bert', 'bare'));
    await exportIt();
    const card = readFileSync(join(folder, 'README.md'), 'utf8');
    expect(card).toMatch(/predictions in 120 texts: a mean cosine of 0\.99\d\d \(at least 0\.99/);
    expect(card).not.toContain('a quantised form is not included');
    expect(readFileSync(join(folder, 'checksums.sha256'), 'utf8')).toContain(
      'onnx/model_quantized.onnx',
    );
  });
});

test('The int8 form of a language model fills masks in transformers.js', { timeout }, async () => {
  const root = temporaryFolder();
  env.localModelPath = root;
  const model = makeMicroModel('bert', 'masked');
  writeCheckpoint(join(root, 'masked'), model);
  for (const { name, chunks } of writeQuantisedOnnx(model)) {
    writeFileSync(join(root, 'masked', name), Buffer.concat(chunks));
  }
  const scores: Map<number, number>[] = [];
  for (const dtype of ['fp32', 'q8'] as const) {
    const fill = await pipeline('fill-mask', 'masked', { ...loading, dtype });
    const found = (await fill('patient has [MASK]', { top_k: 64 })) as unknown as {
      token: number;
      score: number;
    }[];
    scores.push(new Map(found.map(({ token, score }) => [token, score])));
    await fill.dispose();
  }
  const [exact, quantised] = scores;
  expect(exact.size).toBe(64);
  const distances = [...exact].map(([token, score]) =>
    Math.abs(score - (quantised.get(token) ?? Number.NaN)),
  );
  expect(Math.max(...distances)).toBeLessThan(0.03);
  expect(Math.max(...distances), 'int8 is not float32').toBeGreaterThan(1e-6);
});

describe('An int8 form is refused and leaves nothing', () => {
  test('where it says too often something else, with the figure', { timeout }, async () => {
    const { root, folder, exportIt } = await importMicro(makeMicroModel('bert', 'masked'));
    const attempt = exportIt();
    await refusingLater('model.quantised-disagrees', attempt);
    await expect(attempt).rejects.toThrow(/found the same prediction for 9[0-8]\.\d\d %/);
    await expect(attempt).rejects.toThrow(/Export the model without the int8 form/);
    expect(existsSync(folder)).toBe(false);
    expect(readdirSync(root).sort()).toEqual(['in', 'sample.txt']);
  });

  test('without enough texts to show it', async () => {
    const { folder, exportIt } = await importMicro(
      makeMicroModel('bert', 'sequence'),
      sample.slice(0, 99),
    );
    await refusingLater('model.sample-insufficient', exportIt());
    expect(existsSync(folder)).toBe(false);
  });

  test('where the model always says the same, so that agreeing shows nothing', async () => {
    const { folder, exportIt } = await importMicro(makeMicroModel('bert', 'sequence'));
    const attempt = exportIt();
    await refusingLater('model.sample-insufficient', attempt);
    await expect(attempt).rejects.toThrow(/always the same/);
    expect(existsSync(folder)).toBe(false);
  });

  test('without a file of texts', async () => {
    const { folder } = await importMicro(makeMicroModel('bert', 'sequence'));
    const workspace = newWorkspace();
    const { stored } = await importModel(workspace, join(folder, '..', 'in'), {
      whenTaken: 'refuse',
    });
    const sampleFile = join(folder, 'nowhere.txt');
    const attempt = exportModel(workspace, stored, { folder, withOnnx: true, sampleFile });
    await refusingLater('file.missing', attempt);
    expect(existsSync(folder)).toBe(false);
  });
});
