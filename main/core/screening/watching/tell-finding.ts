import type { Told } from '#core/base/phrase.ts';
import type { WatchFinding, WatchName } from '#core/domain/screening-watch.ts';
import { say } from '#core/wording/say.ts';

/** What an alarm says: what changed and by how much, and what to do. */
export interface ToldAlarm {
  readonly changed: Told;
  readonly remedy: Told;
}

const tellers: Readonly<
  Record<WatchName, (before: number, now: number, distance: number) => ToldAlarm>
> = {
  scores: (before, now, distance) => ({
    changed: say('watching', 'scoresChanged', before, now, distance),
    remedy: say('watching', 'lookAtScores'),
  }),
  text: (_, __, distance) => ({
    changed: say('watching', 'textChanged', distance),
    remedy: say('watching', 'lookAtText'),
  }),
  'unknown-words': (before, now) => ({
    changed: say('watching', 'newWordsChanged', before, now),
    remedy: say('watching', 'lookAtText'),
  }),
  prevalence: (before, now) => ({
    changed: say('watching', 'prevalenceChanged', before, now),
    remedy: say('watching', 'lookAtPrevalence'),
  }),
  alerts: (before, now) => ({
    changed: say('watching', 'alertsChanged', before, now),
    remedy: say('watching', 'lookAtAlerts'),
  }),
  'not-judged': (before, now) => ({
    changed: say('watching', 'notJudgedChanged', before, now),
    remedy: say('watching', 'lookAtNotJudged'),
  }),
  agreement: (before, now) => ({
    changed: say('watching', 'agreementChanged', before, now),
    remedy: say('watching', 'lookAtAgreement'),
  }),
  sensitivity: (claimed, now) => ({
    changed: say('watching', 'sensitivityBelow', claimed, now),
    remedy: say('watching', 'stopRelying'),
  }),
};

/** What the findings of a month with an alarm say, in their order; the threshold is moved by none. */
export function tellAlarms(findings: readonly WatchFinding[]): ToldAlarm[] {
  return findings
    .filter(({ isAlarm }) => isAlarm)
    .map(({ name, before, now, distance }) => tellers[name](before ?? 0, now ?? 0, distance ?? 0));
}
