import type { ImportProblem } from '#core/domain/import-report.ts';
import { nameInput } from '#core/import/documents/name-input.ts';
import type { ImportCounts } from '#core/storage/document-imports.ts';
import type {
  DocumentChange,
  DocumentHashes,
  MeasuredDocument,
  PutOutcome,
} from '#core/storage/documents.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { unpackHashes } from './packed-hashes.ts';
import type { ReadBatch } from './read-batches.ts';

interface Place {
  readonly collectionId: number;
  readonly importId: number;
}

/** Stores a batch, within one of the document store; gives the counts with it. */
export function storeBatch(
  workspace: Workspace,
  place: Place,
  { documents, hashes, problems }: ReadBatch,
  counts: ImportCounts,
): ImportCounts {
  const found: ImportProblem[] = [...problems];
  let now = counts;
  for (const [at, document] of documents.entries()) {
    const known = { document, hashes: unpackHashes(hashes, at) };
    const { outcome, problem } = putApart(workspace, place, known);
    if (problem !== null) found.push(problem);
    now = addOutcome(now, outcome);
  }
  workspace.documentImports.addProblems(place.importId, found);
  return now;
}

/** Under its id, or, where another document of the same import has that, under one of its place. */
function putApart(
  workspace: Workspace,
  place: Place,
  { document, hashes }: { readonly document: MeasuredDocument; readonly hashes: DocumentHashes },
): { readonly outcome: PutOutcome; readonly problem: ImportProblem | null } {
  const first = workspace.documents.put(place, document, hashes);
  if (first.outcome !== 'id-taken') return { outcome: first, problem: null };
  const { line } = document.place;
  const file = nameInput({ name: document.place.file, part: document.place.part });
  const problem: ImportProblem = {
    file,
    line: line ?? 1,
    rule: 'document-id-duplicate',
    action: 'kept',
    detail: 'An earlier document of the import has this id; file and line were added to it.',
  };
  const rules = [...document.rules, problem.rule];
  const named = `${document.id} (${file}${line === null ? '' : `:${line}`})`;
  for (let copy = 1; ; copy++) {
    const id = copy === 1 ? named : `${named} #${copy}`;
    const outcome = workspace.documents.put(place, { ...document, id, rules }, hashes);
    if (outcome.outcome !== 'id-taken') return { outcome, problem };
  }
}

function addOutcome(counts: ImportCounts, outcome: PutOutcome): ImportCounts {
  if (outcome.outcome === 'new') return { ...counts, new: counts.new + 1 };
  if (outcome.outcome === 'unchanged') return { ...counts, unchanged: counts.unchanged + 1 };
  if (outcome.outcome !== 'changed') return counts;
  const { changes } = outcome;
  const has = (what: DocumentChange) => (changes.includes(what) ? 1 : 0);
  return {
    ...counts,
    changed: counts.changed + 1,
    changedText: counts.changedText + has('text'),
    changedFacts: counts.changedFacts + has('facts'),
    changedAnnotations: counts.changedAnnotations + has('annotations'),
  };
}
