import type { VerdictsWording } from './en.ts';
import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';

const { score, p, decimal } = createNumbers('es');
const plural = createPlural('es');

export const verdicts: VerdictsWording = {
  aBetter: 'A mejor',
  bBetter: 'B mejor',
  aUnconfirmed: 'A mejor, sin confirmar',
  bUnconfirmed: 'B mejor, sin confirmar',
  noDifferenceShort: 'sin diferencia demostrada',
  identicalShort: 'idénticos',
  tooFewShort: 'muy pocas particiones (folds) para decidir',
  notFinished: 'sin terminar',
  foldsDone: (done, planned) =>
    done < planned
      ? `${done} de ${plural(planned, { one: '# partición (fold)', many: '# de particiones (folds)', other: '# particiones (folds)' })}`
      : plural(done, {
          one: '# partición (fold)',
          many: '# de particiones (folds)',
          other: '# particiones (folds)',
        }),
  on: (task, metric, folds) => `en ${task}, medido con ${metric} en ${folds}`,
  tendencyUntilDone: (tendency, on) =>
    `${tendency} ${on}. Lo que eso demuestra se juzga cuando todas las particiones (folds) estén terminadas.`,
  sameMean: (a, b) => `«${a}» y «${b}» tienen la misma media`,
  higherMean: (higher, by, lower) => `«${higher}» obtiene de media ${score(by)} más que «${lower}»`,
  pValue: (value, comparisons) =>
    `p = ${p(value)}${comparisons === 1 ? '' : ` tras ajustar por ${comparisons} comparaciones`}`,
  better: (winner, loser, on, by, pValue) =>
    `«${winner}» es mejor que «${loser}» ${on}: ${score(by)} más de media, ${pValue}.`,
  unconfirmed: (winner, loser, on, by, pValue, correctedP) =>
    `«${winner}» puntúa más alto que «${loser}» ${on} (${score(by)} más de media, ${pValue}), pero la prueba que tiene en cuenta los conjuntos de entrenamiento solapados no lo confirma (p = ${p(correctedP)}): tómelo como un indicio.`,
  unconfirmedAgainstMean: (winner, loser, on, by, pValue) =>
    `«${winner}» puntúa más alto que «${loser}» en la mayoría de las particiones (folds) ${on} (${pValue}), pero unas pocas muy en sentido contrario dejan su media ${score(by)} más baja: examine las particiones.`,
  noDifference: (a, b, on, pValue) =>
    `No se ha demostrado ninguna diferencia entre «${a}» y «${b}» ${on} (${pValue}). Eso no prueba que no la haya.`,
  identical: (a, b, on) => `«${a}» y «${b}» puntúan igual en todas las particiones (folds) ${on}.`,
  tooFew: (task, tendency, folds, smallest, level) =>
    `En ${task}, ${tendency}, pero con ${plural(folds, { one: '# partición (fold)', many: '# de particiones (folds)', other: '# particiones (folds)' })} la menor p bilateral posible es ${p(smallest)}, de modo que ninguna diferencia podía ser significativa al nivel ${decimal(level)}.`,
  tooFewInFamily: (task, tendency, folds, smallest, adjusted, comparisons, level) =>
    `En ${task}, ${tendency}, pero con ${plural(folds, { one: '# partición (fold)', many: '# de particiones (folds)', other: '# particiones (folds)' })} la menor p bilateral posible es ${p(smallest)}, o ${p(adjusted)}${comparisons === 1 ? '' : ` tras ajustar por ${comparisons} comparaciones`}, de modo que ninguna diferencia podía ser significativa al nivel ${decimal(level)}.`,
};
