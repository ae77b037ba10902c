import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';
import type { TrainingWording } from './en.ts';

const plural = createPlural('nl');
const { decimal } = createNumbers('nl');

export const training: TrainingWording = {
  frozen: (task) => `${task} (bevroren encoder)`,
  frozenEncoder:
    'Bevroren encoder: alleen de koppen zijn getraind, op wat de encoders van elke tekst zeggen; dropout werkte alleen op de kop.',
  repeated: (repeats, folds) =>
    `De voorbeelden zijn ${repeats} keer in ${plural(folds, { one: '# fold', other: '# folds' })} verdeeld, telkens opnieuw. Intervallen van gemiddelden, p (t) en p (Holm) zijn van alle folds, gecorrigeerd voor de trainingsgegevens die zij delen (Nadeau en Bengio, 2003); W, p, rangen, samengevoegde cijfers en drempels zijn van de eerste verdeling.`,
  byTime: (first, periods) =>
    `Folds zijn periodes: elke test er een en leert van al wat ouder is, behalve van patiënten die hij test. Alleen om van te leren: ${first}. Getest, fold voor fold: ${periods.join('; ')}.`,
  period: (from, to, examples) =>
    `${from} tot ${to} (${plural(examples, { one: '# voorbeeld', other: '# voorbeelden' })})`,
  layerDecay: (decay) =>
    `Elke laag leerde met ${decimal(decay)} van de snelheid van de laag erboven, de kop met de volle snelheid.`,
  oneOfBoth: 'frozenEncoder of layerDecay, een van beide',
  both: 'beide: een bevroren encoder heeft geen lagen die leren',
  removeOne: 'Verwijder een van de twee.',
  earlyStop: (share, patience, measure) =>
    `Elke fold hield ${decimal(100 * share)} % achter van de voorbeelden waarvan hij leerde, in hele groepen, en stopte na ${plural(patience, { one: '# epoch', other: '# epochs' })} zonder ${measure === 'loss' ? 'lagere loss' : 'hogere score'} daarop; de gewichten zijn die van de beste epoch. Wat getest is, koos niets.`,
  chosenEpochs: (model, epochs) =>
    `Gekozen epochs voor ${model}, fold na fold: ${epochs.join(', ')}.`,
  finalEpochs: (model, epochs) =>
    `Het eindmodel van ${model} leerde van alle voorbeelden gedurende ${plural(epochs, { one: '# epoch', other: '# epochs' })}, de mediaan van zijn folds.`,
  innerGroups: 'voorbeelden van meerdere groepen om van te leren en om achter te houden',
  noInnerSplit: 'Laat earlyStop weg, of gebruik minder folds of meer data.',
  foldsFirst: 'afgeronde folds, waarvan de beste epochs zeggen hoe lang het eindmodel leert',
  noFoldYet: 'geen',
  runFolds: 'Laat eerst ten minste één fold van dit model afronden.',
};
