import { describe, expect, it } from 'vitest';
import { judgeModels, type JudgedModel } from './judge-models.ts';

const model = (id: string, changes: Partial<JudgedModel> = {}): JudgedModel => ({
  id,
  parentId: null,
  isImported: false,
  wasExported: false,
  isChosen: false,
  isStart: false,
  ofRun: 'repeated',
  ...changes,
});
const reasons = (...models: JudgedModel[]) =>
  Object.fromEntries(
    [...judgeModels(models)].map(([id, { isSuperseded, reason }]) => [
      id,
      `${isSuperseded ? 'superseded' : 'kept'}: ${reason}`,
    ]),
  );

describe('A model is superseded', () => {
  it('when its run was repeated, or made it anew', () => {
    expect(reasons(model('a'), model('b', { ofRun: 'older' }))).toEqual({
      a: 'superseded: repeated',
      b: 'superseded: replaced',
    });
  });

  it('also when others were made from it that are superseded', () => {
    expect(reasons(model('b', { parentId: 'a' }), model('a'))).toEqual({
      a: 'superseded: repeated',
      b: 'superseded: repeated',
    });
  });
});

describe('A model is kept', () => {
  it.each([
    ['imported', { isImported: true }],
    ['chosen', { isChosen: true }],
    ['exported', { wasExported: true }],
    ['start', { isStart: true }],
    ['newest', { ofRun: 'newest' }],
  ] as const)('that is %s', (reason, changes) => {
    expect(reasons(model('a', changes))).toEqual({ a: `kept: ${reason}` });
  });

  it('from which one that is kept descends, however far', () => {
    expect(
      reasons(
        model('d', { parentId: 'c', isChosen: true }),
        model('c', { parentId: 'b' }),
        model('b', { parentId: 'a' }),
        model('a'),
        model('other', { parentId: 'a' }),
      ),
    ).toEqual({
      a: 'kept: ancestor',
      b: 'kept: ancestor',
      c: 'kept: ancestor',
      d: 'kept: chosen',
      other: 'superseded: repeated',
    });
  });
});
