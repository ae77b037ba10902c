import type { InsightWording } from './en.ts';

export const insight: InsightWording = {
  oneOfClasses: (classes) => `una clase del modelo: ${classes.join(', ')}`,
  nameOther: 'Indique una de ellas, o ninguna para la clase que el modelo busca.',
  textWithWords: 'una nota con al menos una palabra',
  noWords: 'ninguna',
  chooseOtherNote: 'Elija una nota que tenga texto.',
};
