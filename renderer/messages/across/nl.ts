import { isolate } from '#window/format/isolate.ts';
import type { AcrossMessages } from './messages.ts';

export const across: AcrossMessages = {
  title: 'Dezelfde taak in andere studies',
  sameFiles: 'Dezelfde bestanden, op dezelfde manier gelezen.',
  sameSet: (set, version) => `De gelabelde set ${isolate(set)}, versie ${version}.`,
  compared: 'Vergelijken',
  none: 'Geen andere studie van deze werkruimte heeft deze taak',
  noneWhy:
    'Studies staan hier naast elkaar waar een taak uit dezelfde versie van een gelabelde set of uit dezelfde bestanden is gelezen, met dezelfde labels.',
  thisStudy: 'Deze studie',
  study: 'Studie',
  openStudy: 'De studie openen',
  pictureTitle: (metric) => `${metric} in al deze studies`,
  pictureMeaning:
    'Punten zijn folds, de staande lijn is hun gemiddelde, de grijze balk het 95%-interval ervan.',
  pictureLabel: (metric, rows) => `${metric} van ${rows} modellen, fold voor fold`,
  unpaired: {
    'other-fold-count': (own, other) =>
      `Niet fold voor fold vergeleken: deze studie heeft ${own} folds, die andere ${other}.`,
    'other-folds': () =>
      'Niet fold voor fold vergeleken: beide hebben evenveel folds, maar met andere voorbeelden, door een andere seed of andere groepen.',
    'folds-not-kept': () =>
      'Niet fold voor fold vergeleken: een eerdere versie van het programma bewaarde geen voorbeelden van haar folds, zodat niemand kan zeggen of ze dezelfde zijn.',
    'no-shared-fold': () =>
      'Niet fold voor fold vergeleken: geen fold is in beide studies voltooid.',
  },
  byNoteInstead:
    'Elke notitie is in beide één keer getest: ze worden in plaats daarvan notitie voor notitie vergeleken.',
  onlyMeans:
    'Gemiddelden en hun intervallen kunnen worden bekeken; ze onderscheiden modellen niet.',
  comparedWith: (model, study) => `${model} vergeleken met de modellen van ${study}`,
  comparedAgainst: (model) => `${model} tegenover`,
  byFoldMeans:
    'De folds zijn in beide studies dezelfde, zodat verschillen van paren zijn, met de toetsen van het overzicht; kandidaat is het model van deze studie. De correctie van Holm gaat over alle vergelijkingen per fold op deze pagina.',
  notes: 'Notities',
  onlyThis: 'Alleen deze juist',
  onlyOther: 'Alleen die juist',
  accuracyDifference: 'Verschil in nauwkeurigheid, 95%-interval',
  mcNemar: 'p, McNemar',
  byNoteMeans:
    'Exact, tweezijdig, met de notities van een patiënt bij elkaar; niet gecorrigeerd voor meerdere vergelijkingen. Het gaat om deze getrainde modellen: andere folds hadden andere opgeleverd.',
  unlikeTitle: 'Niet vergelijkbaar, al lijkt het erop',
  taskOfStudy: (task, study) => `${task} in ${study}`,
  otherVersion: (other, own) =>
    `Een andere versie van de gelabelde set: ${other}, hier ${own}. Andere notities geven andere cijfers.`,
  unlike: {
    'other-kind': 'De ene heeft klassen van notities, de andere entiteiten.',
    'not-read': 'Een van beide studies heeft haar gegevens nog niet gelezen.',
    'other-set-version': 'Een andere versie van de gelabelde set.',
    'read-otherwise':
      'Dezelfde set of bestanden, anders gelezen: andere labels, typen, kolommen, gewijzigde bestanden of andere afgesloten sets.',
    'other-data': 'Dezelfde naam, maar andere gegevens.',
    'no-finished-fold': 'Dezelfde gegevens, maar daar is geen fold voltooid.',
  },
};
