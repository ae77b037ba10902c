import { describe, expect, it } from 'vitest';
import { listRuns } from '../plan/list-runs.ts';
import { readPlan } from '../plan/read-plan.ts';
import { usualCharactersPerToken } from './characters-per-token.ts';
import { costPerToken, estimateWork, trainingOperationsPerToken } from './estimate-work.ts';

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

describe('the work of a study that measures held-out text', () => {
  const worksWith = (heldOut: object | undefined, characterCount = 1_200_000) => {
    const text = {
      name: 'study',
      heldOut,
      corpora: { notes: { files: ['/notes.txt'] } },
      vocabularies: { words: { corpora: ['notes'] } },
      models: {
        general: {
          start: { kind: 'scratch', vocabulary: 'words' },
          pretraining: { corpora: ['notes'], epochs: 1 },
        },
        adapted: {
          start: { kind: 'model', model: 'general' },
          extendVocabulary: { corpora: ['notes'], tokens: 10 },
          pretraining: { corpora: ['notes'], epochs: 1 },
        },
      },
      tasks: {},
    };
    const plan = readPlan(JSON.stringify(text), 'plan.json');
    const sources = {
      plan,
      data: { corpora: new Map([['notes', { characterCount }]]), tasks: new Map() },
      known: { checkpoints: new Map(), tokenizers: new Map() },
      charactersPerToken: usualCharactersPerToken,
    };
    const works = listRuns(plan).map((run) => [run.key, estimateWork(run, sources)] as const);
    return (key: string) => new Map(works).get(key)?.amount ?? NaN;
  };

  it('grows with the points at which a pre-training is measured', () => {
    const plain = worksWith(undefined)('pretrain/general');
    const [ten, twenty] = [9, 19].map(
      (points) => worksWith({ fraction: 0.1, points, maxTokens: 512 })('pretrain/general') - plain,
    );
    // A tenth of the text, ten times, at a third of the price.
    expect(ten / plain).toBeCloseTo(1 / 3, 1);
    expect(twenty).toBeCloseTo(2 * ten, -3);
  });

  it('counts the measuring of each model, of one with its own beginning twice', () => {
    const works = worksWith({ fraction: 0.1 });
    const once = works('perplexity/general');
    expect(once).toBeGreaterThan(0);
    expect(works('perplexity/adapted') / once).toBeCloseTo(2, 1);
    // However long the corpus is, no more is read than the plan says.
    const few = { fraction: 0.1, words: 1000 };
    expect(worksWith(few, 1e9)('perplexity/general')).toBe(worksWith(few)('perplexity/general'));
  });
});
