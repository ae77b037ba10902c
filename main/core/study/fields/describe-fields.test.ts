import { expect, it } from 'vitest';
import { textEncodings } from '#core/import/text-encoding.ts';
import { describeFields } from './describe-fields.ts';
import { fieldTable, type PartName } from './field-table.ts';
import { partSchemas } from './part-schemas.ts';

const fields = describeFields();
const field = (part: PartName, key: string) => fields[part].find((each) => each.key === key);

it('has every key of the schema, and no other', () => {
  const schemas = partSchemas();
  for (const [part, entries] of Object.entries(fieldTable)) {
    const keys = Object.keys(schemas[part as PartName].properties ?? {});
    expect(Object.keys(entries).sort(), part).toEqual(keys.sort());
  }
});

it('takes default and range from the schema', () => {
  expect(field('classification', 'folds')).toMatchObject({
    default: '10',
    isRequired: false,
    control: { kind: 'number', isWhole: true, min: 2, max: 100, isNullable: false },
  });
  expect(field('entities', 'epochs')?.default).toBe('15');
  expect(field('pretraining', 'learningRate')).toMatchObject({
    default: '0.00002',
    control: { isWhole: false, min: 0, isAboveMin: true, max: 1 },
  });
  expect(field('pretraining', 'maxGradientNorm')?.control).toMatchObject({ isNullable: true });
  expect(field('study', 'seed')?.control).toMatchObject({ max: null });
  expect(field('study', 'name')?.isRequired).toBe(true);
});

it('chooses the control by what the schema allows', () => {
  const kinds = (part: PartName, keys: readonly string[]) =>
    keys.map((key) => field(part, key)?.control.kind);
  expect(kinds('classification', ['finalModel', 'longNotes', 'baselines', 'classWeights'])).toEqual(
    ['switch', 'choice', 'choices', 'choice'],
  );
  expect(kinds('classification', ['keywords', 'labels', 'positiveClass'])).toEqual([
    'written',
    'written',
    'text',
  ]);
  expect(kinds('entities', ['types'])).toEqual(['lines']);
});

it('names every choice but encodings in every language', () => {
  const nameless = Object.values(fields)
    .flat()
    .flatMap(({ control }) => ('choices' in control ? control.choices : []))
    .filter(({ name }) => typeof name === 'string')
    .map(({ value }) => value);
  expect([...new Set(nameless)].sort()).toEqual([...textEncodings].sort());
});
