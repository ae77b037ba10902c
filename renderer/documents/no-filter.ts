import type { DocumentFilterView, ReadChoice } from '#contract/documents.ts';
import type { FrozenFilterView } from '#contract/frozen-sets.ts';

/** All documents of a frozen set. */
export const noNarrowing: FrozenFilterView = {
  search: null,
  patient: null,
  from: null,
  to: null,
  kind: null,
  language: null,
  class: null,
  type: null,
  problem: null,
};

/** All documents of a collection. */
export function noFilter(collectionId: number): DocumentFilterView {
  return { collectionId, ...noNarrowing };
}

/** Everything is recognised. */
export const recognised: ReadChoice = {
  format: null,
  encoding: null,
  separator: null,
  dateOrder: null,
  offsetUnit: null,
  unit: null,
  language: null,
  mapping: null,
};
