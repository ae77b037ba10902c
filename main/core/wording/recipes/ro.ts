import type { RecipesWording } from './en.ts';

export const recipes: RecipesWording = {
  textToAdaptTo: 'text la care să fie adaptate modelele',
  labelledData: 'date etichetate pe care să fie testate modelele',
  oneModel: 'un model de la care să se pornească',
  twoModels: 'cel puțin două modele de comparat',
  twoTasks:
    'două seturi etichetate de același fel: unul din care să se învețe, altul pe care să se testeze',
  oneTransfer: 'un transfer de la o sarcină la alta',
  tooFew: 'prea puține sau niciunul',
  addText: 'Adăugați o colecție a spațiului de lucru sau fișiere.',
  addTask: 'Adăugați un set etichetat al spațiului de lucru sau fișiere cu etichete.',
  addTransfer: 'Adăugați un transfer sau rearanjați modelele.',
  addStart: 'Adăugați un model din bibliotecă, dosarul unui punct de control sau un model nou.',
};
