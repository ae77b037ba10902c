import { assert } from '#core/base/assert.ts';
import { finishAtOnce } from '#core/base/paced.ts';
import type { CleanText } from '#core/domain/text.ts';
import type { CorpusCuts } from '#core/domain/vocabulary-cuts.ts';
import type { StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { extendModel } from './extend-model.ts';
import { loadModel, storeModel } from '../stored-model.ts';
import { cutCorpora } from './cut-corpora.ts';
import { listLibrary } from '../library.ts';
import { checkModelName, requireFreeName } from '../model-names.ts';
import { readModelRecord } from '../model-record.ts';

export interface ExtensionRequest {
  /** Of the new model in the library. */
  readonly name: string;
  readonly texts: readonly CleanText[];
  /** At most this many new tokens. */
  readonly tokenCount: number;
  readonly minFrequency: number;
}

export interface ExtendedStoredModel {
  readonly stored: StoredModel;
  readonly vocabularySize: number;
  readonly addedCount: number;
  readonly cuts: readonly CorpusCuts[];
}

/**
 * Makes a model of the library from another of the workspace, with further tokens for the words of
 * texts; see `extendVocabulary`. Its weights are those of the other, which stays.
 * @throws model.name-*, corpus.empty, tokenise.extension-unsupported, tokenise.nothing-to-add, blob.*
 */
export async function extendStoredModel(
  workspace: Workspace,
  from: StoredModel,
  { name, texts, tokenCount, minFrequency }: ExtensionRequest,
): Promise<ExtendedStoredModel> {
  // Refused early, and settled when it is stored: another command may have been faster.
  const taken = new Set(listLibrary(workspace).map(({ stored }) => stored.name));
  requireFreeName(checkModelName(name), taken);
  const { head, labels, problemType } = readModelRecord(from);
  const before = await loadModel(workspace, from);
  const lines = texts.flatMap((text) => text.lines);
  const work = extendModel(before, lines, { tokenCount, minFrequency });
  const { model, addedCount } = finishAtOnce(work);
  const cuts = cutCorpora(texts, before.tokenizer, model.tokenizer);
  const { storedId } = await storeModel(workspace, model, {
    studyId: null,
    name,
    runId: null,
    parentModelId: from.id,
    head,
    labels,
    problemType,
    origin: {
      kind: 'vocabulary-extension',
      addedCount,
      corpusHashes: Object.fromEntries(texts.map((text) => [text.name, text.hash])),
      cuts,
    },
  });
  assert(storedId !== null, 'a model that was stored has an entry');
  return {
    stored: workspace.models.get(storedId),
    vocabularySize: model.tokenizer.vocabularySize,
    addedCount,
    cuts,
  };
}
