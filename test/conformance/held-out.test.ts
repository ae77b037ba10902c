import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { importModel } from '#core/library/import-model.ts';
import { fillParameters } from '#core/library/model-state.ts';
import { loadModel } from '#core/library/stored-model.ts';
import { languageModelHead } from '#core/model/checkpoint/weight-names.ts';
import { createOnnxCpuRuntime } from '#core/runtime/onnx-cpu.ts';
import { newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import { askHeldOut, type MaskedLine } from '#core/training/held-out-questions.ts';
import { measureHeldOut, type HeldOutMeasure } from '#core/training/measure-held-out.ts';

/** Made by test/fixtures/held-out/make_held_out.py with transformers and PyTorch. */
const fixtures = new URL('../fixtures/held-out/', import.meta.url);
const { maxTokens, lines, expected } = JSON.parse(
  readFileSync(new URL('expected.json', fixtures), 'utf8'),
) as { maxTokens: number; lines: readonly MaskedLine[]; expected: HeldOutMeasure };

test('masked text costs a model what Hugging Face’s transformers say it does', async () => {
  const workspace = newWorkspace();
  const folder = fileURLToPath(new URL('tiny-bert', fixtures));
  const { stored } = await importModel(workspace, folder, { whenTaken: 'number' });
  const model = await loadModel(workspace, stored);
  const session = await createOnnxCpuRuntime({ threads: 1 }).open({
    encoder: model.encoder,
    head: languageModelHead(model.weights ?? new Map()),
    optimiser: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0 },
    dropoutRate: 0,
  });
  await session.writeParameters((parameters) => {
    fillParameters(parameters, model, 1);
  });
  const questions = askHeldOut(lines, { tokenizer: model.tokenizer, maxTokens });
  const measured = await measureHeldOut(session, questions, {
    paddingId: model.tokenizer.special.padding,
  });
  await session.dispose();
  const { lossSum, ...counts } = measured;
  expect(counts).toEqual({
    tokenCount: expected.tokenCount,
    wordCount: expected.wordCount,
    unknownCount: expected.unknownCount,
  });
  expect(counts).toEqual({ tokenCount: 13, wordCount: 9, unknownCount: 1 });
  expect(Math.abs(lossSum - expected.lossSum) / expected.lossSum).toBeLessThan(1e-6);
});
