import { createNumbers } from '../numbers.ts';
import type { ChecklistWording } from './en.ts';

const { count } = createNumbers('nl');

export const checklist: ChecklistWording = {
  title: 'Checklist (TRIPOD+AI)',
  caption: 'De onderdelen van TRIPOD+AI, en wat de gegevens van deze studie over elk zeggen',
  part: 'Onderdeel',
  askedFor: 'Gevraagd',
  records: 'Wat vastligt',
  notRecorded: 'NIET VASTGELEGD',
  inPart: 'gedeeltelijk; een mens vult aan',
  note: (answered: number, partly: number, all: number) =>
    `${count(answered)} van ${count(all)} onderdelen zijn beantwoord uit wat vastligt, waarvan ${count(partly)} gedeeltelijk; de rest schrijft een mens. De woorden van de onderdelen zijn van ons; de verklaring zelf: BMJ 2024;385:e078378.`,
};
