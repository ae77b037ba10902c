import type { InsightWording } from './en.ts';

export const insight: InsightWording = {
  oneOfClasses: (classes) => `een klasse van het model: ${classes.join(', ')}`,
  nameOther: 'Noem een ervan, of geen voor de klasse waarnaar het model zoekt.',
  textWithWords: 'een notitie met ten minste één woord',
  noWords: 'geen enkel woord',
  chooseOtherNote: 'Kies een notitie met tekst.',
};
