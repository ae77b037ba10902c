import { AnamnesisError } from '#core/base/error.ts';
import type { ScreeningRelease } from '#core/domain/screening-release.ts';
import type { WorklistFilter } from '#core/domain/screening-worklist.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { WrittenOut } from '#core/storage/write-file-out.ts';
import { say } from '#core/wording/say.ts';
import { leaveByPerson, type LeavingFile } from '../leave-by-person.ts';
import { gatherHandOut } from './gather-hand-out.ts';
import { writeHandOut, type HandOutEffects, type HandOutFormat } from './hand-out-formats.ts';

/** The typesetter needs about 200 kB of memory and 2 ms a patient: a paper of more is read by nobody. */
const mostPrinted = 2_000;

export interface HandOutOrder extends LeavingFile {
  readonly release: ScreeningRelease;
  readonly filters: readonly WorklistFilter[];
  readonly format: HandOutFormat;
}

/**
 * Writes the patients of a worklist into a file, not encrypted and without text of notes; the audit log
 * keeps how many, and the hash of the file.
 * @throws file.taken, file.unwritable, screening.too-many-to-print
 */
export async function handOut(
  workspace: Workspace,
  { release, filters, format, ...to }: HandOutOrder,
  effects: HandOutEffects,
): Promise<WrittenOut & { readonly patients: number }> {
  const gathered = gatherHandOut(workspace, release, filters);
  const { patientCount: patients } = gathered;
  if (format === 'pdf' && patients > mostPrinted) refuseToPrint(patients);
  const written = await leaveByPerson(workspace, to, writeHandOut(gathered, format, effects), {
    action: 'screening.handed-out',
    detail: { release: release.id, patients, format, lists: filters.join(' ') },
  });
  return { ...written, patients };
}

function refuseToPrint(patients: number): never {
  throw new AnamnesisError('screening.too-many-to-print', {
    expected: say('screening', 'patientsToPrint', mostPrinted),
    found: say('screening', 'patientsFound', patients),
    remedy: say('screening', 'chooseFewer'),
  });
}
