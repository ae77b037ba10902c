import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { WorkspacesView } from '#core/api/contract/workspaces.ts';
import type { Person } from '#core/domain/person.ts';
import { isWorkspace, type Workspace } from '#core/storage/workspace.ts';
import { asksForNames } from '#core/storage/workspace-secret.ts';
import type { RecentWorkspaces } from './recent-workspaces.ts';

interface DoorPlaces {
  readonly recent: RecentWorkspaces;
  /** The folder to which the paths of workspaces are relative. */
  readonly pathsRelativeTo: string;
}

/** Which workspace is open, who has signed in to it, and which were open before. */
export function describeDoor(
  opened: Workspace | null,
  person: Person | null,
  { recent, pathsRelativeTo }: DoorPlaces,
): WorkspacesView {
  return {
    open:
      opened === null
        ? null
        : {
            folder: opened.folder,
            name: basename(opened.folder),
            hasPersons: opened.persons.hasNames(),
          },
    person,
    recent: recent.list().map((each) => ({
      folder: each,
      name: basename(each),
      isThere: existsSync(each) && isWorkspace(each),
      hasPersons: asksForNames(each),
    })),
    pathsRelativeTo,
  };
}
