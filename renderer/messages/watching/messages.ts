import type { WatchingView } from '#contract/watching.ts';

type WatchName = WatchingView['months'][number]['findings'][number]['name'];

/** What is seen of a release at work, month by month. */
export interface WatchingMessages {
  readonly title: string;
  readonly lead: string;
  readonly worklist: string;
  readonly months: string;
  readonly month: string;
  readonly patients: string;
  readonly alerts: string;
  readonly notJudged: string;
  readonly agreed: string;
  readonly prevalence: string;
  readonly result: string;
  readonly reference: string;
  readonly noAlarm: string;
  readonly alarm: string;
  readonly noMonths: string;
  readonly noMonthsHint: string;
  readonly pictureTitle: string;
  readonly pictureMeaning: string;
  readonly shareAxis: string;
  readonly whatIsCompared: string;
  readonly before: string;
  readonly now: string;
  readonly distance: string;
  readonly p: string;
  readonly pMeaning: string;
  readonly sample: string;
  readonly noSample: string;
  readonly names: Readonly<Record<WatchName, string>>;
  readonly judge: (months: string) => string;
  /** A number with the interval that it lies in. */
  readonly between: (value: string, lower: string, upper: string) => string;
  readonly agreedOf: (agreed: string, decided: string) => string;
  readonly pictureLabel: (months: number, alarms: number) => string;
  readonly alarmIn: (month: string) => string;
  readonly comparedIn: (month: string) => string;
  readonly comparedWith: (months: string, rate: string) => string;
  readonly sampleRead: (month: string, read: string, drawn: string) => string;
  readonly missed: (interval: string) => string;
  readonly sensitivity: (interval: string) => string;
  readonly claimed: (value: string) => string;
}
