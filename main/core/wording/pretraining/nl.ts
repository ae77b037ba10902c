import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';
import type { PretrainingWording } from './en.ts';

const { count } = createNumbers('nl');
const plural = createPlural('nl');

export const pretraining: PretrainingWording = {
  twoDocuments:
    'documenten van minstens twee patiënten of teksten: een deel om apart te houden, een deel om van te leren',
  allHeldOut: (documents) =>
    `${plural(documents, { one: '# document, waarvan', other: '# documenten, waarvan' })} er geen zou overblijven`,
  smallerDocuments:
    'Zeg met "unit" dat documenten kleiner zijn, noem een corpus met meer documenten, of laat heldOut weg.',
  heldOut: 'heldOut naast "use" en "patience", die iets te meten nodig hebben',
  notHeldOut: 'een plan zonder heldOut',
  addHeldOut: 'Voeg heldOut aan het plan toe, of verwijder ze.',
  heldOutOf: (documents, all, lines) =>
    `${count(documents)} van ${count(all)} documenten met ${count(lines)} regels worden buiten alle training gehouden`,
  learning: 'een verlies dat daalt',
  notFinite: (step) => `een dat geen getal is, bij stap ${count(step)}`,
  leaves: (before, after, step) =>
    `een dat steeg van ${before} naar ${after}, bij stap ${count(step)}`,
  lowerRate: (rate) =>
    `Verlaag learningRate naar ${rate}, verhoog warmupFraction, of zet maxGradientNorm op 1, en voer de studie opnieuw uit.`,
  keptAs: (model) => `Het model zoals het daarvoor was, is bewaard als ${model}.`,
};
