import type { VerdictsWording } from './en.ts';
import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';

const { score, p, decimal } = createNumbers('nl');
const plural = createPlural('nl');

export const verdicts: VerdictsWording = {
  aBetter: 'A beter',
  bBetter: 'B beter',
  aUnconfirmed: 'A beter, niet bevestigd',
  bUnconfirmed: 'B beter, niet bevestigd',
  noDifferenceShort: 'geen verschil aangetoond',
  identicalShort: 'gelijk',
  tooFewShort: 'te weinig folds om te oordelen',
  notFinished: 'niet klaar',
  foldsDone: (done, planned) =>
    done < planned
      ? `${done} van ${plural(planned, { one: '# fold', other: '# folds' })}`
      : plural(done, { one: '# fold', other: '# folds' }),
  on: (task, metric, folds) => `op ${task}, gemeten met ${metric} over ${folds}`,
  tendencyUntilDone: (tendency, on) =>
    `${tendency} ${on}. Wat dat aantoont, wordt beoordeeld als alle folds klaar zijn.`,
  sameMean: (a, b) => `“${a}” en “${b}” hebben hetzelfde gemiddelde`,
  higherMean: (higher, by, lower) =>
    `“${higher}” scoort gemiddeld ${score(by)} hoger dan “${lower}”`,
  pValue: (value, comparisons) =>
    `p = ${p(value)}${comparisons === 1 ? '' : ` na correctie voor ${comparisons} vergelijkingen`}`,
  better: (winner, loser, on, by, pValue) =>
    `“${winner}” is beter dan “${loser}” ${on}: gemiddeld ${score(by)} meer, ${pValue}.`,
  unconfirmed: (winner, loser, on, by, pValue, correctedP) =>
    `“${winner}” scoort hoger dan “${loser}” ${on} (gemiddeld ${score(by)} meer, ${pValue}), maar de toets die rekening houdt met overlappende trainingssets bevestigt het niet (p = ${p(correctedP)}): beschouw het als een aanwijzing.`,
  unconfirmedAgainstMean: (winner, loser, on, by, pValue) =>
    `“${winner}” scoort in de meeste folds hoger dan “${loser}” ${on} (${pValue}), maar door enkele folds ver de andere kant op is zijn gemiddelde ${score(by)} lager: bekijk de folds.`,
  noDifference: (a, b, on, pValue) =>
    `Er is geen verschil tussen “${a}” en “${b}” aangetoond ${on} (${pValue}). Dat bewijst niet dat er geen is.`,
  identical: (a, b, on) => `“${a}” en “${b}” scoren in elke fold hetzelfde ${on}.`,
  tooFew: (task, tendency, folds, smallest, level) =>
    `Op ${task}: ${tendency}, maar met ${plural(folds, { one: '# fold', other: '# folds' })} is de kleinste tweezijdige p die kan voorkomen ${p(smallest)}, zodat geen verschil significant kon zijn op ${decimal(level)}.`,
  tooFewInFamily: (task, tendency, folds, smallest, adjusted, comparisons, level) =>
    `Op ${task}: ${tendency}, maar met ${plural(folds, { one: '# fold', other: '# folds' })} is de kleinste tweezijdige p die kan voorkomen ${p(smallest)}, of ${p(adjusted)}${comparisons === 1 ? '' : ` na correctie voor ${comparisons} vergelijkingen`}, zodat geen verschil significant kon zijn op ${decimal(level)}.`,
};
