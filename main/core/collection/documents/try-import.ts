import type { SourceDocument } from '#core/domain/document.ts';
import type { DocumentFormatName } from '#core/import/documents/document-formats.ts';
import { nameInput } from '#core/import/documents/name-input.ts';
import type { ProposedColumns } from '#core/import/documents/tables/propose-columns.ts';
import { LabelTally, type LabelCount } from '../count-labels.ts';
import { type ImportChoice, type ReadEffects, readOptionsOf } from './import-choice.ts';
import { type ProblemKind, ProblemKinds } from './import-problem-kinds.ts';
import { lookAtTable } from './look-at-table.ts';
import { openSource } from './open-source.ts';
import { readGroups, startPosition } from './read-groups.ts';

export interface TrialEffects extends ReadEffects {
  readonly onProgress?: (bytesDone: number, bytesTotal: number) => Promise<void> | void;
}

/** What an import would find. */
export interface Trial {
  readonly files: readonly {
    /** Of a file in an archive after that of the archive. */
    readonly name: string;
    readonly byteCount: number;
    readonly format: DocumentFormatName | null;
    readonly certainty: number;
  }[];
  /** Columns of the first table, and what they probably are; null where there is none. */
  readonly table: ProposedColumns | null;
  readonly documentCount: number;
  readonly patientCount: number;
  readonly classes: readonly LabelCount[];
  readonly types: readonly LabelCount[];
  readonly problems: readonly ProblemKind[];
  /** The first documents, as they would be stored. */
  readonly first: readonly SourceDocument[];
  /** Whether all was read, or only as much as was asked for. */
  readonly isWhole: boolean;
}

const shownDocuments = 20;

/**
 * Reads a source as an import would and stores nothing: problems by kind, each with the place of
 * the first. With `documentLimit` only its beginning, for a preview.
 * @throws file.missing, file.unreadable, collection.stopped
 */
export async function tryImport(
  paths: readonly string[],
  choice: ImportChoice,
  effects: TrialEffects = {},
  documentLimit = Infinity,
): Promise<Trial> {
  const { signal, onProgress } = effects;
  const source = await openSource(paths, choice, signal);
  const kinds = new ProblemKinds();
  kinds.add(source.problems);
  const patients = new Set<string>();
  const labels = { class: new LabelTally(), span: new LabelTally() };
  const first: SourceDocument[] = [];
  let documentCount = 0;
  let isWhole = true;
  for await (const step of readGroups(
    source.groups,
    readOptionsOf(choice, effects),
    startPosition,
  )) {
    kinds.add(step.problems);
    for (const document of step.items) {
      documentCount++;
      if (document.patient !== null) patients.add(document.patient);
      if (first.length < shownDocuments) first.push(document);
      for (const each of document.annotations) {
        labels[each.kind].add(each.kind === 'class' ? each.label : each.type);
      }
    }
    await onProgress?.(step.bytesDone, source.bytesTotal);
    isWhole = documentCount < documentLimit && signal?.aborted !== true;
    if (!isWhole) break;
  }
  return {
    files: source.recognised.map(({ input, format, certainty }) => ({
      name: nameInput(input),
      byteCount: input.byteCount,
      format,
      certainty,
    })),
    table: lookAtTable(source, choice),
    documentCount,
    patientCount: patients.size,
    classes: labels.class.list(),
    types: labels.span.list(),
    problems: kinds.list(),
    first,
    isWhole,
  };
}
