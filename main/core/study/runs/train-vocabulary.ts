import type { Tokenizer } from '#core/tokenise/tokenizer.ts';
import { trainByteLevelBpe } from '#core/tokenise/train-byte-level-bpe.ts';
import { trainWordPiece } from '#core/tokenise/train-wordpiece.ts';
import type { VocabularyPlan } from '../plan/plan-schema.ts';

/** Trains a vocabulary of a plan. @throws corpus.empty, tokenise.vocabulary-too-small */
export function trainVocabulary(plan: VocabularyPlan, lines: Iterable<string>): Tokenizer {
  const { size: vocabularySize, minFrequency } = plan;
  switch (plan.algorithm) {
    case 'wordpiece': {
      const { lowercase, limitAlphabet } = plan;
      return trainWordPiece(lines, { vocabularySize, minFrequency, lowercase, limitAlphabet });
    }
    case 'byte-level-bpe':
      return trainByteLevelBpe(lines, { vocabularySize, minFrequency });
  }
}
