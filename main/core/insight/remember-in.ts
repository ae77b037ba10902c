import type { Remember } from '#core/base/remember.ts';
import type { InsightStore } from '#core/storage/insights.ts';

/** Keeps what was done of an insight until it ends, so that a kill costs no more than one part. */
export function rememberIn(
  insights: InsightStore,
  id: number,
  /** Hears when there is something to do that was not done before. */
  onWork: () => void,
): Remember {
  return async <Result>(key: string, work: () => Promise<Result>) => {
    const kept = insights.part(id, key) as Result | undefined;
    if (kept !== undefined) return kept;
    onWork();
    const done = await work();
    insights.keepPart(id, key, done);
    return done;
  };
}
