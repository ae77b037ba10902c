import {
  formatCount,
  formatInstant,
  formatPercentage,
  formatScore,
} from '#core/base/format-number.ts';
import { inEnglish } from '#core/base/phrase.ts';
import {
  standingOf,
  type ReleaseContent,
  type ReleaseStanding,
  type ScreeningRelease,
} from '#core/domain/screening-release.ts';

const standings: Readonly<Record<ReleaseStanding, string>> = {
  'for-trial': 'for trial',
  'in-use': 'in use',
  expired: 'expired',
  replaced: 'replaced',
};

/** A release in one line. */
export function nameRelease(release: ScreeningRelease, nowMs: number): string {
  const { id, name, untilMs } = release;
  return `${id}  ${name}  ${standings[standingOf(release, nowMs)]}  until ${formatInstant(untilMs)}`;
}

/** All that somebody decided, and what it may claim. */
export function describeRelease(release: ScreeningRelease, nowMs: number): string[] {
  const { replaces, replacedBy, releasedAtMs } = release;
  return [
    nameRelease(release, nowMs),
    `  released    ${formatInstant(releasedAtMs)}`,
    ...(replaces === null ? [] : [`  replaces    ${replaces}`]),
    ...(replacedBy === null ? [] : [`  replaced by ${replacedBy}`]),
    ...describeContent(release.content),
  ];
}

export function describeContent(content: ReleaseContent): string[] {
  const { model, label, intendedUse, population, trialReasons } = content;
  return [
    `  model       ${model.name}`,
    `  looks for   ${label}`,
    `  threshold   ${describeThreshold(content)}`,
    `  sets        ${describeSets(content)}`,
    `  use         ${intendedUse}`,
    `  population  ${population}`,
    ...trialReasons.map((reason) => `  for trial: ${inEnglish(reason)}`),
  ];
}

function describeThreshold({ rule }: ReleaseContent): string {
  const threshold = rule?.threshold ?? null;
  if (rule === null || threshold === null) return 'none can be claimed';
  const { wanted, prevalence, calibrator, isPrevalenceStated } = rule;
  const score = `${calibrator === null ? '' : 'calibrated '}${formatScore(threshold.probability)}`;
  const claim = `sensitivity ${formatPercentage(wanted.sensitivity)} claimed, at least ${formatPercentage(threshold.sensitivityBound)} with ${formatPercentage(wanted.confidence)} confidence`;
  const where = isPrevalenceStated ? 'stated' : 'of the notes';
  return `${score}: ${claim}; prevalence ${formatPercentage(prevalence)} (${where})`;
}

function describeSets({ sets }: ReleaseContent): string {
  if (sets === null) return 'none';
  const classes = sets.classes.map(({ name, notes }) => `${name} (${formatCount(notes)} notes)`);
  return `the true class is missing in at most ${formatPercentage(sets.errorRate)} of the notes of ${classes.join(', ')}`;
}
