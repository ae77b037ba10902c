import type { ScreeningRelease } from '#core/domain/screening-release.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { WrittenOut } from '#core/storage/write-file-out.ts';
import { encodePieces } from '../encode-pieces.ts';
import { leaveByPerson, type LeavingFile } from '../leave-by-person.ts';
import type { Inspection, InspectionFilter } from './inspected.ts';
import { inspectRelease } from './inspect-release.ts';
import { writeInspectionCsv } from './write-inspection-csv.ts';
import { writeInspectionJson } from './write-inspection-json.ts';

/** As what the record of a release can leave. The list is closed. */
export const inspectionFormats = ['csv', 'json'] as const;
export type InspectionFormat = (typeof inspectionFormats)[number];

export interface InspectionOrder extends LeavingFile {
  readonly release: ScreeningRelease;
  readonly filter: InspectionFilter;
  readonly format: InspectionFormat;
}

/**
 * Writes the record of a release, or a part of it, into a file that is not encrypted, by a person's act.
 * @throws file.taken, file.unwritable
 */
export async function exportInspection(
  workspace: Workspace,
  { release, filter, format, ...to }: InspectionOrder,
): Promise<WrittenOut & { readonly inspection: Inspection }> {
  const inspection = inspectRelease(workspace, release, filter);
  const isWhole = Object.values(filter).every((value) => value === undefined);
  const pieces =
    format === 'csv'
      ? writeInspectionCsv(inspection)
      : writeInspectionJson(inspection, { isWhole, audit: workspace.audit });
  const written = await leaveByPerson(workspace, to, encodePieces(pieces), {
    action: 'screening.record-exported',
    detail: { release: release.id, format, whole: isWhole },
  });
  return { ...written, inspection };
}
