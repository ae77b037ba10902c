import type { RatedDocument } from '#core/annotation/agreement/rated-documents.ts';
import type { Workspace } from '#core/storage/workspace.ts';

/** What persons said of documents that all who label them have done: what agreement is measured on. */
export function gatherRatings(workspace: Workspace, projectId: number): RatedDocument[] {
  const { annotationWorks, annotationQueue, documentQueries } = workspace;
  const numbers = annotationQueue.doneByAll(projectId, 2);
  const patients = new Map<number, string | null>();
  for (let first = 0; first < numbers.length; first += rowsAtOnce) {
    for (const { number, patient } of documentQueries.rows(
      numbers.slice(first, first + rowsAtOnce),
    ))
      patients.set(number, patient);
  }
  return numbers.map((number) => {
    const patient = patients.get(number) ?? null;
    return {
      group: patient === null ? `document ${number}` : `patient ${patient}`,
      ratings: annotationWorks.ofDocument(projectId, number, 'label').map(({ person, work }) => ({
        person,
        classes: work.classes.map(({ label }) => label),
        spans: work.spans.map(({ type, fragments }) => ({ type, fragments })),
      })),
    };
  });
}

const rowsAtOnce = 1_000;
