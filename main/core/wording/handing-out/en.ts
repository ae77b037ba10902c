import type { DecisionKind, DisagreementReason } from '#core/domain/screening-decision.ts';
import type { ReleaseStanding } from '#core/domain/screening-release.ts';
import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';

const { count, score } = createNumbers('en');
const plural = createPlural('en');

/** What leaves of a screening, for systems and for paper. */
export const handingOut = {
  madeByAi: 'Made by artificial intelligence: a proposal, for a person to judge.',
  forTrial: 'For trial: do not rely on it.',
  intendedUse: (text: string) => `Intended use: ${text}`,
  population: (text: string) => `Population: ${text}`,
  method: (model: string) => `Screening of notes by the language model ${model}`,
  looksFor: (label: string) => `Screening for ${label}`,
  screened: 'Notes were screened',
  patientUnknown: 'The patient of the note is not known',
  lookAndDecide: (use: string) => `Look at the notes of this patient and decide: ${use}`,
  uncalibrated: 'The probability is as the model gives it, not calibrated.',
  undecided: 'Of one of the notes the model cannot tell: a person has to read it.',
  notJudged: (notes: number) =>
    `${count(notes)} ${notes === 1 ? 'note was' : 'notes were'} not judged by the model: a person has to read ${notes === 1 ? 'it' : 'them'}.`,
  noThreshold: 'No threshold can be claimed: the probability orders patients, and alerts to none.',
  besideThreshold: (isAlert: boolean, threshold: number) =>
    `${isAlert ? 'At or above' : 'Below'} the threshold of ${score(threshold)}`,
  kind: (kind: DecisionKind) =>
    ({ agree: 'agreed', disagree: 'disagreed', defer: 'deferred', refer: 'referred' })[kind],
  reason: (reason: DisagreementReason) =>
    ({
      denied: 'the note denies it',
      past: 'in the past only',
      'someone-else': 'of somebody else',
      'not-in-text': 'not in the text',
      'known-already': 'known already',
      'not-suitable': 'not suitable for this patient',
      other: 'another reason',
    })[reason],
  title: (release: string) => `${release} – worklist`,
  worklist: 'Worklist',
  written: 'Written',
  standing: 'Standing',
  standings: (standing: ReleaseStanding) =>
    ({
      'for-trial': 'for trial',
      'in-use': 'in use',
      expired: 'expired',
      replaced: 'replaced',
    })[standing],
  release: 'Release',
  model: 'Model',
  threshold: 'Threshold',
  none: 'none',
  patients: 'Patients',
  patient: 'Patient',
  probability: 'Probability',
  why: 'Why listed',
  newestNote: 'Newest note',
  decision: 'Decision',
  listed: 'Patients, the likeliest first',
  nobody: 'Nobody is listed.',
  alert: 'alert',
  cannotTell: 'the model cannot tell',
  unjudged: (notes: number) => `${count(notes)} not judged`,
  ofNotes: (likeliest: string, notes: number) =>
    plural(notes, { one: `note ${likeliest}`, other: `# notes, the likeliest ${likeliest}` }),
  toMark: 'agree · disagree · defer · refer',
  somebody: 'somebody without a name',
  howToMark:
    'What is marked on paper counts once it is entered in the program. The paper names patients: destroy it as the house rules say.',
  closing: (version: string) => `Written by Anamnesis ${version}. It holds no text of notes.`,
};

export type HandingOutWording = typeof handingOut;
