import { largestOf } from '#core/base/extremes.ts';
import { formatCount, formatP, formatPercentage, formatScore } from '#core/base/format-number.ts';
import { inEnglish } from '#core/base/phrase.ts';
import type {
  SampleEstimate,
  WatchedMonth,
  WatchFinding,
  WatchName,
} from '#core/domain/screening-watch.ts';
import { tellAlarms } from '#core/screening/watching/tell-finding.ts';

const names: Readonly<Record<WatchName, string>> = {
  scores: 'scores',
  text: 'words of notes',
  'unknown-words': 'words never met',
  prevalence: 'prevalence',
  alerts: 'alerts',
  'not-judged': 'not judged',
  agreement: 'agreement',
  sensitivity: 'sensitivity',
};
const width = largestOf(Object.values(names).map(({ length }) => length));

/** A month of a release: what was counted, what was compared, and what an alarm says. */
export function describeMonth({ month, content }: WatchedMonth): string[] {
  const { counts, prevalence, reference, falseAlarmRate, findings } = content;
  const { patients, scored, alerts, notJudged } = counts;
  const alarms = tellAlarms(findings);
  const compared =
    reference.length === 0
      ? 'later months are compared with it'
      : `compared with ${reference.join(', ')}; at most ${formatPercentage(falseAlarmRate)} of months without a change have an alarm`;
  return [
    `${month}  ${alarms.length === 0 ? 'no alarm' : 'ALARM'}  ${compared}`,
    `  ${formatCount(patients)} patients: ${formatCount(scored)} scored, ${formatCount(alerts)} alerts, ${formatCount(notJudged)} not judged`,
    ...(prevalence === null
      ? []
      : [
          `  prevalence ${describeExpected(prevalence)}, estimated`,
          '    (to compare months with: where few are positive, errors of calibration move it far)',
        ]),
    ...findings.filter(({ p }) => p !== null).map(describeFinding),
    ...alarms.flatMap(({ changed, remedy }) => [
      `  ! ${inEnglish(changed)}`,
      `    ${inEnglish(remedy)}`,
    ]),
  ];
}

function describeFinding({ name, before, now, distance, p, isAlarm }: WatchFinding): string {
  const tell = name === 'scores' ? formatScore : formatPercentage;
  const change = before === null || now === null ? '' : `  ${tell(before)} → ${tell(now)}`;
  const apart = distance === null ? '' : `  ${formatScore(distance)} apart`;
  return `  ${isAlarm ? '!' : ' '} ${names[name].padEnd(width)}${change}${apart}  p ${formatP(p)}`;
}

/** What a sample says so far of what the release finds and misses. */
export function describeSample(estimate: SampleEstimate): string[] {
  const { sampleId, month, drawn, present, absent, unclear, alerts } = estimate;
  const { missed, sensitivity, claimed } = estimate;
  const read = present + absent + unclear;
  return [
    `sample ${sampleId} of ${month}: ${formatCount(read)} of ${formatCount(drawn)} patients read, ${formatCount(present)} missed, ${formatCount(unclear)} unclear`,
    `  alerts of the month: ${formatCount(alerts.read)} of ${formatCount(alerts.total)} decided on, ${formatCount(alerts.positives)} right`,
    ...(missed === null
      ? []
      : [
          `  missed in the month, estimated: ${formatScore(missed.value, 1)} (${formatCount(Math.floor(missed.lower))} to ${formatCount(Math.ceil(missed.upper))})`,
        ]),
    ...(sensitivity === null
      ? ['  sensitivity: not known before some of both are read']
      : [
          `  sensitivity ${describeExpected(sensitivity)}${claimed === null ? '' : `; claimed ${formatPercentage(claimed)}`}`,
        ]),
  ];
}

function describeExpected({
  value,
  lower,
  upper,
}: {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}): string {
  return `${formatPercentage(value)} (${formatPercentage(lower)} to ${formatPercentage(upper)})`;
}
