import type { ModelSummary, StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import { readModelRecord } from '#core/library/model-record.ts';
import type { VocabularySummary } from '#core/report/study-results.ts';
import { readSummary } from '#core/storage/run-summaries.ts';
import { readPlan } from '../plan/read-plan.ts';
import { describeVocabularies } from './describe-vocabularies.ts';

export interface ModelVocabulary {
  readonly vocabulary: Omit<VocabularySummary, 'runId'>;
  /** Whose run made the vocabulary; null where a command extended it. */
  readonly study: { readonly id: string; readonly name: string } | null;
}

/**
 * How the vocabulary of a model cuts corpora, from the run of a study that extended or trained it or
 * from the command that extended it; null where it came from elsewhere.
 */
export async function describeModelVocabulary(
  workspace: Workspace,
  stored: StoredModel,
): Promise<ModelVocabulary | null> {
  const line = workspace.models.lineage(stored.id);
  // The nearest step that made the vocabulary; one before it made another vocabulary.
  const maker =
    line.find((model) => readModelRecord(model).origin.kind === 'vocabulary-extension') ??
    line.at(-1);
  if (maker === undefined) return null;
  if (maker.studyId === null) return describeExtension(maker, stored);
  const { id, name, planJson } = workspace.studies.get(maker.studyId);
  const runs = workspace.runs.listByStudy(id);
  const described = describeVocabularies(workspace, readPlan(planJson, name), runs);
  const found =
    described.find(({ runId }) => runId === maker.runId) ??
    (await findTrained(workspace, stored, described));
  if (found === null) return null;
  const { runId: _, ...vocabulary } = found;
  return { vocabulary, study: { id, name } };
}

/** Of an extension on command; `stored` is that model or descends from it, with its vocabulary. */
function describeExtension(maker: ModelSummary, stored: StoredModel): ModelVocabulary | null {
  const { origin } = readModelRecord(maker);
  if (origin.kind !== 'vocabulary-extension') return null;
  const { addedCount, cuts = [] } = origin;
  const size = openTokenizer(stored.tokenizerFiles).vocabularySize;
  const { name } = maker;
  return {
    vocabulary: { name, kind: 'extended', algorithm: null, size, addedCount, corpora: cuts },
    study: null,
  };
}

/** The trained vocabulary that is the model's own: a study may have trained several, or anew. */
async function findTrained(
  workspace: Workspace,
  { tokenizerFiles }: StoredModel,
  described: readonly VocabularySummary[],
): Promise<VocabularySummary | null> {
  const { fingerprint } = openTokenizer(tokenizerFiles);
  for (const vocabulary of described) {
    const summary = readSummary(workspace, workspace.runs.get(vocabulary.runId), 'vocabulary');
    if (summary === null || summary.tokenizerBlobId === null) continue;
    const files = await readFiles(workspace, summary.tokenizerBlobId);
    if (files === null) continue;
    if (openTokenizer(files).fingerprint === fingerprint) return vocabulary;
  }
  return null;
}

/** Null where the file is damaged: the model has its own copy, and can be looked at. */
async function readFiles(
  workspace: Workspace,
  blobId: string,
): Promise<Record<string, string> | null> {
  try {
    const bytes = await workspace.blobs.readWhole(blobId);
    return JSON.parse(new TextDecoder().decode(bytes)) as Record<string, string>;
  } catch {
    return null;
  }
}
