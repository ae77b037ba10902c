import type { SourceDocument } from '#core/domain/document.ts';
import type { ImportProblem } from '#core/domain/import-report.ts';
import { hashDocument, type MeasuredDocument } from '#core/storage/documents.ts';
import { type ImportChoice, type ReadEffects, readOptionsOf } from './import-choice.ts';
import { measureDocument, requireWholeCharacters } from './measure-document.ts';
import { packHashes } from './packed-hashes.ts';
import type { OpenedSource } from './open-source.ts';
import { problemsByPlace, readGroups, type ReadPosition, startPosition } from './read-groups.ts';

/** What is to be read, as it can be told to another thread. */
export interface ReadingRequest {
  /** Files and folders. */
  readonly paths: readonly string[];
  readonly choice: ImportChoice;
  /** Documents of a batch at most. */
  readonly batchDocuments: number;
}

/** Documents and problems that are stored together. */
export interface ReadBatch {
  readonly documents: readonly MeasuredDocument[];
  /** Of these documents, as `packHashes` packs them. */
  readonly hashes: Uint8Array<ArrayBuffer>;
  readonly problems: readonly ImportProblem[];
  /** Where reading is after it. */
  readonly position: ReadPosition;
  readonly bytesDone: number;
  readonly isLast: boolean;
}

/** Characters stored at once: worth a transaction's wait for the disk; of twice as many, twice the memory. */
const batchLength = 4_000_000;

/**
 * Reads, measures and hashes documents: all that an import does without the workspace. From where an
 * earlier reading was, or, with null, from the start.
 */
export async function* readBatches(
  source: OpenedSource,
  { choice, batchDocuments }: ReadingRequest,
  from: ReadPosition | null,
  effects: ReadEffects,
): AsyncGenerator<ReadBatch> {
  const { groups } = source;
  // Problems of files that are not read are told once, with the first batch.
  let problems = from === null ? [...source.problems] : [];
  let documents: SourceDocument[] = [];
  let length = 0;
  for await (const step of readGroups(
    groups,
    readOptionsOf(choice, effects),
    from ?? startPosition,
  )) {
    for (const item of step.items) {
      documents.push(item);
      length += item.text.length;
    }
    for (const problem of step.problems) problems.push(problem);
    const { position, bytesDone } = step;
    const isLast = position.group === groups.length;
    if (!isLast && length < batchLength && documents.length < batchDocuments) continue;
    yield { ...prepare(documents, problems, choice), position, bytesDone, isLast };
    [documents, problems, length] = [[], [], 0];
  }
}

function prepare(
  documents: readonly SourceDocument[],
  told: readonly ImportProblem[],
  choice: ImportChoice,
): Pick<ReadBatch, 'documents' | 'hashes' | 'problems'> {
  const language = choice.language ?? null;
  const problems = [...told];
  const problemsOf = problemsByPlace(told);
  const measured = documents.map((each) => {
    const whole = requireWholeCharacters(each);
    for (const problem of whole.problems) problems.push(problem);
    return measureDocument(whole.document, {
      language,
      problemsOf: (document) => [...problemsOf(document), ...whole.problems],
    });
  });
  return { documents: measured, hashes: packHashes(measured.map(hashDocument)), problems };
}
