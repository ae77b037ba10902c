import type { DecisionKind, DisagreementReason } from '#core/domain/screening-decision.ts';
import { createNumbers } from '../numbers.ts';

const { count, score } = createNumbers('en');

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
};

export type HandingOutWording = typeof handingOut;
