import type { InsightWording } from './en.ts';

export const insight: InsightWording = {
  oneOfClasses: (classes) => `een klasse van het model: ${classes.join(', ')}`,
  nameOther: 'Noem een ervan, of geen voor de klasse waarnaar het model zoekt.',
  textWithWords: 'een notitie met ten minste één woord',
  noWords: 'geen enkel woord',
  chooseOtherNote: 'Kies een notitie met tekst.',
  modelOfClasses: 'een model dat de klasse van een notitie zegt',
  modelOfEntities: 'een dat entiteiten vindt',
  modelOfNothing: 'een dat niet op labels is verfijnd',
  chooseClassifier:
    'Kies een model van een taak van het soort "classification": zet "finalModel": true in een taak van het plan en voer het uit.',
  sameWeights: 'het model met de gewichten die het had toen dit begon',
  otherWeights: 'andere gewichten',
  beginAnew: 'Verwijder wat begonnen was en begin opnieuw.',
};
