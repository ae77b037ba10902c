import type { ReleaseContent } from '#core/domain/screening-release.ts';
import type { NewScreenedNote } from '#core/domain/screening.ts';
import type { Workspace } from '#core/storage/workspace.ts';

export const releaseContent: ReleaseContent = {
  model: {
    ...{ id: 'model', name: 'adapted', hash: 'weights-hash', study: 'study', task: 'notes' },
    ...{ model: 'adapted', fold: null },
  },
  ...{ label: 'yes', classes: ['no', 'yes'], rule: null, sets: null },
  text: { notes: 0, mostUnknown: 0.5, scripts: [], languages: [] },
  preprocessing: 'c'.repeat(64),
  intendedUse: 'an offer of a test',
  population: 'adults of one hospital',
  trialReasons: ['no locked test'],
};

export const screenedNote = (changes: Partial<NewScreenedNote> = {}): NewScreenedNote => ({
  ...{ number: 1, noteId: 'n1', version: 1, patient: 'p1', subject: 'patient p1' },
  ...{ date: '2026-11-30', textHash: 'a'.repeat(64), inputHash: 'b'.repeat(64) },
  ...{ score: 0.7, probability: 1 / 3, predictionSet: ['yes'], threshold: 0.25, isAlert: true },
  ...{ doubts: [{ kind: 'partly-read', unreadShare: 0.1 }], sameAs: null },
  ...changes,
});

/** Documents "n1", "n2" … of patients "p1", "p2" …; returns their numbers. */
export function putDocuments(
  workspace: Workspace,
  texts: readonly string[],
  collection = 'notes',
): { readonly collectionId: number; readonly numbers: number[] } {
  const { collections, documents, documentImports } = workspace;
  const { id: collectionId } = collections.create(collection);
  const { id: importId } = documentImports.begin({ collectionId, source: {}, options: {} });
  documents.batch(collectionId, () => {
    for (const [index, text] of texts.entries()) {
      documents.put(
        { collectionId, importId },
        {
          ...{ id: `n${index + 1}`, text, patient: `p${index + 1}`, date: null, language: null },
          ...{ languageCertainty: null, kind: null, columns: {}, annotations: [], carried: null },
          ...{ rules: [], place: { file: 'a.csv', part: null, line: index + 2 } },
          ...{ wordCount: 4, sentenceCount: 1 },
        },
      );
    }
  });
  const none = { unchanged: 0, changed: 0, changedText: 0, changedFacts: 0, changedAnnotations: 0 };
  documentImports.save(importId, {
    state: 'finished',
    position: null,
    counts: { ...none, new: texts.length },
  });
  return { collectionId, numbers: workspace.documentQueries.numbers({ collectionId }) };
}
