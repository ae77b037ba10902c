import type { Workspace } from '#core/storage/workspace.ts';

/** @throws workspace.trainer-active while a trainer works on the workspace */
export function requireNoTrainer(workspace: Workspace): void {
  workspace.lockForTrainer().release();
}
