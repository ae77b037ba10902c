import type { EncoderConfiguration } from '#core/model/configuration.ts';
import type { Tokenizer } from '#core/tokenise/tokenizer.ts';
import type { ModelState } from '#core/library/model-state.ts';
import type { Plan, VocabularyPlan } from '../plan/plan-schema.ts';

type Scratch = Extract<Plan['models'][string]['start'], { kind: 'scratch' }>;

/** A model without weights yet, of the family to which its vocabulary belongs. */
export function createNewModel(
  start: Scratch,
  algorithm: VocabularyPlan['algorithm'],
  tokenizer: Tokenizer,
): ModelState {
  const { vocabularySize, special } = tokenizer;
  const encoder = newEncoder(start, algorithm, { vocabularySize, padding: special.padding });
  return {
    tokenizer,
    encoder,
    family: isRoberta(algorithm) ? 'roberta' : 'bert',
    weights: null,
    labels: null,
    storedId: null,
  };
}

const isRoberta = (algorithm: VocabularyPlan['algorithm']) => algorithm === 'byte-level-bpe';

/**
 * Its shape, with the constants of the family (Devlin et al. 2019; Liu et al. 2019 and their
 * `config.json`). RoBERTa counts positions from the padding token's id + 1, so that it has that many
 * rows more for texts of the same length.
 */
export function newEncoder(
  start: Scratch,
  algorithm: VocabularyPlan['algorithm'],
  { vocabularySize, padding }: { readonly vocabularySize: number; readonly padding: number },
): EncoderConfiguration {
  const positionOffset = isRoberta(algorithm) ? padding + 1 : 0;
  return {
    vocabularySize,
    hiddenSize: start.hiddenSize,
    layerCount: start.layers,
    headCount: start.heads,
    intermediateSize: start.intermediateSize,
    maxPositions: start.maxPositions + positionOffset,
    tokenTypeCount: isRoberta(algorithm) ? 1 : 2,
    layerNormEpsilon: isRoberta(algorithm) ? 1e-5 : 1e-12,
    positionOffset,
    hiddenActivation: 'gelu',
  };
}
