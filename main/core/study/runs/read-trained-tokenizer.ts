import type { Run } from '#core/domain/run.ts';
import { findOfRun } from '#core/library/model-of-run.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import type { Tokenizer } from '#core/tokenise/tokenizer.ts';
import { readSummary } from '#core/storage/run-summaries.ts';

/**
 * The vocabulary that a finished run trained, or extended with its model; null where there is none.
 * @throws blob.*
 */
export async function readTrainedTokenizer(
  workspace: Workspace,
  run: Run,
): Promise<Tokenizer | null> {
  const blobId = readSummary(workspace, run, 'vocabulary')?.tokenizerBlobId ?? null;
  if (blobId === null) {
    const model = findOfRun(workspace, run.id);
    return model === undefined ? null : openTokenizer(model.tokenizerFiles);
  }
  const bytes = await workspace.blobs.readWhole(blobId);
  return openTokenizer(JSON.parse(new TextDecoder().decode(bytes)) as Record<string, string>);
}
