import { RandomStream } from '#core/base/random-stream.ts';
import type { ScreeningRelease } from '#core/domain/screening-release.ts';
import type { MonthFindings, SampleEstimate, WatchedMonth } from '#core/domain/screening-watch.ts';
import { requireShare } from '#core/evaluation/thresholds/require-share.ts';
import { estimatePrevalence } from '#core/evaluation/watching/estimate-prevalence.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { compareMonths } from './compare-months.ts';
import { estimateSample, readUntilMs } from './estimate-sample.ts';
import { joinMeasures, measureMonth, vocabularyOf, type MonthMeasures } from './measure-month.ts';
import { boundsOf, monthOf, monthsBetween } from './months.ts';

/** In one of twenty months without a change there may be an alarm. */
export const usualFalseAlarmRate = 0.05;

/** The first months until so many patients were scored are what later ones are compared with. */
const leastReference = 100;

/**
 * Judges the months of a release that have passed, each once: a month that was judged stays so, whatever
 * is known later. Returns all of them, the oldest first.
 * @throws evaluation.out-of-range
 */
export function watchRelease(
  workspace: Workspace,
  release: ScreeningRelease,
  falseAlarmRate = usualFalseAlarmRate,
): WatchedMonth[] {
  requireShare('rate of false alarms', falseAlarmRate, 'without-ends');
  const { screeningMonths } = workspace;
  const judged = screeningMonths.list(release.id);
  const known = new Set(judged.map(({ month }) => month));
  const due = passedMonths(workspace, release).filter((month) => !known.has(month));
  if (due.length === 0) return judged;
  const measure = rememberMeasures(workspace, release);
  for (const month of due) {
    const reference = referenceOf(screeningMonths.list(release.id));
    const content = judgeMonth(workspace, release, { month, reference, measure, falseAlarmRate });
    screeningMonths.put({ releaseId: release.id, month, content });
  }
  return screeningMonths.list(release.id);
}

/** From that of the first note to that of the last one, as far as they are over. */
export function passedMonths(
  { screenedNotes, nowMs }: Workspace,
  { id }: ScreeningRelease,
): string[] {
  const [oldest, newest] = [screenedNotes.oldestAtMs(id), screenedNotes.newestAtMs(id)];
  if (oldest === null || newest === null) return [];
  return monthsBetween(oldest, newest).filter((month) => month < monthOf(nowMs()));
}

/** The months that are compared with, and whether they are enough for the next one to be. */
function referenceOf(judged: readonly WatchedMonth[]): { months: string[]; isWhole: boolean } {
  const months: string[] = [];
  let scored = 0;
  for (const { month, content } of judged) {
    if (scored >= leastReference) break;
    months.push(month);
    scored += content.counts.scored;
  }
  return { months, isWhole: scored >= leastReference };
}

interface Judging {
  readonly month: string;
  readonly reference: { readonly months: readonly string[]; readonly isWhole: boolean };
  readonly measure: (month: string) => MonthMeasures;
  readonly falseAlarmRate: number;
}

function judgeMonth(
  workspace: Workspace,
  release: ScreeningRelease,
  { month, reference, measure, falseAlarmRate }: Judging,
): MonthFindings {
  const now = measure(month);
  const prior = priorOf(release);
  const sensitivity = findSensitivity(workspace, release, month);
  const months = reference.isWhole ? reference.months : [];
  return {
    counts: now.counts,
    prevalence:
      prior === null || now.probabilities.length === 0
        ? null
        : estimatePrevalence(now.probabilities, prior),
    sensitivity,
    reference: months,
    falseAlarmRate,
    findings: compareMonths({
      before: months.length === 0 ? null : joinMeasures(months.map(measure)),
      random: new RandomStream(release.id, `compare/${month}`),
      ...{ now, prior, sensitivity, falseAlarmRate },
    }),
  };
}

/** The share of positives of the notes on which probabilities were calibrated; null where none were. */
function priorOf({ content: { rule } }: ScreeningRelease): number | null {
  if (rule === null || rule.calibrator === null) return null;
  const share = rule.positives / rule.notes;
  return share > 0 && share < 1 ? share : null;
}

/** Of the newest sample whose reading ended in a month. */
function findSensitivity(
  workspace: Workspace,
  release: ScreeningRelease,
  month: string,
): SampleEstimate | null {
  const { fromMs, toMs } = boundsOf(month);
  const sample = workspace.screeningSamples.list(release.id).find((each) => {
    const endedMs = readUntilMs(workspace, each);
    return endedMs !== null && endedMs >= fromMs && endedMs < toMs;
  });
  return sample === undefined ? null : estimateSample(workspace, release, sample);
}

/** The months that are compared with are measured once for all that are judged at a time. */
function rememberMeasures(workspace: Workspace, release: ScreeningRelease) {
  const vocabulary = vocabularyOf(workspace, release);
  const known = new Map<string, MonthMeasures>();
  return (month: string): MonthMeasures => {
    const measured = known.get(month) ?? measureMonth(workspace, release, { month, vocabulary });
    known.set(month, measured);
    return measured;
  };
}
