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
  layerUpTo: (count) => `een laag van 1 tot ${count}`,
  nameOtherLayer: 'Noem een laag die alle modellen hebben, of geen voor de laatste van elk.',
  labelledMentions: 'documenten waarin vermeldingen gemarkeerd zijn',
  noMentions: 'geen vermelding',
  chooseLabelled: 'Kies documenten of een verzameling met geannoteerde vermeldingen.',
  mentionLike: 'een vermelding met deze tekst',
  correctMention:
    'Schrijf hem zoals een van de documenten hem heeft; hoofdletters doen er niet toe.',
  enoughForMap: (count) => `ten minste ${count} vermeldingen`,
  smallerPerplexity: 'Kies meer documenten, of een kleinere perplexiteit.',
  anExplanation: 'een uitleg van notities',
  aGeometry: 'vermeldingen zoals modellen ze zien',
  termInEachLine:
    'een term op elke regel, of een bestand zoals die in resources/indicator-conditions',
  noText: 'een bestand dat geen tekst is',
  noTerm: 'geen term',
  nameOtherList: 'Kies een ander bestand, of es, nl of ro voor de meegeleverde lijsten.',
  nothingUnderWay: 'niets onderweg met modellen',
};
