import type { SourceDocument } from '#core/domain/document.ts';
import type { ImportProblem } from '#core/domain/import-report.ts';
import { nameInput } from '#core/import/documents/name-input.ts';
import type { ImportCounts } from '#core/storage/document-imports.ts';
import type { DocumentChange, MeasuredDocument, PutOutcome } from '#core/storage/documents.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { measureDocument, requireWholeCharacters } from './measure-document.ts';
import { problemsByPlace } from './read-groups.ts';

/** Documents and problems that are stored together. */
export interface Batch {
  readonly documents: readonly SourceDocument[];
  readonly problems: readonly ImportProblem[];
}

interface Place {
  readonly collectionId: number;
  readonly importId: number;
}

/** Stores a batch, within one of the document store; gives the counts with it. */
export function storeBatch(
  workspace: Workspace,
  place: Place,
  { documents, problems }: Batch,
  { counts, language }: { readonly counts: ImportCounts; readonly language: string | null },
): ImportCounts {
  const found: ImportProblem[] = [...problems];
  const problemsOf = problemsByPlace(problems);
  let now = counts;
  for (const each of documents) {
    const whole = requireWholeCharacters(each);
    for (const problem of whole.problems) found.push(problem);
    const measured = measureDocument(whole.document, {
      language,
      problemsOf: (document) => [...problemsOf(document), ...whole.problems],
    });
    const { outcome, problem } = putApart(workspace, place, measured);
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
  document: MeasuredDocument,
): { readonly outcome: PutOutcome; readonly problem: ImportProblem | null } {
  const first = workspace.documents.put(place, document);
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
    const outcome = workspace.documents.put(place, { ...document, id, rules });
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
