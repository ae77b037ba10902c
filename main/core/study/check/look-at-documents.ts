import { AnamnesisError } from '#core/base/error.ts';
import { type DocumentCorpus, givenConditions } from '#core/collection/corpora/document-corpus.ts';
import { findCollection } from '#core/collection/find-collection.ts';
import { describeLocked, LockedTally, type LockedTexts } from '#core/collection/locked-texts.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { say } from '#core/wording/say.ts';
import type { CorpusLook } from './look-at-corpus.ts';
import { tellOfPart } from './tell-of-part.ts';

/** Of more documents than these, the size is judged from the first. */
const seenDocuments = 500;

/**
 * Counts the documents of a collection that a corpus would consist of, and judges their size from
 * some of them. @throws record.missing, corpus.empty
 */
export function lookAtDocuments(
  name: string,
  { plan, locked = null }: { readonly plan: DocumentCorpus; readonly locked?: LockedTexts | null },
  workspace: Workspace,
): CorpusLook {
  const { id: collectionId } = findCollection(workspace, plan.collection);
  const numbers = workspace.documentQueries.numbers({ ...givenConditions(plan), collectionId });
  if (numbers.length === 0) {
    throw new AnamnesisError('corpus.empty', {
      place: say('losses', 'corpusPlace', name),
      expected: say('losses', 'fittingDocuments'),
      found: say('losses', 'noDocuments'),
      remedy: say('losses', 'widenWhere'),
    });
  }
  const seen = workspace.documentQueries.rows(numbers.slice(0, seenDocuments));
  const met = new LockedTally(locked);
  if (locked !== null) {
    for (const { number } of seen) {
      const document = workspace.documents.get(number);
      met.admits({ text: document.text, patient: document.patient, document });
    }
  }
  const lockedOut = describeLocked(met.counts, 'documents');
  const seenCharacters = seen.reduce((sum, { characterCount }) => sum + characterCount, 0);
  const characterCount = (seenCharacters * numbers.length) / seen.length;
  return {
    outlook: {
      name,
      format: 'collection',
      fileCount: numbers.length,
      sizeBytes: Math.round(characterCount),
      seenShare: seen.length / numbers.length,
      itemCount: numbers.length,
    },
    characterCount,
    warnings: tellOfPart(lockedOut, seen.length / numbers.length),
  };
}
