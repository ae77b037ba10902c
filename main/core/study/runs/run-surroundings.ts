import type { Run } from '#core/domain/run.ts';
import type { EncodedStates } from './encoded-states.ts';
import type { FineTuned } from './fine-tune.ts';
import type { LibrarySources, ModelLibrary } from './model-library.ts';

/** What every run of a study can see. */
export interface RunSurroundings extends LibrarySources {
  readonly studyId: string;
  readonly models: ModelLibrary;
  /** What frozen encoders said of the task at hand. */
  readonly states: EncodedStates;
  /** Computes a fold elsewhere; null where this process does. */
  readonly fineTuneApart: ((run: Run) => Promise<FineTuned>) | null;
}
