import type { EncodedStates } from './encoded-states.ts';
import type { LibrarySources, ModelLibrary } from './model-library.ts';

/** What every run of a study can see. */
export interface RunSurroundings extends LibrarySources {
  readonly studyId: string;
  readonly models: ModelLibrary;
  /** What frozen encoders said of the task at hand. */
  readonly states: EncodedStates;
}
