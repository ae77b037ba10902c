import { createNumbers } from '../numbers.ts';
import type { ChecklistWording } from './en.ts';

const { count } = createNumbers('ro');

export const checklist: ChecklistWording = {
  title: 'Listă de verificare (TRIPOD+AI)',
  caption: 'Părțile TRIPOD+AI și ce spun înregistrările acestui studiu despre fiecare',
  part: 'Partea',
  askedFor: 'Se cere',
  records: 'Ce este înregistrat',
  notRecorded: 'NEÎNREGISTRAT',
  inPart: 'parțial; restul îl completează un om',
  note: (answered: number, partly: number, all: number) =>
    `${count(answered)} din ${count(all)} părți au răspuns din înregistrări, dintre care ${count(partly)} parțial; restul îl scrie un om. Cuvintele părților sunt ale noastre; declarația însăși: BMJ 2024;385:e078378.`,
};
