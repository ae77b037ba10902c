import type { WatchingView } from './contract/watching.ts';

/** Whether releases at work still see what they learned from. */
export interface WatchingService {
  /** As it was judged so far. @throws record.missing */
  look(releaseId: number): Promise<WatchingView>;
  /** Judges the months that have passed, each once. @throws record.missing */
  judge(releaseId: number): Promise<WatchingView>;
}
