import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnamnesisError } from '#core/base/error.ts';
import type { Metric } from '#core/domain/run.ts';
import { evaluateEntities } from './evaluate-entities.ts';
import { readEntities, type TagReading } from './read-entities.ts';

interface EntityCase {
  readonly tags: string[];
  readonly entities: [string, number, number][];
}
interface ReportCase {
  readonly reading: TagReading;
  readonly gold: string[][];
  readonly predicted: string[][];
  readonly each: Record<string, Record<string, number>>;
  readonly overall: Record<string, number>;
}
const published = JSON.parse(
  readFileSync('test/fixtures/evaluation/seqeval-published-cases.json', 'utf8'),
) as { strictEntities: EntityCase[]; lenientEntities: EntityCase[]; reports: ReportCase[] };

function valueOf(metrics: Metric[], name: string, entityType: string | null = null): number {
  const found = metrics.filter((each) => each.name === name && each.entityType === entityType);
  expect(found).toHaveLength(1);
  return found[0].value;
}

describe('entities equal the published cases of seqeval', () => {
  it.each(published.strictEntities)('strict: $tags', ({ tags, entities }) => {
    expect(readEntities(tags, 'strict').map((e) => [e.type, e.start, e.end])).toEqual(entities);
  });
  it.each(published.lenientEntities)('default: $tags', ({ tags, entities }) => {
    expect(readEntities(tags, 'lenient').map((e) => [e.type, e.start, e.end])).toEqual(entities);
  });
  it.each(published.reports)('$reading report of $gold against $predicted', (given) => {
    const metrics = evaluateEntities(given.gold, given.predicted, given.reading);
    for (const [name, value] of Object.entries(given.overall)) {
      expect(valueOf(metrics, name)).toBeCloseTo(value, 14);
    }
    const types = new Set(metrics.flatMap(({ entityType }) => entityType ?? []));
    expect([...types]).toEqual(Object.keys(given.each));
    for (const [type, values] of Object.entries(given.each)) {
      for (const [name, value] of Object.entries(values)) {
        expect(valueOf(metrics, name, type)).toBeCloseTo(value, 14);
      }
    }
  });
});

/**
 * The same question asked in another way: of every stretch of every sentence, is it exactly one
 * entity of this type? Written from the definition, sharing no code with the reader.
 */
function isEntity(tags: readonly string[], stretch: [number, number, string], reading: TagReading) {
  const [start, end, type] = stretch;
  const startsHere =
    tags[start] === `B-${type}` ||
    (reading === 'lenient' &&
      tags[start] === `I-${type}` &&
      (start === 0 || tags[start - 1] === 'O' || tags[start - 1].slice(2) !== type));
  const goesOn = tags.slice(start + 1, end).every((tag) => tag === `I-${type}`);
  return startsHere && goesOn && tags[end] !== `I-${type}`;
}

function countByBruteForce(gold: string[][], predicted: string[][], reading: TagReading) {
  const counts = new Map<string, [matched: number, predicted: number, gold: number]>();
  for (const type of ['X', 'Y-Z']) {
    const count: [number, number, number] = [0, 0, 0];
    gold.forEach((tags, sentence) => {
      for (let start = 0; start < tags.length; start++) {
        for (let end = start + 1; end <= tags.length; end++) {
          const inGold = isEntity(tags, [start, end, type], reading);
          const inPredicted = isEntity(predicted[sentence], [start, end, type], reading);
          count[0] += Number(inGold && inPredicted);
          count[1] += Number(inPredicted);
          count[2] += Number(inGold);
        }
      }
    });
    if (count[1] + count[2] > 0) counts.set(type, count);
  }
  return counts;
}

const tag = fc.constantFrom('O', 'O', 'B-X', 'I-X', 'B-Y-Z', 'I-Y-Z');
const sentencePair = fc
  .array(fc.tuple(tag, tag), { minLength: 1, maxLength: 12 })
  .map((pairs) => [pairs.map(([a]) => a), pairs.map(([, b]) => b)] as const);

describe('evaluateEntities', () => {
  it.each(['strict', 'lenient'] as const)('counts as a brute-force count does: %s', (reading) => {
    fc.assert(
      fc.property(fc.array(sentencePair, { maxLength: 5 }), (pairs) => {
        const gold = pairs.map(([a]) => a);
        const predicted = pairs.map(([, b]) => b);
        const metrics = evaluateEntities(gold, predicted, reading);
        const counts = countByBruteForce(gold, predicted, reading);
        let total = [0, 0, 0];
        const f1s: number[] = [];
        for (const [type, [matched, found, there]] of counts) {
          const precision = found === 0 ? 0 : matched / found;
          const recall = there === 0 ? 0 : matched / there;
          const f1 = matched === 0 ? 0 : (2 * precision * recall) / (precision + recall);
          expect(valueOf(metrics, 'precision', type)).toBeCloseTo(precision, 12);
          expect(valueOf(metrics, 'recall', type)).toBeCloseTo(recall, 12);
          expect(valueOf(metrics, 'f1', type)).toBeCloseTo(f1, 12);
          expect(valueOf(metrics, 'support', type)).toBe(there);
          f1s.push(f1);
          total = [total[0] + matched, total[1] + found, total[2] + there];
        }
        const micro = total[0] === 0 ? 0 : (2 * total[0]) / (total[1] + total[2]);
        expect(valueOf(metrics, 'f1-micro')).toBeCloseTo(micro, 12);
        const macro = f1s.reduce((sum, f1) => sum + f1, 0) / Math.max(1, f1s.length);
        expect(valueOf(metrics, 'f1-macro')).toBeCloseTo(macro, 12);
      }),
      { numRuns: 300 },
    );
  });

  it('is strict unless asked otherwise: an I- that continues nothing is no entity', () => {
    const [gold, orphan] = [[['B-X', 'I-X', 'O']], [['I-X', 'I-X', 'O']]];
    expect(valueOf(evaluateEntities(gold, orphan), 'f1-micro')).toBe(0);
    expect(valueOf(evaluateEntities(gold, orphan, 'lenient'), 'f1-micro')).toBe(1);
    expect(readEntities(orphan[0])).toEqual([]);
  });

  it('refuses other tags and unequal lengths, without quoting them', () => {
    for (const tags of [[''], ['o'], ['B-'], ['BX'], ['S-X'], ['aspirin']]) {
      expect(() => evaluateEntities([tags], [['O']])).toThrow('evaluation.invalid-tag');
    }
    expect(() => evaluateEntities([['aspirin']], [['O']])).not.toThrow(/aspirin/);
    expect(() => evaluateEntities([['O']], [['O', 'O']])).toThrow(AnamnesisError);
    expect(() => evaluateEntities([['O']], [])).toThrow('evaluation.length-mismatch');
  });
});
