import type { ModelLine } from '#contract/models.ts';

/** A line of the library for tests: an imported language model, unless told otherwise. */
export function lineOf(line: Partial<ModelLine> & { readonly name: string }): ModelLine {
  return {
    id: line.name,
    reference: line.name,
    origin: 'imported',
    isOfFold: false,
    family: 'bert',
    head: 'masked-language-model',
    parameterCount: 1,
    weightsBytes: 4,
    vocabularySize: 1,
    languages: [],
    study: null,
    parent: null,
    createdAtMs: 0,
    isChosen: false,
    wasExported: false,
    standing: { isSuperseded: false, reason: 'imported' },
    ...line,
  };
}
