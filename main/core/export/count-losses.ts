import type { Annotation, SourceDocument } from '#core/domain/document.ts';
import type { ExportLoss, ExportLossKind } from './document-writer.ts';

const isSpan = (each: Annotation) => each.kind === 'span';

/** What one document would lose in each way, for the ways that depend on the document alone. */
const counts: Readonly<Partial<Record<ExportLossKind, (document: SourceDocument) => number>>> = {
  attributes: ({ annotations }) =>
    annotations.filter((each) => each.kind === 'span' && Object.keys(each.attributes).length > 0)
      .length,
  'bytes-of-text': ({ text }) => (text.isWellFormed() ? 0 : 1),
  carried: ({ carried }) => (carried === null ? 0 : 1),
  classes: ({ annotations }) => annotations.filter((each) => !isSpan(each)).length,
  columns: ({ columns }) => Object.keys(columns).length,
  'document-facts': ({ patient, date, language, kind }) =>
    [patient, date, language, kind].filter((value) => value !== null).length,
  'fragments-joined': ({ annotations }) =>
    annotations.filter((each) => each.kind === 'span' && each.fragments.length > 1).length,
  origins: ({ annotations }) =>
    annotations.filter(({ origin }) => origin.by !== 'file' || origin.name !== null).length,
  spans: ({ annotations }) => annotations.filter(isSpan).length,
};

/** Ways to count that a format has for itself, in place of the common ones. */
type OwnCounts = Partial<Record<ExportLossKind, (document: SourceDocument) => number>>;

/** Counts documents that carry something which only another format than these understands. */
export const carriedOfOthers =
  (...formats: readonly string[]) =>
  ({ carried }: SourceDocument): number =>
    carried === null || formats.includes(carried.format) ? 0 : 1;

/** Counts annotations that are not from a file, in documents that none of these formats gave. */
export const originsOfOthers =
  (...formats: readonly string[]) =>
  (document: SourceDocument): number =>
    document.carried !== null && formats.includes(document.carried.format)
      ? 0
      : (counts.origins?.(document) ?? 0);

/** How much of each kind documents would lose; kinds of which there is nothing are left out. */
export function countLosses(
  documents: Iterable<SourceDocument>,
  kinds: readonly ExportLossKind[],
  own: OwnCounts = {},
): ExportLoss[] {
  const totals = new Map<ExportLossKind, number>();
  for (const document of documents) {
    for (const what of kinds) {
      const count = own[what] ?? counts[what];
      totals.set(what, (totals.get(what) ?? 0) + (count?.(document) ?? 0));
    }
  }
  return [...totals].flatMap(([what, count]) => (count > 0 ? [{ what, count }] : []));
}
