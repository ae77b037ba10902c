import type { InsightWording } from './en.ts';

export const insight: InsightWording = {
  oneOfClasses: (classes) => `o clasă a modelului: ${classes.join(', ')}`,
  nameOther: 'Numiți una dintre ele, sau niciuna pentru clasa pe care o caută modelul.',
  textWithWords: 'o notă cu cel puțin un cuvânt',
  noWords: 'niciunul',
  chooseOtherNote: 'Alegeți o notă care are text.',
};
