import type { SeenData } from '#core/library/seen-data.ts';
import type { Dataset } from '#core/storage/datasets.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { ComparedSource } from './overlaps.ts';

/** The text that a model has seen, as the workspace has it; null where it has it no more. */
export function findSource(
  workspace: Workspace,
  { kind, name, hash }: SeenData,
): ComparedSource | null {
  if (hash === null) return null;
  if (kind === 'corpus') {
    const corpus = workspace.corpora.findByHash(hash);
    if (corpus === undefined) return null;
    const { id, lineCount } = corpus;
    return { kind, name, hash, lineCount, lines: workspace.corpora.lines(id) };
  }
  const dataset = workspace.datasets.findByHash(hash);
  if (dataset === undefined) return null;
  return { kind, name, hash, lineCount: dataset.exampleCount, lines: textsOf(workspace, dataset) };
}

function* textsOf(workspace: Workspace, { id, kind }: Dataset): Generator<string> {
  for (const { text } of workspace.datasets.examples(id, kind)) yield text;
}
