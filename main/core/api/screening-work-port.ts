import type { ApiEvent } from './contract/events.ts';
import type {
  Releasable,
  ReleaseDraft,
  ReleaseModel,
  ScreeningView,
  ScreeningWork,
  StartScreening,
} from './contract/screening-work.ts';

/** Models that are put to work, and the notes that they are let look at. */
export interface ScreeningWorkService {
  releasable(): Promise<readonly Releasable[]>;
  /** @throws model.unknown, model.not-kept, screening.no-classifier */
  draft(modelId: string): Promise<ReleaseDraft>;
  /** Its number. @throws as `draft`, and screening.release-incomplete, screening.clock-went-back */
  release(decision: ReleaseModel): Promise<number>;
  /** The newest first. */
  list(): Promise<readonly ScreeningView[]>;
  latest(): Promise<ScreeningWork | null>;
  /** Begins and returns. @throws model.task-running, record.missing, screening.release-ended, screening.model-gone */
  start(order: StartScreening): Promise<void>;
  /** What is done stays; begun anew, it goes on. */
  stop(): Promise<void>;
  subscribe(listener: (event: ApiEvent) => void): () => void;
}
