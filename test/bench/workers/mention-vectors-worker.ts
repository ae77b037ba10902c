import { readFileSync } from 'node:fs';
import { embedRuns } from '#core/insight/entities/embed-runs.ts';
import { createOnnxCpuRuntime } from '#core/runtime/onnx-cpu.ts';
import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import type { MentionSentence } from '../data/mention-sentences.ts';
import { readPeakBytes } from '../measure/peak-memory.ts';
import { encoderOf, type ModelSize } from '../model-shapes.ts';
import { answerLines } from './answer-lines.ts';
import { fillParameters } from './fill-parameters.ts';

/** To ours and to PyTorch's worker (`mention_vectors_server.py`) alike. */
export interface MentionVectorsRequest {
  readonly size: ModelSize;
  readonly vocabularyPath: string;
  readonly sentences: readonly MentionSentence[];
  readonly threads: number;
}

export interface MentionVectorsAnswer {
  /** From words to the vectors of mentions; loading the model is not in it. */
  readonly elapsedMs: number;
  readonly mentions: number;
  /** Of the first mentions, to be held against each other. */
  readonly firstVectors: readonly (readonly number[])[];
  readonly peakBytes: number | null;
}

const shown = 20;

await answerLines(async (message): Promise<MentionVectorsAnswer> => {
  const { size, vocabularyPath, sentences, threads } = message as MentionVectorsRequest;
  const encoder = encoderOf(size);
  const session = await createOnnxCpuRuntime({ threads }).open({
    part: 'encoder',
    encoder,
    head: { kind: 'token-classification', labelCount: 2 },
    optimiser: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0 },
    dropoutRate: 0,
  });
  await session.writeParameters(fillParameters);
  const tokenizer = openTokenizer({
    'vocab.txt': readFileSync(vocabularyPath, 'utf8'),
    'tokenizer_config.json': '{"tokenizer_class": "BertTokenizer", "do_lower_case": true}',
  });
  const start = performance.now();
  const read = sentences.map(({ words }) => {
    let end = -1;
    const spans = words.map((word) => ({ start: end + 1, end: (end = end + 1 + word.length) }));
    return { id: '', text: words.join(' '), words: spans, tags: [], groupId: null };
  });
  const runs = sentences.flatMap(({ mentions }, sentence) =>
    mentions.map(([first, end]) => ({ sentence, start: first, end })),
  );
  const { vectors } = await embedRuns(
    { tokenizer, maxTokens: 512, size: encoder.hiddenSize, session },
    { sentences: read, runs },
    () => Promise.resolve(),
  );
  const elapsedMs = performance.now() - start;
  const firstVectors = Array.from({ length: Math.min(shown, runs.length) }, (_, run) =>
    Array.from(vectors.values.subarray(run * vectors.size, (run + 1) * vectors.size)),
  );
  return { elapsedMs, mentions: runs.length, firstVectors, peakBytes: readPeakBytes() };
});
