import type { DraftService } from '../ports.ts';

/** The oldest beyond these are forgotten: a draft belongs to one study of a workspace. */
const maxDrafts = 100;

/**
 * Plans that are being written, in memory alone. A window cannot keep them itself: what a browser
 * keeps for a page it writes to its own profile, unencrypted, and anything can be typed there.
 */
export function createPlanDrafts(): DraftService {
  /** By the study that is changed; null for a new one. */
  const texts = new Map<string | null, string>();
  return {
    get: (studyId) => Promise.resolve(texts.get(studyId) ?? null),
    keep: (studyId, planText) => {
      texts.delete(studyId);
      if (planText !== null) texts.set(studyId, planText);
      const [oldest] = texts.keys();
      if (texts.size > maxDrafts && oldest !== undefined) texts.delete(oldest);
      return Promise.resolve();
    },
  };
}
