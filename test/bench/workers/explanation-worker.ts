import { forgetful } from '#core/base/remember.ts';
import { readFileSync } from 'node:fs';
import { explainNote } from '#core/insight/explain-note.ts';
import { usualSettings } from '#core/insight/explanation-settings.ts';
import { createOnnxCpuRuntime } from '#core/runtime/onnx-cpu.ts';
import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import { readPeakBytes } from '../measure/peak-memory.ts';
import { encoderOf, type ModelSize } from '../model-shapes.ts';
import { answerLines } from './answer-lines.ts';
import { fillParameters } from './fill-parameters.ts';

/** To ours and to lime's worker (`lime_server.py`) alike. */
export interface ExplanationRequest {
  readonly size: ModelSize;
  readonly vocabularyPath: string;
  readonly note: string;
  readonly samples: number;
  readonly threads: number;
}

export interface ExplanationAnswer {
  /** From the note to its explanation; loading the model is not in it. */
  readonly elapsedMs: number;
  /** Distinct words of the note. */
  readonly words: number;
  readonly peakBytes: number | null;
}

const optimiser = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0 };

await answerLines(async (message): Promise<ExplanationAnswer> => {
  const { size, vocabularyPath, note, samples, threads } = message as ExplanationRequest;
  const session = await createOnnxCpuRuntime({ threads }).open({
    encoder: encoderOf(size),
    head: { kind: 'sequence-classification', labelCount: 2 },
    optimiser,
    dropoutRate: 0,
  });
  await session.writeParameters(fillParameters);
  const classifier = {
    tokenizer: openTokenizer({
      'vocab.txt': readFileSync(vocabularyPath, 'utf8'),
      'tokenizer_config.json': '{"tokenizer_class": "BertTokenizer", "do_lower_case": true}',
    }),
    classes: ['no', 'yes'],
    reading: { maxTokens: 512, longNotes: 'head', positive: 1 },
    session,
    rule: null,
    thresholds: null,
  } as const;
  const start = performance.now();
  const { words } = await explainNote(
    { name: 'bench', classifier, gradients: null },
    note,
    { ...usualSettings, methods: ['lime'], samples, label: 'yes' },
    { advance: () => Promise.resolve(), remember: forgetful },
  );
  const elapsedMs = performance.now() - start;
  return { elapsedMs, words: words.length, peakBytes: readPeakBytes() };
});
