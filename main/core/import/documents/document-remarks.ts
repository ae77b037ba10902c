import type { ImportAction, ImportProblem, ImportRule } from '#core/domain/import-report.ts';

/** What a formatted document may hold beside its running text, and what is done about it. */
const remarks = {
  deletions: ['document-revisions', 'left-out', 'tracked deletions are left out'],
  insertions: ['document-revisions', 'kept', 'tracked insertions are kept'],
  hidden: ['document-hidden', 'left-out', 'stretches of hidden text are left out'],
  margins: ['document-margins', 'left-out', 'headers and footers with text are left out'],
  comments: ['document-comments', 'left-out', 'comments in the margin are left out'],
  placeholders: ['document-hidden', 'left-out', 'unfilled fields of a form are left out'],
  pictures: ['document-pictures', 'left-out', 'pictures are left out, and any text in them'],
  listNumbers: [
    'document-list-numbers',
    'left-out',
    'numbers or bullets of lists are made by the program and are no part of the text',
  ],
  symbols: ['document-symbols', 'kept', 'characters of a symbol font are kept by their number'],
} as const satisfies Record<string, readonly [ImportRule, ImportAction, string]>;

export type RemarkKind = keyof typeof remarks;

/** Counts what is remarked on in one document. */
export interface DocumentRemarks {
  see(kind: RemarkKind, count?: number): void;
  finish(file: string): ImportProblem[];
}

export function createRemarks(): DocumentRemarks {
  const counts = new Map<RemarkKind, number>();
  return {
    see(kind, count = 1) {
      if (count > 0) counts.set(kind, (counts.get(kind) ?? 0) + count);
    },
    finish: (file) =>
      [...counts].map(([kind, count]) => {
        const [rule, action, what] = remarks[kind];
        return { file, line: 1, rule, action, detail: `${count} ${what}.` };
      }),
  };
}
