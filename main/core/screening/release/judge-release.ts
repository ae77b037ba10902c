import type { Told } from '#core/base/phrase.ts';
import type { ReleasedText } from '#core/domain/screening-release.ts';
import type { ScreeningRule } from '#core/domain/screening-rule.ts';
import type { LastTest } from '#core/evaluation/judgement/last-test.ts';
import { say } from '#core/wording/say.ts';

/** What a release rests on. */
export interface Grounds {
  readonly rule: ScreeningRule | null;
  /** Of the very model on locked notes; the newest. */
  readonly lastTest: LastTest | null;
  readonly text: ReleasedText;
}

/**
 * Why a model may be tried and not relied on: without a threshold that can be claimed, without a test
 * on notes that nothing was learned from, or where that test does not bear the claim out. Empty for
 * one that may be used.
 */
export function judgeRelease({ rule, lastTest, text }: Grounds): Told[] {
  return [
    ...doubtRule(rule),
    ...doubtTest(lastTest),
    ...(text.notes === 0 ? [say('screening', 'textUnknown')] : []),
  ];
}

function doubtRule(rule: ScreeningRule | null): Told[] {
  if (rule === null) return [say('screening', 'nothingLearned')];
  const { threshold, positives, neededPositives } = rule;
  return threshold === null
    ? [say('screening', 'noThreshold', positives, neededPositives, rule.wanted.sensitivity)]
    : [];
}

function doubtTest(lastTest: LastTest | null): Told[] {
  if (lastTest === null) return [say('screening', 'noLastTest')];
  const verdict = lastTest.rule?.verdict;
  if (verdict === 'contradicted') return [say('screening', 'claimContradicted')];
  return verdict === 'confirmed' ? [] : [say('screening', 'claimOpen')];
}
