import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { JsonValue } from '#core/domain/json.ts';
import { readJson } from './bounded-json.ts';
import { createProblemList } from './problem-list.ts';
import { defaultLimits } from './read-limits.ts';

function read(
  text: string,
  options: {
    pieceLength?: number;
    listKeys?: string[];
    limits?: Partial<typeof defaultLimits>;
  } = {},
) {
  const { pieceLength = 3, listKeys = [] } = options;
  const problems = createProblemList('a.json', 100);
  function* pieces() {
    for (let at = 0; at < text.length; at += pieceLength) yield text.slice(at, at + pieceLength);
  }
  const limits = { ...defaultLimits, ...options.limits };
  const items = readJson(pieces, { limits, problems, listKeys });
  const values: JsonValue[] = [];
  const lines: number[] = [];
  let next = items.next();
  for (; next.done !== true; next = items.next()) {
    values.push(next.value.value);
    lines.push(next.value.line);
  }
  const told = problems.finish().map(({ line, rule }) => [line, rule]);
  return { values, lines, envelope: next.value, told };
}

const anyValue = fc.json({ maxDepth: 3 }).map((text) => JSON.parse(text) as JsonValue);
const anyRecord = fc.dictionary(fc.string(), anyValue, { noNullPrototype: true });

describe('values of JSON', () => {
  test.each([
    ['one a line', (all: JsonValue[]) => all.map((each) => `${JSON.stringify(each)}\n`).join('')],
    ['in a list', (all: JsonValue[]) => JSON.stringify(all)],
    ['in a list of many lines', (all: JsonValue[]) => JSON.stringify(all, null, 2)],
  ])('come one by one, wherever the text is cut: %s', (_, write) => {
    fc.assert(
      fc.property(
        fc.array(anyRecord, { minLength: 1 }),
        fc.integer({ min: 1, max: 50 }),
        (all, pieceLength) => {
          const { values, told } = read(write(all), { pieceLength });
          expect(values).toEqual(JSON.parse(JSON.stringify(all)));
          expect(told).toEqual([]);
        },
      ),
    );
  });

  it('are what an object lists under a key; what stands around them comes at the end', () => {
    fc.assert(
      fc.property(
        fc.array(anyValue),
        fc.integer({ min: 1, max: 50 }),
        fc.boolean(),
        (all, pieceLength, isWide) => {
          const around = { a: { documents: [1] }, documents: all, 'b"': ['documents'] };
          const text = JSON.stringify(around, null, isWide ? 1 : 0).replace(/^\{/, '{\n');
          const { values, envelope, told } = read(text, { pieceLength, listKeys: ['documents'] });
          expect(values).toEqual(JSON.parse(JSON.stringify(all)));
          expect(envelope).toEqual({ ...around, documents: [] });
          expect(told).toEqual([]);
        },
      ),
    );
  });

  it('are lost alone where one of them is broken', () => {
    expect(read('{"a":1}\n{"a":\n\n{"a":3}')).toMatchObject({
      values: [{ a: 1 }, { a: 3 }],
      lines: [1, 4],
      told: [[2, 'json-malformed']],
    });
    expect(read('[\n{"a":1},\n{a:2},\n{"a":3}]')).toMatchObject({
      values: [{ a: 1 }, { a: 3 }],
      lines: [2, 4],
      told: [[3, 'json-malformed']],
    });
    expect(read('[{"a":1},\n{"a":"no end}]').told).toEqual([[2, 'json-malformed']]);
    expect(read('[{"a":1}').told).toEqual([[1, 'json-malformed']]);
    expect(read('hello').told).toEqual([[1, 'json-malformed']]);
  });

  it('are no deeper and no longer than allowed', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(read(`{"a":1}\n{"a":${deep}}\n{"a":3}`, { pieceLength: 9999 })).toMatchObject({
      values: [{ a: 1 }, { a: 3 }],
      told: [[2, 'json-too-deep']],
    });
    const long = `[{"a":1},{"a":"${'x'.repeat(999)}"},{"a":3}]`;
    expect(read(long, { limits: { documentLength: 100 } })).toMatchObject({
      values: [{ a: 1 }, { a: 3 }],
      told: [[1, 'document-too-long']],
    });
  });

  it('keep long integers digit by digit, and NaN of Python is told', () => {
    expect(
      read('{"id": 12345678901234567890, "b": 1.25e3, "c": "12345678901234567890"}\n'),
    ).toMatchObject({
      values: [{ id: '12345678901234567890', b: 1250, c: '12345678901234567890' }],
      told: [],
    });
    expect(read('{"a": NaN, "b": "NaN", "c": [-Infinity]}\n')).toMatchObject({
      values: [{ a: null, b: 'NaN', c: [null] }],
      told: [[1, 'json-no-number']],
    });
  });

  it('may be one record of spaCy, a list by itself', () => {
    expect(read('["text", {"entities": []}]').values).toEqual([['text', { entities: [] }]]);
  });
});
