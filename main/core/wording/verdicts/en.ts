import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';

const { score, p } = createNumbers('en');
const plural = createPlural('en');

/** What a comparison of two models shows. */
export const verdicts = {
  aBetter: 'A better',
  bBetter: 'B better',
  aUnconfirmed: 'A better, not confirmed',
  bUnconfirmed: 'B better, not confirmed',
  noDifferenceShort: 'no difference shown',
  identicalShort: 'identical',
  tooFewShort: 'too few folds to tell',
  notFinished: 'not finished',
  /** Of a comparison that all folds, or some of them, have. */
  foldsDone: (done: number, planned: number) =>
    done < planned
      ? `${done} of ${plural(planned, { one: '# fold', other: '# folds' })}`
      : plural(done, { one: '# fold', other: '# folds' }),
  on: (task: string, metric: string, folds: string) =>
    `on ${task}, measured by ${metric} over ${folds}`,
  tendencyUntilDone: (tendency: string, on: string) =>
    `${tendency} ${on}. What that shows is judged when all folds are done.`,
  sameMean: (a: string, b: string) => `“${a}” and “${b}” have the same mean`,
  higherMean: (higher: string, by: number, lower: string) =>
    `“${higher}” scores ${score(by)} higher than “${lower}” on average`,
  pValue: (value: number | null, comparisons: number) =>
    `p = ${p(value)}${comparisons === 1 ? '' : ` after adjusting for ${comparisons} comparisons`}`,
  better: (winner: string, loser: string, on: string, by: number, pValue: string) =>
    `“${winner}” is better than “${loser}” ${on}: ${score(by)} more on average, ${pValue}.`,
  unconfirmed: (
    winner: string,
    loser: string,
    on: string,
    by: number,
    pValue: string,
    correctedP: number | null,
  ) =>
    `“${winner}” scores higher than “${loser}” ${on} (${score(by)} more on average, ${pValue}), but the test that allows for overlapping training sets does not confirm it (p = ${p(correctedP)}): take it as a hint.`,
  unconfirmedAgainstMean: (winner: string, loser: string, on: string, by: number, pValue: string) =>
    `“${winner}” scores higher than “${loser}” in most folds ${on} (${pValue}), but a few folds far the other way leave its mean lower by ${score(by)}: look at the folds.`,
  noDifference: (a: string, b: string, on: string, pValue: string) =>
    `No difference between “${a}” and “${b}” was shown ${on} (${pValue}). That is not proof that there is none.`,
  identical: (a: string, b: string, on: string) =>
    `“${a}” and “${b}” score the same in every fold ${on}.`,
  tooFew: (task: string, tendency: string, folds: number, smallest: number, level: number) =>
    `On ${task}, ${tendency}, but with ${plural(folds, { one: '# fold', other: '# folds' })} the smallest two-sided p that can occur is ${p(smallest)}, so no difference could be significant at ${level}.`,
  tooFewInFamily: (
    task: string,
    tendency: string,
    folds: number,
    smallest: number,
    adjusted: number,
    comparisons: number,
    level: number,
  ) =>
    `On ${task}, ${tendency}, but with ${plural(folds, { one: '# fold', other: '# folds' })} the smallest two-sided p that can occur is ${p(smallest)}, or ${p(adjusted)}${comparisons === 1 ? '' : ` after adjusting for ${comparisons} comparisons`}, so no difference could be significant at ${level}.`,
};

export type VerdictsWording = typeof verdicts;
