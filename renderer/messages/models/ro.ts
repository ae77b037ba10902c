import type { ModelsMessages } from './messages.ts';

export const models: ModelsMessages = {
  title: 'Modele',
  note: 'Fiecare sub modelul de la ale cărui ponderi a pornit',
  none: 'Acest plan nu numește niciun model',
  noneHint: 'Adăugați planului cel puțin un model.',
  ofStudy: 'Modelele studiului',
  model: 'Model',
  origin: 'Origine',
  preTrainedOn: 'Preantrenat pe',
  shape: 'Straturi × dimensiune ascunsă',
  parameters: 'Parametri',
  vocabulary: 'Vocabular',
  cameFrom: (parent) => `provine din ${parent}`,
  origins: {
    'from-scratch': 'Antrenat de la zero',
    checkpoint: 'Punct de control așa cum a fost dat',
    'further-pretraining': 'Preantrenare suplimentară',
  },
};
