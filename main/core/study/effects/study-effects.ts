import type { OpenedEngine } from '#core/engines/open-engine.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { Clock } from '#core/training/ports.ts';
import type { StudyEvent } from './events.ts';
import type { Workers } from './workers.ts';

/** What executing a study needs of the world. */
export interface StudyEffects {
  readonly workspace: Workspace;
  readonly engine: OpenedEngine;
  readonly clock: Clock;
  readonly emit: (event: StudyEvent) => void;
  readonly shouldStop: () => boolean;
  /** Who computes folds; null, or left out, where this process does. */
  readonly workers?: Workers | null;
}
