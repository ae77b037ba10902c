import type { InsightWording } from './en.ts';

export const insight: InsightWording = {
  oneOfClasses: (classes) => `una clase del modelo: ${classes.join(', ')}`,
  nameOther: 'Indique una de ellas, o ninguna para la clase que el modelo busca.',
  textWithWords: 'una nota con al menos una palabra',
  noWords: 'ninguna',
  chooseOtherNote: 'Elija una nota que tenga texto.',
  modelOfClasses: 'un modelo que diga la clase de una nota',
  modelOfEntities: 'uno que encuentra entidades',
  modelOfNothing: 'uno que no se ajustó con etiquetas',
  chooseClassifier:
    'Elija un modelo de una tarea de tipo "classification": ponga "finalModel": true en una tarea de su plan y ejecútelo.',
  sameWeights: 'el modelo con los pesos que tenía cuando se empezó',
  otherWeights: 'otros pesos',
  beginAnew: 'Elimine lo empezado y empiece de nuevo.',
  layerUpTo: (count) => `una capa de 1 a ${count}`,
  nameOtherLayer:
    'Indique una capa que tengan todos los modelos, o ninguna para la última de cada uno.',
  labelledMentions: 'documentos en los que haya menciones marcadas',
  noMentions: 'ninguna mención',
  chooseLabelled: 'Elija documentos o un conjunto con menciones anotadas.',
  mentionLike: 'una mención con este texto',
  correctMention: 'Escríbalo como lo tiene uno de los documentos; las mayúsculas no importan.',
  enoughForMap: (count) => `al menos ${count} menciones`,
  smallerPerplexity: 'Elija más documentos o una perplejidad menor.',
  anExplanation: 'una explicación de notas',
  aGeometry: 'menciones como las ven los modelos',
  termInEachLine:
    'un término en cada línea, o un archivo como los de resources/indicator-conditions',
  noText: 'un archivo que no es texto',
  noTerm: 'ningún término',
  nameOtherList: 'Elija otro archivo, o es, nl o ro para las listas incluidas.',
  nothingUnderWay: 'que no haya nada en curso con modelos',
};
