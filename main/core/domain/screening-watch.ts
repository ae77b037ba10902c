import type { Expected } from './screening-rule.ts';

/** What is looked at of a release at work, month by month. The list is closed. */
export const watchNames = [
  /** How the scores lie, as the model gives them. */
  'scores',
  /** Which words the notes are made of. */
  'text',
  /** Words that no note had from which the model learned. */
  'unknown-words',
  /** The share of patients who are what is looked for, as calibrated probabilities have it. */
  'prevalence',
  'alerts',
  'not-judged',
  /** Alerts that people say are right. */
  'agreement',
  /** Found of all, by what people read of a random sample; held against the claim of the release. */
  'sensitivity',
] as const;
export type WatchName = (typeof watchNames)[number];

/** One thing that was looked at in a month. */
export interface WatchFinding {
  readonly name: WatchName;
  /**
   * Before (of a sensitivity: as claimed) and in the month: a median score, a share of words or patients.
   * Null where there is nothing to tell it of; of words as such there never is.
   */
  readonly before: number | null;
  readonly now: number | null;
  /** How far apart: of distribution functions, from 0 to 1, or MMD²; null for shares. */
  readonly distance: number | null;
  /** Null where there was too little to test. */
  readonly p: number | null;
  /** Adjusted for all that was tested of the month. */
  readonly adjustedP: number | null;
  readonly isAlarm: boolean;
}

/** Counted patients, or notes of none, each once. */
export interface MonthCounts {
  readonly patients: number;
  readonly scored: number;
  readonly alerts: number;
  readonly notJudged: number;
  /** Of patients with an alert, those on whom somebody decided in the month, and those decided for it. */
  readonly decided: number;
  readonly agreed: number;
}

/** What was found of a month that has passed. */
export interface MonthFindings {
  readonly counts: MonthCounts;
  /** Null where nothing was calibrated, or scored. */
  readonly prevalence: Expected | null;
  /** Of the sample whose reading ended in the month; null where none did. */
  readonly sensitivity: SampleEstimate | null;
  /** Months that it was compared with; empty for one that later ones are compared with. */
  readonly reference: readonly string[];
  /** The share of months without any change that may have an alarm. */
  readonly falseAlarmRate: number;
  readonly findings: readonly WatchFinding[];
}

/** A month of a release, as it was judged once; never changed. */
export interface WatchedMonth {
  readonly id: number;
  readonly releaseId: number;
  /** Such as 2026-09, in UTC: when the notes were screened. */
  readonly month: string;
  readonly content: MonthFindings;
  readonly person: string | null;
  readonly atMs: number;
}

/** Patients without an alert, by how likely they are; a sample is drawn from each. */
export interface SampleStratum {
  /** Probabilities from this one on. */
  readonly from: number;
  readonly patients: number;
  readonly drawn: number;
}

export interface NewScreeningSample {
  readonly releaseId: number;
  readonly month: string;
  readonly seed: number;
  readonly strata: readonly SampleStratum[];
  /** In the order in which they are read, which says nothing of how likely they are. */
  readonly entries: readonly SampledPatient[];
}

export interface SampledPatient {
  readonly subject: string;
  readonly patient: string | null;
  /** Its place among the strata. */
  readonly stratum: number;
  /** Numbers of the screened notes of the month. */
  readonly notes: readonly number[];
}

/** Patients whom nobody was alerted to, drawn at random for people to read; never changed. */
export interface ScreeningSample extends NewScreeningSample {
  readonly id: number;
  readonly person: string | null;
  readonly atMs: number;
}

/** What somebody says who read the notes of a drawn patient. The list is closed. */
export const sampleVerdicts = [
  /** It is there, and the release missed it. */
  'present',
  'absent',
  /** The notes do not tell. */
  'unclear',
] as const;
export type SampleVerdict = (typeof sampleVerdicts)[number];

/**
 * Never changed; the newest of an entry counts. Where few have what is looked for, most of those read as
 * having it would be errors of reading: they are read again before they count as read.
 */
export interface SampleReading {
  readonly id: number;
  readonly sampleId: number;
  /** Counted from 1, in the order of the sample. */
  readonly place: number;
  readonly verdict: SampleVerdict;
  readonly person: string | null;
  readonly atMs: number;
  /** How often the entry has been read, this time among them. */
  readonly times: number;
}

/** Whether an entry needs no more reading. */
export function isSettled({ verdict, times }: Pick<SampleReading, 'verdict' | 'times'>): boolean {
  return verdict !== 'present' || times >= 2;
}

/** What a sample says so far. */
export interface SampleEstimate {
  readonly sampleId: number;
  readonly month: string;
  readonly drawn: number;
  readonly present: number;
  readonly absent: number;
  readonly unclear: number;
  /** Patients with an alert in that month, those decided on, and those for whom it is there. */
  readonly alerts: { readonly total: number; readonly read: number; readonly positives: number };
  /** Patients who were missed, and the share that was found; null before anything was read. */
  readonly missed: Expected | null;
  readonly sensitivity: Expected | null;
  /** That the release claims; null where it claims none. */
  readonly claimed: number | null;
  /** Of the claim being true. */
  readonly p: number | null;
}
