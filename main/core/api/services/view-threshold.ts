import type { ReleaseContent } from '#core/domain/screening-release.ts';
import type { ReleasedThreshold } from '../contract/screening.ts';

/** What a rule claims of its threshold; null where none can be claimed. */
export function viewThreshold(rule: ReleaseContent['rule']): ReleasedThreshold | null {
  const threshold = rule?.threshold ?? null;
  if (rule === null || threshold === null) return null;
  return {
    probability: threshold.probability,
    wanted: rule.wanted.sensitivity,
    bound: threshold.sensitivityBound,
    confidence: rule.wanted.confidence,
  };
}
