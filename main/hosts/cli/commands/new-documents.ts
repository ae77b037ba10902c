import type { SourceDocument } from '#core/domain/document.ts';
import { openSource } from '#core/collection/documents/open-source.ts';
import type { ProblemKinds } from '#core/collection/documents/import-problem-kinds.ts';
import { readOptionsOf } from '#core/collection/documents/import-choice.ts';
import { readGroups, startPosition } from '#core/collection/documents/read-groups.ts';
import { findCurrentCalibration } from '#core/engines/current-calibration.ts';
import { describeMachine } from '#core/engines/machine.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { engineNames } from '#hosts/composition/engines.ts';
import { readPdfApart } from '#hosts/composition/read-pdf-apart.ts';
import { choiceOf, type ReadFlags } from './collection-options.ts';

/** The fastest that was measured on this machine; the one that every machine has otherwise. */
export function measuredEngine(workspace: Workspace): string {
  const known = findCurrentCalibration(workspace, {
    machine: describeMachine(),
    names: engineNames,
  });
  return known?.chosen ?? 'onnx-cpu';
}

/** Documents of files, of any format that an import reads, which are not stored. */
export async function* readDocuments(
  paths: readonly string[],
  flags: ReadFlags,
  { kinds, signal }: { readonly kinds: ProblemKinds; readonly signal: AbortSignal },
): AsyncGenerator<SourceDocument> {
  const choice = choiceOf(flags);
  const source = await openSource(paths, choice, signal);
  kinds.add(source.problems);
  const options = readOptionsOf(choice, { readPdf: readPdfApart(), signal });
  for await (const { items, problems } of readGroups(source.groups, options, startPosition)) {
    kinds.add(problems);
    for (const document of items) {
      if (signal.aborted) return;
      yield document;
    }
  }
}
