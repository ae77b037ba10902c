import { maxTokensOf, type EncoderConfiguration } from '#core/model/configuration.ts';
import { openCheckpoint } from '#core/model/checkpoint/open-checkpoint.ts';
import { listEncoderParameters } from '#core/model/parameters.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import { checkVocabulary } from '#core/library/check-vocabulary.ts';
import { openCheckpointFolder } from '#core/library/checkpoint-folder.ts';
import { findModel } from '#core/library/find-model.ts';
import { readModelRecord } from '#core/library/model-record.ts';
import type { Told } from '#core/base/phrase.ts';
import { say } from '#core/wording/say.ts';
import type { Plan } from '../plan/plan-schema.ts';
import { newEncoder } from '../runs/new-model.ts';

export interface ModelLook {
  /** What it starts from, in words. */
  readonly start: Told;
  /** Null where it comes from a workspace that was not opened. */
  readonly encoder: EncoderConfiguration | null;
  readonly warnings: readonly Told[];
}

/** RoBERTa's own, which counts positions from the one after it. */
const paddingOfRoberta = 1;

/**
 * Opens what a model starts from without its weights: the configuration and vocabulary of a folder,
 * the record of a model in the workspace.
 * @throws file.missing, checkpoint.*, tokenise.*, model.unknown, model.not-kept
 */
export async function lookAtModel(
  { plan, name }: { readonly plan: Plan; readonly name: string },
  workspace: Workspace | null,
): Promise<ModelLook> {
  const { start } = plan.models[name];
  switch (start.kind) {
    case 'scratch': {
      const { algorithm, size } = plan.vocabularies[start.vocabulary];
      const padding = algorithm === 'byte-level-bpe' ? paddingOfRoberta : 0;
      const encoder = newEncoder(start, algorithm, { vocabularySize: size, padding });
      return { start: say('lineage', 'randomWeights'), encoder, warnings: [] };
    }
    case 'checkpoint':
      return lookIntoFolder(start.folder);
    case 'library': {
      const said = say('lineage', 'ofWorkspace', start.model);
      if (workspace === null) {
        const text = say('findings', 'modelNeedsWorkspace', start.model);
        return { start: said, encoder: null, warnings: [text] };
      }
      const { encoder } = readModelRecord(findModel(workspace, start.model));
      return { start: said, encoder, warnings: [] };
    }
    case 'model':
      return {
        ...(await lookAtModel({ plan, name: start.model }, workspace)),
        start: say('lineage', 'ofPlan', start.model),
        warnings: [],
      };
  }
}

async function lookIntoFolder(folder: string): Promise<ModelLook> {
  const checkpoint = await openCheckpoint(openCheckpointFolder(folder));
  const { encoder, family, problems } = checkpoint;
  const tokenizer = openTokenizer(checkpoint.tokenizerFiles);
  const padding = checkVocabulary(tokenizer.vocabularySize, encoder.vocabularySize);
  return {
    start: say('lineage', 'checkpointOf', family),
    encoder,
    warnings: [...problems.map(({ detail }) => detail), ...(padding === null ? [] : [padding])],
  };
}

export function countParameters(encoder: EncoderConfiguration): number {
  return listEncoderParameters(encoder).reduce((sum, { size }) => sum + size, 0);
}

/** Texts that are cut although the plan asks for longer ones. */
export function warnOfCutting(plan: Plan, name: string, encoder: EncoderConfiguration): Told[] {
  const longest = maxTokensOf(encoder);
  const asked = [
    { task: null, maxTokens: plan.models[name].pretraining?.maxTokens ?? 0 },
    ...Object.entries(plan.tasks).map(([task, { maxTokens }]) => ({ task, maxTokens })),
  ].filter(({ maxTokens }) => maxTokens > longest);
  if (asked.length === 0) return [];
  const stages = asked.map(({ task, maxTokens }) =>
    task === null
      ? say('findings', 'itsPretraining', maxTokens)
      : say('findings', 'taskStage', task, maxTokens),
  );
  return [say('findings', 'holdsAtMost', longest, say('common', 'commas', stages))];
}
