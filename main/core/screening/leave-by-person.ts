import { assert } from '#core/base/assert.ts';
import { AnamnesisError } from '#core/base/error.ts';
import { actingPerson } from '#core/storage/acting-person.ts';
import type { AuditAction } from '#core/storage/audit.ts';
import { isInsideWorkspace } from '#core/storage/check-outside-workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { writeFileOut, type WrittenOut } from '#core/storage/write-file-out.ts';
import { say } from '#core/wording/say.ts';

/** Where something leaves to. */
export interface LeavingFile {
  readonly file: string;
  /** Whether a file of this name may go. */
  readonly mayReplace: boolean;
}

/**
 * Writes a file that is not encrypted, by the act of a person alone: the audit log keeps who, what, where
 * to and the hash of the file before it appears. @throws file.taken, file.unwritable
 */
export function leaveByPerson(
  workspace: Workspace,
  { file, mayReplace }: LeavingFile,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  act: {
    readonly action: AuditAction;
    readonly detail: Readonly<Record<string, string | number | boolean | null>>;
  },
): Promise<WrittenOut> {
  assert((actingPerson() ?? null) !== null, 'a person hands out, never the program by itself');
  refuseInside(workspace, file);
  return writeFileOut(file, chunks, {
    mayReplace,
    record: ({ path, hash, bytes }) => {
      workspace.audit.append(act.action, { ...act.detail, file: endOf(path), hash, bytes });
    },
  });
}

function refuseInside(workspace: Workspace, file: string): void {
  if (!isInsideWorkspace(workspace, file)) return;
  throw new AnamnesisError('file.unwritable', {
    expected: say('leaving', 'fileOutsideWorkspace'),
    found: say('leaving', 'fileInside'),
    remedy: say('leaving', 'nameOutsideFile'),
    place: file,
  });
}

/** The audit log holds short values: of a long path its end, which tells it from others. */
function endOf(value: string): string {
  const most = 250;
  return value.length <= most ? value : `…${value.slice(-most)}`;
}
