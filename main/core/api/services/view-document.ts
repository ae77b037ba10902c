import type { ImportChoice } from '#core/collection/documents/import-choice.ts';
import { checkChoice, type NamedChoice } from '#core/collection/documents/named-choice.ts';
import type { Trial } from '#core/collection/documents/try-import.ts';
import type { SourceDocument } from '#core/domain/document.ts';
import type { DocumentChoice } from '#core/collection/selection/select-documents.ts';
import type { DocumentFilter } from '#core/storage/document-queries.ts';
import type { StoredDocument } from '#core/storage/documents.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { DocumentChoiceView } from '../contract/document-choice.ts';
import type {
  DocumentFilterView,
  DocumentView,
  Looked,
  ReadChoice,
} from '../contract/documents.ts';
import type { FrozenFilterView } from '../contract/frozen-sets.ts';

/** Characters of a text that a preview shows. */
const previewLength = 240;
/** Files and labels that a preview shows. */
const shown = 200;

/** What the window chose, as imports take it. @throws api.invalid-input for a name that is unknown */
export function toChoice({ mapping, ...named }: ReadChoice): ImportChoice {
  const given = Object.entries(named).filter(([, value]) => value !== null);
  return checkChoice({
    ...(Object.fromEntries(given) as NamedChoice),
    ...(mapping === null || mapping.text.length === 0 ? {} : { mapping }),
  });
}

/** Keys that do not narrow are left out. */
export function toFilter({ collectionId, ...filter }: DocumentFilterView): DocumentFilter {
  return { collectionId, ...toNarrowing(filter) };
}

/** Likewise of documents that no collection holds together. */
export function toNarrowing(filter: FrozenFilterView): Omit<DocumentFilter, 'collectionId'> {
  const given = Object.entries(filter).filter(([key, value]) =>
    key === 'search' ? (value ?? '').trim() !== '' : value !== null,
  );
  return Object.fromEntries(given);
}

/** @throws record.missing */
export function toDocumentChoice(workspace: Workspace, choice: DocumentChoiceView): DocumentChoice {
  if (choice.of === 'set') return { set: workspace.labelledSets.get(choice.name, choice.version) };
  return { filter: toFilter(choice.filter) };
}

export function viewTrial(trial: Trial): Looked {
  return {
    files: trial.files.slice(0, shown),
    fileCount: trial.files.length,
    documentCount: trial.documentCount,
    patientCount: trial.patientCount,
    classes: trial.classes.slice(0, shown),
    types: trial.types.slice(0, shown),
    problems: trial.problems.map(({ rule, action, count, example }) => ({
      rule,
      action,
      count,
      file: example.file,
      line: example.line,
      detail: example.detail,
    })),
    table: trial.table,
    first: trial.first.map(viewFirst),
    isWhole: trial.isWhole,
  };
}

function viewFirst(document: SourceDocument): Looked['first'][number] {
  const { id, patient, date, language, kind, annotations, text } = document;
  return {
    id,
    patient,
    date,
    language,
    kind,
    labels: annotations.flatMap((each) => (each.kind === 'class' ? [each.label] : [])),
    spanCount: annotations.filter((each) => each.kind === 'span').length,
    text: text.slice(0, previewLength),
  };
}

export function viewDocument(stored: StoredDocument, versions: readonly number[]): DocumentView {
  const { number, id, version, patient, date, language, languageCertainty, kind } = stored;
  const { wordCount, text, place, columns, isCurrent, rules, annotations } = stored;
  return {
    number,
    id,
    version,
    patient,
    date,
    language,
    languageCertainty,
    kind,
    wordCount,
    text,
    place,
    columns: { ...columns },
    isCurrent,
    versions,
    rules,
    classes: annotations.flatMap((each) =>
      each.kind === 'class' ? [{ label: each.label, origin: each.origin }] : [],
    ),
    spans: annotations.flatMap((each) =>
      each.kind === 'span'
        ? [
            {
              type: each.type,
              fragments: each.fragments.map(({ start, end }) => ({ start, end })),
              attributes: { ...each.attributes },
              origin: each.origin,
            },
          ]
        : [],
    ),
  };
}
