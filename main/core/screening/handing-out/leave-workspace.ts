import { assert } from '#core/base/assert.ts';
import { AnamnesisError } from '#core/base/error.ts';
import type { ScreeningRelease } from '#core/domain/screening-release.ts';
import type { WorklistFilter } from '#core/domain/screening-worklist.ts';
import { actingPerson } from '#core/storage/acting-person.ts';
import { isInsideWorkspace } from '#core/storage/check-outside-workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { writeFileOut, type WrittenOut } from '#core/storage/write-file-out.ts';
import { say } from '#core/wording/say.ts';
import { gatherHandOut } from './gather-hand-out.ts';
import { writeHandOut, type HandOutEffects, type HandOutFormat } from './hand-out-formats.ts';

/** The typesetter needs about 200 kB of memory and 2 ms a patient: a paper of more is read by nobody. */
const mostPrinted = 2_000;

export interface HandOutOrder {
  readonly release: ScreeningRelease;
  readonly filters: readonly WorklistFilter[];
  readonly format: HandOutFormat;
  readonly file: string;
  /** Whether a file of this name may go. */
  readonly mayReplace: boolean;
}

/**
 * Writes the patients of a worklist into a file, not encrypted and without text of notes, by the act of
 * a person alone: the audit log keeps who, what, where to and the hash of the file before it appears.
 * @throws file.taken, file.unwritable, screening.too-many-to-print
 */
export async function handOut(
  workspace: Workspace,
  order: HandOutOrder,
  effects: HandOutEffects,
): Promise<WrittenOut & { readonly patients: number }> {
  assert((actingPerson() ?? null) !== null, 'a person hands out, never the program by itself');
  const { release, filters, format, file, mayReplace } = order;
  refuseInside(workspace, file);
  const gathered = gatherHandOut(workspace, release, filters);
  if (format === 'pdf' && gathered.patientCount > mostPrinted) refuseToPrint(gathered.patientCount);
  const written = await writeFileOut(file, writeHandOut(gathered, format, effects), {
    mayReplace,
    record: ({ path, hash, bytes }) => {
      workspace.audit.append('screening.handed-out', {
        ...{ release: release.id, patients: gathered.patientCount, format },
        ...{ lists: filters.join(' '), file: endOf(path), hash, bytes },
      });
    },
  });
  return { ...written, patients: gathered.patientCount };
}

function refuseToPrint(patients: number): never {
  throw new AnamnesisError('screening.too-many-to-print', {
    expected: say('screening', 'patientsToPrint', mostPrinted),
    found: say('screening', 'patientsFound', patients),
    remedy: say('screening', 'chooseFewer'),
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
