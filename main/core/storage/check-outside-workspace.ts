import { existsSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { AnamnesisError } from '#core/base/error.ts';
import { say } from '#core/wording/say.ts';
import type { Workspace } from './workspace.ts';

/**
 * True for a folder inside that of the workspace, also through links: what lies there is encrypted,
 * and what does not belong there is swept away.
 */
export function isInsideWorkspace(workspace: Workspace, folder: string): boolean {
  const path = relative(realpathSync(workspace.folder), resolveLinks(resolve(folder)));
  const isOutside = path === '..' || path.startsWith('../') || path.startsWith('..\\');
  return !isOutside && !isAbsolute(path);
}

/**
 * Refuses a folder inside that of the workspace for what leaves it.
 * @throws the code that is given
 */
export function checkOutsideWorkspace(
  workspace: Workspace,
  folder: string,
  code: 'model.folder-refused' | 'collection.folder-refused',
): void {
  if (!isInsideWorkspace(workspace, folder)) return;
  throw new AnamnesisError(code, {
    expected: say('leaving', 'outsideWorkspace'),
    found: say('leaving', 'insideWorkspace'),
    remedy: say('leaving', 'nameOutside'),
    place: folder,
  });
}

/** The path with the links of the part that exists followed. */
function resolveLinks(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : resolve(resolveLinks(parent), relative(parent, path));
}
