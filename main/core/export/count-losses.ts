import type { Annotation, SourceDocument } from '#core/domain/document.ts';
import type { DocumentWriter, ExportLoss, ExportLossKind, LossCounter } from './document-writer.ts';

/** How much a document loses: the type of each thing that has one, or a number of others. */
export type Lost = number | readonly string[];
type CountLost = (document: SourceDocument) => Lost;

const typeOf = (each: Annotation) => (each.kind === 'span' ? each.type : each.label);
/** The types of those annotations of which something is lost. */
export const typesWhere =
  (isLost: (annotation: Annotation) => boolean) =>
  ({ annotations }: Pick<SourceDocument, 'annotations'>): string[] =>
    annotations.filter(isLost).map(typeOf);

/** What one document would lose in each way, for the ways that depend on the document alone. */
const counts: Readonly<Partial<Record<ExportLossKind, CountLost>>> = {
  attributes: typesWhere((each) => each.kind === 'span' && Object.keys(each.attributes).length > 0),
  'bytes-of-text': ({ text }) => (text.isWellFormed() ? 0 : 1),
  carried: ({ carried }) => (carried === null ? 0 : 1),
  classes: typesWhere(({ kind }) => kind === 'class'),
  columns: ({ columns }) => Object.keys(columns).length,
  'document-facts': ({ patient, date, language, kind }) =>
    [patient, date, language, kind].filter((value) => value !== null).length,
  'fragments-joined': typesWhere((each) => each.kind === 'span' && each.fragments.length > 1),
  origins: typesWhere(({ origin }) => origin.by !== 'file' || origin.name !== null),
  spans: typesWhere(({ kind }) => kind === 'span'),
};

/** Ways to count that a format has for itself, in place of the common ones. */
type OwnCounts = Partial<Record<ExportLossKind, CountLost>>;

/** Counts documents that carry something which only another format than these understands. */
export const carriedOfOthers =
  (...formats: readonly string[]) =>
  ({ carried }: SourceDocument): number =>
    carried === null || formats.includes(carried.format) ? 0 : 1;

/** Counts annotations that are not from a file, in documents that none of these formats gave. */
export const originsOfOthers =
  (...formats: readonly string[]) =>
  (document: SourceDocument): Lost =>
    document.carried !== null && formats.includes(document.carried.format)
      ? 0
      : (counts.origins?.(document) ?? 0);

/** Counts losses of these kinds; those of which there is nothing are left out of the total. */
export function createLossCounter(
  kinds: readonly ExportLossKind[],
  own: OwnCounts = {},
): LossCounter {
  const totals = new Map<ExportLossKind, number>();
  const types = new Map<ExportLossKind, Map<string, number>>();
  return {
    add(document) {
      for (const what of kinds) {
        const lost = (own[what] ?? counts[what])?.(document) ?? 0;
        const count = typeof lost === 'number' ? lost : lost.length;
        if (count === 0) continue;
        totals.set(what, (totals.get(what) ?? 0) + count);
        if (typeof lost === 'number') continue;
        const ofTypes = types.get(what) ?? new Map<string, number>();
        for (const type of lost) ofTypes.set(type, (ofTypes.get(type) ?? 0) + 1);
        types.set(what, ofTypes);
      }
    },
    total: () =>
      kinds.flatMap((what): ExportLoss[] => {
        const count = totals.get(what);
        return count === undefined ? [] : [{ what, count, types: byCount(types.get(what)) }];
      }),
  };
}

function byCount(types: ReadonlyMap<string, number> = new Map()): ExportLoss['types'] {
  return Array.from(types, ([type, count]) => ({ type, count })).sort((a, b) => b.count - a.count);
}

/** What a writer would lose of these documents. */
export function lossesOf(
  writer: DocumentWriter,
  documents: Iterable<SourceDocument>,
): ExportLoss[] {
  const counter = writer.countLosses();
  for (const document of documents) counter.add(document);
  return counter.total();
}
