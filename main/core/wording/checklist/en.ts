import { createNumbers } from '../numbers.ts';

const { count } = createNumbers('en');

/** The checklist of a report: which parts of a statement the records of a study answer. */
export const checklist = {
  title: 'Checklist (TRIPOD+AI)',
  caption: 'The parts of TRIPOD+AI, and what the records of this study say to each',
  part: 'Part',
  askedFor: 'Asked for',
  records: 'What the records say',
  notRecorded: 'NOT RECORDED',
  inPart: 'in part; a person adds the rest',
  note: (answered: number, partly: number, all: number) =>
    `${count(answered)} of ${count(all)} parts are answered from records, ${count(partly)} of them in part; the rest a person writes. The words of the parts are ours; the statement itself: BMJ 2024;385:e078378.`,
};

export type ChecklistWording = typeof checklist;
