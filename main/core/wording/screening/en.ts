import { formatInstant } from '../format-instant.ts';
import { createNumbers } from '../numbers.ts';

const { count, percentage } = createNumbers('en');

/** Models that were released to screen, and what becomes of it. */
export const screening = {
  noOtherScreening: 'no other screening by this release at the same time',
  screeningRuns: (id: number) => `screening ${id}, which is running`,
  waitForScreening: 'Wait until it has ended, or stop it.',
  reasonOfDisagreement: 'a reason for a disagreement, and for no other decision',
  reasonMissingOrTooMany: 'a disagreement without a reason, or a reason for another decision',
  giveReason: 'Choose a reason of the list; what it lacks can be said in the remark.',
  clockAfter: (atMs: number) => `a clock at or after ${formatInstant(atMs, 'en')}`,
  clockAt: (atMs: number) => `${formatInstant(atMs, 'en')} by this machine`,
  setClock: 'Set the clock of this machine right: what is kept of screening is told apart by time.',
  classifierOfStudy: 'a model that a study fine-tuned to say the class of a note',
  modelOfNoStudy: 'one that no study of this workspace fine-tuned',
  otherModel: 'one that was fine-tuned for something else, or not at all',
  releaseOneOfTask:
    'Choose a model of a task of kind "classification": set "finalModel": true in a task of its plan and run it.',
  modelThatLooks: 'a model that looks for one class',
  looksForNothing: 'one of whose classes none is looked for',
  namePositiveClass: 'Set "positiveClass" in the task of the plan and run the study again.',
  wholeDecision: 'a name, an intended use, a population and an end that is to come',
  endInPast: 'an end that has passed',
  emptyText: 'one of the texts empty',
  completeDecision: 'Say each of them: people read it beside every list.',
  nothingLearned:
    'Nothing was learned of its scores on notes that it had not learned from: it has no threshold.',
  noThreshold: (positives: number, needed: number, sensitivity: number) =>
    `No threshold can be claimed: a sensitivity of ${percentage(sensitivity)} needs ${count(needed)} positives, and ${count(positives)} were there.`,
  noLastTest: 'It was not tested on a locked set.',
  claimContradicted: 'Its last test on a locked set contradicts the claimed sensitivity.',
  releaseThatHolds: 'the newest release of its name, before its end',
  replacedBy: (id: number) => `one that release ${id} replaced`,
  expiredAt: (atMs: number) => `one that ended on ${formatInstant(atMs, 'en')}`,
  releaseAnew: 'Screen with the newest release, or release the model anew.',
  modelOfRelease: (name: string) => `the model ${name} with the weights that were released`,
  modelRemoved: 'none: it was removed',
  releaseOther: 'Release a model that the workspace has.',
  screenedPatient: 'a patient or note that the release has screened',
  noneScreened: 'none',
  lookAtList: 'Look at the list anew: its notes may be those of another release.',
  aRelease: 'a release',
  oneOf: (names: readonly string[]) => `one of ${names.join(', ')}`,
  releaseFirst: 'Name one of the list ("screen list"), or release a model ("release").',
  claimOpen:
    'Its last test on a locked set neither confirms nor contradicts a claimed sensitivity.',
  textUnknown:
    'The notes that it learned from are not there any more: text that is unlike them is not noticed.',
  patientsToPrint: (most: number) => `at most ${count(most)} patients in a PDF`,
  patientsFound: (patients: number) => `${count(patients)} patients`,
  chooseFewer: 'Choose fewer lists, or another format.',
  nothingUnderWay: 'no other screening under way in this window',
};

export type ScreeningWording = typeof screening;
