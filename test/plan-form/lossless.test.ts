import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isJsonObject, type JsonObject, objectIn } from '#core/domain/json.ts';
import { type JsonPath, valueAt } from '#core/domain/json-path.ts';
import { describeFields } from '#core/study/fields/describe-fields.ts';
import type { PartName } from '#core/study/fields/field-table.ts';
import { readControl, showValue } from '#window/new-study/form/control-text.ts';
import {
  listWritten,
  readPlanText,
  setField,
  writePlanText,
} from '#window/new-study/form/plan-document.ts';
import { arbitraryPlan } from './arbitrary-plan.ts';

/** Any plan goes through the form and comes back as it was. */
const fields = describeFields();

interface ShownPart {
  readonly part: PartName;
  readonly path: JsonPath;
}

/** The parts of a plan that the form shows, with the paths to them. */
function listParts(plan: JsonObject): ShownPart[] {
  const parts: ShownPart[] = [
    { part: 'study', path: [] },
    { part: 'heldOut', path: ['heldOut'] },
  ];
  const add = (part: PartName, ...path: string[]) => parts.push({ part, path });
  const named = (key: string) =>
    Object.entries(objectIn(plan, key)).flatMap(([name, value]) =>
      isJsonObject(value) ? [{ path: [key, name], value }] : [],
    );
  for (const { path, value } of named('corpora')) {
    if ('files' in value) add('files', ...path);
    else {
      add('documents', ...path);
      add('where', ...path, 'where');
    }
  }
  for (const { path, value } of named('vocabularies')) {
    add(value.algorithm === 'byte-level-bpe' ? 'byte-level-bpe' : 'wordpiece', ...path);
  }
  for (const { path, value } of named('models')) {
    add('model', ...path);
    if (objectIn(value, 'start').kind === 'scratch') add('scratch', ...path, 'start');
    add('pretraining', ...path, 'pretraining');
    add('extension', ...path, 'extendVocabulary');
  }
  for (const { path, value } of named('tasks')) {
    const { format = 'set' } = objectIn(value, 'data');
    add(value.kind === 'entities' ? 'entities' : 'classification', ...path);
    add('earlyStop', ...path, 'earlyStop');
    add(format as 'set' | 'csv' | 'brat' | 'bio', ...path, 'data');
  }
  for (const { path } of named('transfers')) {
    add('transfer', ...path);
    add('fewShot', ...path, 'fewShot');
  }
  return parts;
}

test('every control gives back what it shows, and no other value', () => {
  let shown = 0;
  let written = 0;
  fc.assert(
    fc.property(arbitraryPlan, (plan) => {
      const read = readPlanText(JSON.stringify(plan));
      expect(read).toEqual(plan);
      const before = writePlanText(read ?? {});
      let form = read ?? {};
      for (const { part, path } of listParts(plan)) {
        for (const field of fields[part]) {
          const value = valueAt(form, [...path, field.key]);
          const state = showValue(field, value);
          if (state === null) {
            written++;
            continue;
          }
          shown++;
          // Without a value the control shows the default: writing that must write nothing.
          const back = readControl(field, state);
          form = setField(form, { path, field }, back);
        }
      }
      expect(writePlanText(form)).toBe(before);
    }),
    { numRuns: 500 },
  );
  expect(shown).toBeGreaterThan(5_000);
  expect(written).toBeGreaterThan(50);
}, 60_000);

test('what has no control is listed as it is written', () => {
  const plan = { name: 'x', $comment: 'mine', tasks: {}, models: {}, corpora: {} };
  const own = ['tasks', 'models', 'corpora'];
  expect(listWritten(plan, { fields: fields.study, own })).toEqual([['$comment', 'mine']]);
});

test('a value that is the default is left out, and one that the plan says stays', () => {
  const folds = fields.entities.find(({ key }) => key === 'folds');
  if (folds === undefined) throw new Error('no folds');
  const place = { path: ['tasks', 'a'], field: folds };
  expect(setField({ tasks: { a: { folds: 10 } } }, place, 10)).toEqual({
    tasks: { a: { folds: 10 } },
  });
  expect(setField({ tasks: { a: { folds: 5 } } }, place, 10)).toEqual({ tasks: { a: {} } });
  expect(setField({ tasks: { a: {} } }, place, 5)).toEqual({ tasks: { a: { folds: 5 } } });
});

test('what is typed as a number is one, with a comma too, or stays as it was typed', () => {
  const folds = fields.entities.find(({ key }) => key === 'dropout');
  if (folds === undefined) throw new Error('no dropout');
  const read = (text: string) => readControl(folds, text);
  expect(['0.5', '0,5', ' 5 ', '', 'many', '1,000.5', '1e-5'].map(read)).toEqual([
    0.5,
    0.5,
    5,
    undefined,
    'many',
    '1,000.5',
    1e-5,
  ]);
});
