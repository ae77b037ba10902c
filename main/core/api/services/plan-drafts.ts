import type { DraftService } from '../ports.ts';

/** The oldest beyond these are forgotten: a draft belongs to one study of a workspace. */
const maxDrafts = 100;

/**
 * Plans that are being written, in memory alone. A window cannot keep them itself: what a browser
 * keeps for a page it writes to its own profile, unencrypted, and anything can be typed there.
 */
export function createPlanDrafts(): DraftService {
  const texts = new Map<string, string>();
  /** By person, and by the study that is changed; null for a new one. */
  const keyOf = (personId: string, studyId: string | null) => JSON.stringify([personId, studyId]);
  return {
    get: (personId, studyId) => Promise.resolve(texts.get(keyOf(personId, studyId)) ?? null),
    keep: (personId, { studyId, planText }) => {
      const key = keyOf(personId, studyId);
      texts.delete(key);
      if (planText !== null) texts.set(key, planText);
      const [oldest] = texts.keys();
      if (texts.size > maxDrafts && oldest !== undefined) texts.delete(oldest);
      return Promise.resolve();
    },
  };
}
