import type { Paced } from '#core/base/paced.ts';
import type { Tokenizer } from '#core/tokenise/tokenizer.ts';
import { trainingOfByteLevelBpe } from '#core/tokenise/train-byte-level-bpe.ts';
import { trainingOfWordPiece } from '#core/tokenise/train-wordpiece.ts';
import type { VocabularyPlan } from '../plan/plan-schema.ts';

/** Trains a vocabulary of a plan. @throws corpus.empty, tokenise.vocabulary-too-small */
export function trainVocabulary(plan: VocabularyPlan, lines: Iterable<string>): Paced<Tokenizer> {
  const { size: vocabularySize, minFrequency } = plan;
  switch (plan.algorithm) {
    case 'wordpiece': {
      const { lowercase, limitAlphabet } = plan;
      return trainingOfWordPiece(lines, { vocabularySize, minFrequency, lowercase, limitAlphabet });
    }
    case 'byte-level-bpe':
      return trainingOfByteLevelBpe(lines, { vocabularySize, minFrequency });
  }
}
