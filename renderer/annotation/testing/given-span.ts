import type { GivenSpan } from '#contract/annotation-nouns.ts';

export function givenSpan(id: string, start: number, end: number, type = 'DISEASE'): GivenSpan {
  return {
    id,
    type,
    fragments: [{ start, end }],
    attributes: {},
    given: { by: 'p', atMs: 0, guideline: 1, from: null },
  };
}
