import type { DocumentWriter, ExportLoss } from '#core/export/document-writer.ts';
import { createPause, type WorkEffects } from '../selection/long-work.ts';
import { type SelectedDocuments, toSourceDocument } from '../selection/select-documents.ts';

/** What an export would hand out, and what its format would lose of it. */
export interface ExportCount {
  readonly documentCount: number;
  readonly patientCount: number;
  /** Documents that do not say whose they are. */
  readonly withoutPatient: number;
  readonly characterCount: number;
  readonly losses: readonly ExportLoss[];
}

/** Reads all that would be written, and writes nothing. @throws collection.stopped */
export async function countExport(
  { documents, count }: SelectedDocuments,
  writer: DocumentWriter,
  effects: WorkEffects,
): Promise<ExportCount> {
  const pause = createPause(effects);
  const losses = writer.countLosses();
  const patients = new Set<string>();
  let [documentCount, withoutPatient, characterCount] = [0, 0, 0];
  for (const stored of documents) {
    losses.add(toSourceDocument(stored));
    documentCount++;
    characterCount += stored.text.length;
    if (stored.patient === null) withoutPatient++;
    else patients.add(stored.patient);
    await pause(documentCount, count);
  }
  return {
    documentCount,
    patientCount: patients.size,
    withoutPatient,
    characterCount,
    losses: losses.total(),
  };
}
