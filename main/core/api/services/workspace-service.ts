import { basename } from 'node:path';
import { programVersion } from '#core/base/program-version.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { AuditService, WorkspaceService } from '../ports.ts';

/** What the window shows of the workspace itself. */
export function createWorkspaceService(workspace: Workspace): WorkspaceService {
  return {
    describe: () => {
      const studies = workspace.studies.list();
      return Promise.resolve({
        name: basename(workspace.folder),
        version: programVersion,
        counts: {
          studies: studies.length,
          runs: studies.reduce((sum, { id }) => sum + workspace.runs.listByStudy(id).length, 0),
          models: workspace.models.list().length,
          corpora: workspace.corpora.list().length,
        },
      });
    },
  };
}

/** The audit log as pages, and whether its chain of hashes is whole. */
export function createAuditService(workspace: Workspace): AuditService {
  return {
    list: (beforeSequence, limit) => {
      const entries = workspace.audit.newest(limit + 1, beforeSequence);
      return Promise.resolve({
        entries: entries.slice(0, limit).map(({ position, atMs, action, detail, hash }) => ({
          sequence: position,
          atMs,
          action,
          subject: describeDetail(detail),
          hash,
        })),
        hasMore: entries.length > limit,
      });
    },
    verify: () => {
      const { entryCount, broken } = workspace.audit.verify();
      return Promise.resolve({ entryCount, firstBrokenSequence: broken?.position ?? null });
    },
  };
}

type Detail = Readonly<Record<string, string | number | boolean | null>>;

/** The details of an entry in one line: the change first, then what it was done to. */
function describeDetail({ from, to, ...others }: Detail): string {
  const change = from === undefined || to === undefined ? [] : [`${String(from)} → ${String(to)}`];
  const rest = Object.entries(others)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key} ${String(value)}`);
  return [...change, ...rest].join(' · ');
}
