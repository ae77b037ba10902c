import {
  explanationMethods,
  type ExplainedDocument,
  type TermAgreement,
} from '#core/domain/note-explanation.ts';
import type { TermSummary } from '#core/domain/term-summary.ts';
import { compareTerms } from '#core/explanation/terms/compare-terms.ts';
import { poolTerms } from '#core/explanation/terms/pool-terms.ts';

/** Empty where no terms were given. Notes of a patient stand and fall together. */
export function summariseTerms(
  documents: readonly ExplainedDocument[],
  seed: number,
): TermSummary[] {
  const names = documents.at(0)?.explanations.map(({ model }) => model) ?? [];
  return explanationMethods.flatMap((method): TermSummary[] => {
    const notes = documents.flatMap(({ group, explanations }) => {
      const ofModels = explanations.flatMap(
        ({ methods }) => methods.find((each) => each.method === method)?.terms ?? [],
      );
      return ofModels.length === names.length ? [{ groupId: group ?? null, ofModels }] : [];
    });
    if (notes.length === 0) return [];
    const of = (model: number): TermAgreement[] => notes.map(({ ofModels }) => ofModels[model]);
    const models = names.map((model, index) => ({ model, ...poolTerms(of(index)) }));
    const comparisons = names.flatMap((a, one) =>
      names.slice(one + 1).flatMap((b, offset) => {
        const other = one + 1 + offset;
        const pairs = notes.map(({ groupId, ofModels }) => ({
          ...{ groupId, a: ofModels[one], b: ofModels[other] },
        }));
        const compared = compareTerms(pairs, seed);
        return compared === null ? [] : [{ ...{ a, b }, ...compared }];
      }),
    );
    return [{ method, models, comparisons }];
  });
}
