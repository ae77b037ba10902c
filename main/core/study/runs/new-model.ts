import type { EncoderConfiguration } from '#core/model/configuration.ts';
import type { Tokenizer } from '#core/tokenise/tokenizer.ts';
import type { ModelState } from '#core/library/model-state.ts';
import type { Plan, VocabularyPlan } from '../plan/plan-schema.ts';

type Scratch = Extract<Plan['models'][string]['start'], { kind: 'scratch' }>;

/**
 * A model without weights yet, of the family to which its vocabulary belongs, with that family's
 * constants (Devlin et al. 2019; Liu et al. 2019 and their `config.json`). RoBERTa counts positions
 * from the padding token's id + 1, so that it has that many rows more for texts of the same length.
 */
export function createNewModel(
  start: Scratch,
  algorithm: VocabularyPlan['algorithm'],
  tokenizer: Tokenizer,
): ModelState {
  const isRoberta = algorithm === 'byte-level-bpe';
  const positionOffset = isRoberta ? tokenizer.special.padding + 1 : 0;
  const encoder: EncoderConfiguration = {
    vocabularySize: tokenizer.vocabularySize,
    hiddenSize: start.hiddenSize,
    layerCount: start.layers,
    headCount: start.heads,
    intermediateSize: start.intermediateSize,
    maxPositions: start.maxPositions + positionOffset,
    tokenTypeCount: isRoberta ? 1 : 2,
    layerNormEpsilon: isRoberta ? 1e-5 : 1e-12,
    positionOffset,
    hiddenActivation: 'gelu',
  };
  return {
    tokenizer,
    encoder,
    family: isRoberta ? 'roberta' : 'bert',
    weights: null,
    labels: null,
    storedId: null,
  };
}
