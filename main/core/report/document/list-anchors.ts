import type { Block, ReportDocument } from './report-document.ts';

/** Where links of a report can lead: its sections, and rows of its tables. */
export function listAnchors({ sections }: Pick<ReportDocument, 'sections'>): ReadonlySet<string> {
  return new Set(
    sections.flatMap(({ id, title, blocks }) => [
      ...(title === null ? [] : [id]),
      ...blocks.flatMap(anchorsOf),
    ]),
  );
}

function anchorsOf(block: Block): string[] {
  if (block.kind === 'details') return block.blocks.flatMap(anchorsOf);
  if (block.kind !== 'table') return [];
  return block.rows.flatMap(({ id }) => id ?? []);
}
