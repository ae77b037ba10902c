import type { VerdictsWording } from './en.ts';
import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';

const { score, p, decimal } = createNumbers('ro');
const plural = createPlural('ro');

export const verdicts: VerdictsWording = {
  aBetter: 'A mai bun',
  bBetter: 'B mai bun',
  aUnconfirmed: 'A mai bun, neconfirmat',
  bUnconfirmed: 'B mai bun, neconfirmat',
  noDifferenceShort: 'nicio diferență demonstrată',
  identicalShort: 'identice',
  tooFewShort: 'prea puține folduri pentru a decide',
  notFinished: 'neterminat',
  foldsDone: (done, planned) =>
    done < planned
      ? `${done} din ${plural(planned, { one: '# fold', few: '# folduri', other: '# de folduri' })}`
      : plural(done, { one: '# fold', few: '# folduri', other: '# de folduri' }),
  on: (task, metric, folds) => `la ${task}, măsurat cu ${metric} pe ${folds}`,
  tendencyUntilDone: (tendency, on) =>
    `${tendency} ${on}. Ce arată acest lucru se apreciază când toate foldurile sunt gata.`,
  sameMean: (a, b) => `„${a}” și „${b}” au aceeași medie`,
  higherMean: (higher, by, lower) =>
    `„${higher}” obține în medie cu ${score(by)} mai mult decât „${lower}”`,
  pValue: (value, comparisons) =>
    `p = ${p(value)}${comparisons === 1 ? '' : ` după ajustarea pentru ${comparisons} comparații`}`,
  better: (winner, loser, on, by, pValue) =>
    `„${winner}” este mai bun decât „${loser}” ${on}: în medie cu ${score(by)} mai mult, ${pValue}.`,
  unconfirmed: (winner, loser, on, by, pValue, correctedP) =>
    `„${winner}” obține un scor mai mare decât „${loser}” ${on} (în medie cu ${score(by)} mai mult, ${pValue}), dar testul care ține cont de seturile de antrenare suprapuse nu confirmă (p = ${p(correctedP)}): considerați-l un indiciu.`,
  unconfirmedAgainstMean: (winner, loser, on, by, pValue) =>
    `„${winner}” obține un scor mai mare decât „${loser}” în cele mai multe folduri ${on} (${pValue}), dar câteva folduri mult în sens opus îi lasă media mai mică cu ${score(by)}: examinați foldurile.`,
  noDifference: (a, b, on, pValue) =>
    `Nu s-a demostrat nicio diferență între „${a}” și „${b}” ${on} (${pValue}). Aceasta nu dovedește că nu există.`,
  identical: (a, b, on) => `„${a}” și „${b}” obțin același scor în fiecare fold ${on}.`,
  tooFew: (task, tendency, folds, smallest, level) =>
    `La ${task}, ${tendency}, dar cu ${plural(folds, { one: 'un fold', few: '# folduri', other: '# de folduri' })} cel mai mic p bilateral posibil este ${p(smallest)}, astfel încât nicio diferență nu putea fi semnificativă la ${decimal(level)}.`,
  tooFewInFamily: (task, tendency, folds, smallest, adjusted, comparisons, level) =>
    `La ${task}, ${tendency}, dar cu ${plural(folds, { one: 'un fold', few: '# folduri', other: '# de folduri' })} cel mai mic p bilateral posibil este ${p(smallest)}, sau ${p(adjusted)}${comparisons === 1 ? '' : ` după ajustarea pentru ${comparisons} comparații`}, astfel încât nicio diferență nu putea fi semnificativă la ${decimal(level)}.`,
};
