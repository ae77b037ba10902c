import { statSync } from 'node:fs';
import { AnamnesisError } from '#core/base/error.ts';
import { readTokenizerFiles } from '#core/model/checkpoint/open-checkpoint.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import type { Tokenizer } from '#core/tokenise/tokenizer.ts';
import { openCheckpointFolder } from '../checkpoint-folder.ts';
import { findModel } from '../find-model.ts';

/**
 * The vocabulary of a folder in the layout of Hugging Face, with or without weights in it, or else of
 * a model of the workspace.
 * @throws file.missing, model.unknown, tokenise.*, checkpoint.link-refused
 */
export async function openVocabulary(
  reference: string,
  workspace: Workspace | null,
): Promise<Tokenizer> {
  if (statSync(reference, { throwIfNoEntry: false })?.isDirectory()) {
    return openTokenizer(await readTokenizerFiles(openCheckpointFolder(reference)));
  }
  if (workspace !== null) return openTokenizer(findModel(workspace, reference).tokenizerFiles);
  throw new AnamnesisError('file.missing', {
    expected: `a folder with a vocabulary at ${reference}`,
    found: 'no such folder',
    remedy: 'Correct the folder, or name the workspace with -w and a model of it.',
  });
}
