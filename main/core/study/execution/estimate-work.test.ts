import { describe, expect, it } from 'vitest';
import { costPerToken, trainingOperationsPerToken } from './estimate-work.ts';

describe('the work on a token', () => {
  it('is about six operations per parameter of BERT-base', () => {
    const base = { layers: 12, hiddenSize: 768, intermediateSize: 3072 };
    const operations = trainingOperationsPerToken(base, { columns: 128, headOutputsPerToken: 0 });
    // 85 million parameters in the matrices of the encoder, and 2 % for attention over 128 tokens.
    expect(operations / (6 * 84_934_656)).toBeCloseTo(1.028, 3);
  });

  /** Median milliseconds of a step on 8 × 128 tokens: docs/performance.md, 22 November 2026. */
  const measured = [
    { layers: 2, hiddenSize: 128, vocabularySize: 30_522, stepMs: 63.3 },
    { layers: 4, hiddenSize: 256, vocabularySize: 30_522, stepMs: 223 },
    { layers: 4, hiddenSize: 512, vocabularySize: 30_522, stepMs: 668 },
    { layers: 12, hiddenSize: 768, vocabularySize: 119_547, stepMs: 4354 },
  ];

  it.each(measured)(
    'takes as long for $layers layers of $hiddenSize as any other size says',
    ({ stepMs, ...size }) => {
      const costOf = ({ layers, hiddenSize, vocabularySize }: typeof size) =>
        costPerToken(
          { layers, hiddenSize, intermediateSize: 4 * hiddenSize },
          { columns: 128, headOutputsPerToken: 0.15 * vocabularySize },
        );
      for (const other of measured) {
        const expectedMs = (other.stepMs * costOf(size)) / costOf(other);
        expect(expectedMs / stepMs).toBeGreaterThan(1 / 1.15);
        expect(expectedMs / stepMs).toBeLessThan(1.15);
      }
    },
  );
});
