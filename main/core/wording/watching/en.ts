import { createNumbers } from '../numbers.ts';

const { percentage, score } = createNumbers('en');

/** What is seen of a release at work, month by month. */
export const watching = {
  scoresChanged: (before: number, now: number, distance: number) =>
    `The scores lie otherwise than before: the median is ${score(now)} instead of ${score(before)}, and the distributions are up to ${percentage(distance)} apart.`,
  textChanged: (distance: number) =>
    `The notes are made of other words than before (MMD² ${score(distance)}).`,
  newWordsChanged: (before: number, now: number) =>
    `Words that the model never met: ${percentage(now)} of those of a note instead of ${percentage(before)}, or otherwise spread.`,
  prevalenceChanged: (before: number, now: number) =>
    `The share of patients who are what is looked for is estimated at ${percentage(now)} instead of ${percentage(before)}.`,
  alertsChanged: (before: number, now: number) =>
    `Alerts: ${percentage(now)} of the patients instead of ${percentage(before)}.`,
  notJudgedChanged: (before: number, now: number) =>
    `Patients with a note that was not judged: ${percentage(now)} instead of ${percentage(before)}.`,
  agreementChanged: (before: number, now: number) =>
    `Alerts that people say are right: ${percentage(now)} instead of ${percentage(before)}.`,
  sensitivityBelow: (claimed: number, now: number) =>
    `The sensitivity is estimated at ${percentage(now)}; the release claims ${percentage(claimed)}.`,
  lookAtScores:
    'Look for what is new among the notes: a department, a template, another group of patients. Read a random sample of those without an alert (“screen sample”). The threshold stays as it is until a new release.',
  lookAtText:
    'Ask what changed in the notes: a template, a department, an export. If it stays, let the model learn from such notes and release it anew.',
  lookAtPrevalence:
    'Ask whether other patients come. What of the alerts is right changes with it; the sensitivity need not: read a random sample (“screen sample”).',
  lookAtAlerts:
    'Look whether the list can still be worked through, and read a random sample of those without an alert (“screen sample”). The threshold stays as it is until a new release.',
  lookAtNotJudged:
    'Look at the notes that were not judged and at their reasons: an export may be damaged or in another language. People have to read them meanwhile.',
  lookAtAgreement:
    'Read the reasons of the disagreements together with those who decided. If the model is wrong more often, test it anew on locked notes.',
  stopRelying:
    'Do not rely on the list alone: it misses more than is claimed. Test the model anew on locked notes, or end the release.',
  monthToSample: 'a month that has passed with patients who have a score and no alert',
  noAlerts: 'a release without a threshold: every patient is on its list',
  monthNotPassed: (month: string) => `${month}, which has not passed`,
  nobodySilent: (month: string) => `${month} without such patients, or a sample of fewer than two`,
  chooseMonth: 'Choose another month with --month, such as 2026-09, and a size of two or more.',
};

export type WatchingWording = typeof watching;
