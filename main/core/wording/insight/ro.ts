import type { InsightWording } from './en.ts';

export const insight: InsightWording = {
  oneOfClasses: (classes) => `o clasă a modelului: ${classes.join(', ')}`,
  nameOther: 'Numiți una dintre ele, sau niciuna pentru clasa pe care o caută modelul.',
  textWithWords: 'o notă cu cel puțin un cuvânt',
  noWords: 'niciunul',
  chooseOtherNote: 'Alegeți o notă care are text.',
  modelOfClasses: 'un model care spune clasa unei note',
  modelOfEntities: 'unul care găsește entități',
  modelOfNothing: 'unul care nu a fost ajustat pe etichete',
  chooseClassifier:
    'Alegeți un model al unei sarcini de tip "classification": puneți "finalModel": true într-o sarcină a planului și executați-l.',
  sameWeights: 'modelul cu ponderile pe care le avea când s-a început',
  otherWeights: 'alte ponderi',
  beginAnew: 'Ștergeți ce s-a început și începeți din nou.',
  layerUpTo: (count) => `un strat de la 1 la ${count}`,
  nameOtherLayer:
    'Numiți un strat pe care îl au toate modelele, sau niciunul pentru ultimul al fiecăruia.',
  labelledMentions: 'documente în care sunt marcate mențiuni',
  noMentions: 'nicio mențiune',
  chooseLabelled: 'Alegeți documente sau un set cu mențiuni adnotate.',
  mentionLike: 'o mențiune cu acest text',
  correctMention: 'Scrieți-o așa cum o are unul dintre documente; majusculele nu contează.',
  enoughForMap: (count) => `cel puțin ${count} mențiuni`,
  smallerPerplexity: 'Alegeți mai multe documente sau o perplexitate mai mică.',
  anExplanation: 'o explicație a unor note',
  aGeometry: 'mențiuni așa cum le văd modelele',
  termInEachLine:
    'un termen pe fiecare rând, sau un fișier ca cele din resources/indicator-conditions',
  noText: 'un fișier care nu este text',
  noTerm: 'niciun termen',
  nameOtherList: 'Alegeți alt fișier, sau es, nl ori ro pentru listele incluse.',
  nothingUnderWay: 'nimic în curs cu modele',
};
