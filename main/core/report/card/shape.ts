import { tabulateFacts } from '../document/records-table.ts';
import { code, type ReportSection } from '../document/report-document.ts';
import type { ReportWords } from '../report-words.ts';
import type { ModelCard } from './model-card.ts';

/** What it is made of. */
export function showShape(card: ModelCard, words: ReportWords): ReportSection {
  const { modelCard, numbers, records } = words;
  return {
    id: 'model',
    title: modelCard.model,
    tone: 'plain',
    blocks: [
      tabulateFacts(
        modelCard.modelCaption,
        [
          [modelCard.family, card.family],
          [modelCard.parameters, numbers.count(card.parameterCount)],
          [
            modelCard.shape,
            `${numbers.count(card.layerCount)} × ${numbers.count(card.hiddenSize)} × ${numbers.count(card.headCount)}`,
          ],
          [modelCard.vocabulary, modelCard.pieces(card.pieceCount)],
          [modelCard.longest, modelCard.tokens(card.maxTokens)],
          [records.sha256, [code(card.weightsSha256)]],
        ],
        words,
      ),
    ],
  };
}
